package io.tierhub.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Speaks HTTP byte by byte, as slowly and as incompletely as no HTTP client would. */
public final class RawCaller implements AutoCloseable {

  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

  private final Socket socket;

  public RawCaller(int port) {
    try {
      socket = new Socket("127.0.0.1", port);
      socket.setSoTimeout(Math.toIntExact(LONGEST_SILENCE.toMillis()));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Sends that and nothing after it. */
  public RawCaller say(String words) {
    try {
      socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return this;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Whether the other side still takes what is said. */
  public boolean isHeard(String words) {
    try {
      say(words);
      return true;
    } catch (UncheckedIOException gone) {
      return false;
    }
  }

  /** Whether something is answered that was not listened to. */
  public boolean isAnswered() {
    try {
      return socket.getInputStream().available() > 0;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** All that is answered until the other side closes the connection. */
  public String listen() {
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The first line of what is answered. */
  public String status() {
    try {
      StringBuilder line = new StringBuilder();
      for (int read = socket.getInputStream().read();
          read >= 0 && read != '\r';
          read = socket.getInputStream().read()) {
        line.append((char) read);
      }
      return line.toString();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
