package io.tierhub.support;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A mail server that keeps what it takes. It can be stopped, and is found again afterwards. */
public final class MailServer {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final GreenMail server =
      new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  /** Starts it, for a TierHub that sends through it. */
  public void serve(DynamicPropertyRegistry properties) {
    start();
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", server.getSmtp()::getPort);
    properties.add("tierhub.mail.from", () -> "TierHub <asks@tierhub.example>");
  }

  public int port() {
    return server.getSmtp().getServerSetup().getPort();
  }

  /** How often it was given the mail with that id at whichever host. */
  public int times(String id) {
    return Math.toIntExact(received("<" + id + "@").count());
  }

  public void start() {
    server.start();
  }

  public void stop() {
    server.stop();
  }

  /** What it has taken about a request or a configuration so far. */
  public List<Received> about(String subject) {
    return received("<" + subject + ".").toList();
  }

  private Stream<Received> received(String messageId) {
    return Stream.of(server.getReceivedMessages())
        .map(Received::new)
        .filter(mail -> mail.header("Message-ID").startsWith(messageId));
  }

  /** The mail of an inquiry, or with the link of a page, for which it waits. */
  public Received mail(String subject, int number) {
    return mail(subject + "." + number);
  }

  /** The mail with that id, for which it waits. */
  public Received mail(String id) {
    return await()
        .atMost(PATIENCE)
        .until(() -> received("<" + id + "@").findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  /** A mail as its reader sees it. */
  public record Received(MimeMessage message) {

    public String subject() {
      return header("Subject");
    }

    public String header(String name) {
      try {
        String raw = String.join(", ", message.getHeader(name));
        return MimeUtility.decodeText(MimeUtility.unfold(raw));
      } catch (MessagingException | IOException failed) {
        throw new AssertionError(failed);
      }
    }

    /** For programs that show no HTML. */
    public String text() {
      return content("text/plain");
    }

    public String html() {
      return content("text/html");
    }

    private String content(String type) {
      try {
        return part(message, type).orElseThrow();
      } catch (MessagingException | IOException failed) {
        throw new AssertionError(failed);
      }
    }

    private static Optional<String> part(Part whole, String type)
        throws MessagingException, IOException {
      if (whole.isMimeType(type)) {
        return Optional.of((String) whole.getContent());
      }
      if (whole.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          Optional<String> found = part(parts.getBodyPart(i), type);
          if (found.isPresent()) {
            return found;
          }
        }
      }
      return Optional.empty();
    }
  }
}
