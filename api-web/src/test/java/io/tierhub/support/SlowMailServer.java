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
import java.util.concurrent.CountDownLatch;

/** A mail server that thinks about each mail until it is told to take it, or to refuse it. */
public final class SlowMailServer implements AutoCloseable {

  private static final String MESSAGE_ID = "Message-ID: ";

  private final ServerSocket socket;
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch thinking = new CountDownLatch(0);
  private volatile String verdict = "250 ok";

  /** Listens at a port of its own. */
  public SlowMailServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
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

  public int port() {
    return socket.getLocalPort();
  }

  /** From now on each mail waits. */
  public void think() {
    thinking = new CountDownLatch(1);
  }

  public void takeAll() {
    verdict = "250 ok";
    thinking.countDown();
  }

  public void refuseAll() {
    verdict = "451 not now";
    thinking.countDown();
  }

  /** How many mails about a request it has taken. */
  public long takenAbout(String request) {
    return taken.stream().filter(id -> id.contains(request)).count();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void talk(Socket caller) {
    try (caller;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
      say(caller, "220 slow.example");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        switch (line.split(" ")[0]) {
          case "DATA" -> {
            say(caller, "354 go on");
            String id = readMail(in);
            thinking.await();
            if (verdict.startsWith("250")) {
              taken.add(id);
            }
            say(caller, verdict);
          }
          case "QUIT" -> {
            say(caller, "221 bye");
            return;
          }
          default -> say(caller, "250 ok");
        }
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static String readMail(BufferedReader in) throws IOException {
    String id = "";
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      if (line.startsWith(MESSAGE_ID)) {
        id = line.substring(MESSAGE_ID.length());
      }
    }
    return id;
  }

  private static void say(Socket caller, String words) throws IOException {
    caller.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
    caller.getOutputStream().flush();
  }
}
