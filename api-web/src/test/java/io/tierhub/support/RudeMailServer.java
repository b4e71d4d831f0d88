package io.tierhub.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes no mail, and says why in words of several lines and colours. */
public final class RudeMailServer {

  private static final String REFUSAL =
      "550-5.1.1 %1$s: no such user\r\n550-\u001b[31mForged line: all is well\r\n550 ask %1$s\r\n";

  private final ServerSocket socket;
  private final List<String> recipients = new CopyOnWriteArrayList<>();

  /** Listens at a port of its own. */
  public RudeMailServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  public int port() {
    return socket.getLocalPort();
  }

  public void start() {
    Thread.startVirtualThread(() -> {
      while (!socket.isClosed()) {
        try {
          Socket caller = socket.accept();
          Thread.startVirtualThread(() -> talk(caller));
        } catch (IOException stopped) {
          return;
        }
      }
    });
  }

  public void stop() {
    try {
      socket.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** To whom somebody wanted to write. */
  public List<String> recipients() {
    return recipients.stream().distinct().toList();
  }

  private void talk(Socket caller) {
    try (caller;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
      say(caller, "220 rude.example\r\n");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String command = line.split(" ")[0];
        switch (command) {
          case "RCPT" -> {
            String to = line.substring(line.indexOf('<'), line.indexOf('>') + 1);
            recipients.add(to);
            say(caller, REFUSAL.formatted(to));
          }
          case "QUIT" -> {
            say(caller, "221 bye\r\n");
            return;
          }
          default -> say(caller, "250 ok\r\n");
        }
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static void say(Socket caller, String words) throws IOException {
    caller.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    caller.getOutputStream().flush();
  }
}
