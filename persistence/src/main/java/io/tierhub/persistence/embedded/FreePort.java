package io.tierhub.persistence.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on 127.0.0.1 that nobody listens on at this moment. */
final class FreePort {

  /**
   * Below what systems give to outgoing connections. From there a client that keeps trying to
   * reconnect can be given the very port as its own, connect to itself, and keep PostgreSQL out.
   */
  private static final int FIRST = 20_000;

  private static final int BEYOND_LAST = 30_000;
  private static final int ATTEMPTS = 100;

  private FreePort() {}

  static int any() throws IOException {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var port = ThreadLocalRandom.current().nextInt(FIRST, BEYOND_LAST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IOException("No free port between %d and %d".formatted(FIRST, BEYOND_LAST));
  }

  static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.isBound();
    } catch (IOException _) {
      return false;
    }
  }
}
