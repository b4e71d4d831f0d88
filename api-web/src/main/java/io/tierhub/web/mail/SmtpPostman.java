package io.tierhub.web.mail;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.tierhub.mail.Letter;
import io.tierhub.mail.Postman;
import io.tierhub.web.text.Html;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Sends letters by SMTP, as text and as HTML, if {@code spring.mail.host} names a server. */
@Component
class SmtpPostman implements Postman {

  private final ObjectProvider<JavaMailSender> server;
  private final InternetAddress from;
  private final SpringTemplateEngine pages;
  private final Html html;
  private final ObservationRegistry observations;

  SmtpPostman(
      ObjectProvider<JavaMailSender> server,
      MailProperties properties,
      SpringTemplateEngine pages,
      Html html,
      ObservationRegistry observations) {
    this.server = server;
    this.pages = pages;
    this.html = html;
    this.observations = observations;
    try {
      this.from = new InternetAddress(properties.from(), true);
    } catch (MessagingException noAddress) {
      throw new IllegalStateException(
          "tierhub.mail.from is no mail address: " + properties.from(), noAddress);
    }
  }

  @Override
  public boolean works() {
    return server.getIfAvailable() != null;
  }

  @Override
  public void send(Letter letter) {
    JavaMailSender sender = server.getObject();
    try {
      MimeMessage message = message(sender, letter);
      Observation.createNotStarted("mail", observations).observe(() -> sender.send(message));
    } catch (MailException | MessagingException | UnsupportedEncodingException failed) {
      throw new NotTaken(root(failed), failed);
    }
  }

  private MimeMessage message(JavaMailSender sender, Letter letter)
      throws MessagingException, UnsupportedEncodingException {
    MimeMessage message = new Numbered(sender.createMimeMessage().getSession(), messageId(letter));
    MimeMessageHelper mail =
        new MimeMessageHelper(
            message, MimeMessageHelper.MULTIPART_MODE_MIXED, StandardCharsets.UTF_8.name());
    mail.setFrom(from);
    mail.setTo(new InternetAddress(letter.to().address(), letter.to().name(), "UTF-8"));
    mail.setSubject(letter.subject());
    mail.setText(text(letter), html(letter));
    // Nobody's absence note is an answer.
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  private static String text(Letter letter) {
    return "%s\n\n%s: %s\n\n-- \n%s\n"
        .formatted(letter.text().strip(), letter.linkText(), letter.link(), letter.signature());
  }

  private String html(Letter letter) {
    Context words = new Context(Locale.ENGLISH);
    words.setVariables(Map.of("letter", letter, "text", html.of(letter.text())));
    return pages.process("mail", words);
  }

  /** The same for each try of the same inquiry, so that who gets two can see it. */
  private String messageId(Letter letter) {
    String address = from.getAddress();
    return "<%s@%s>".formatted(letter.id(), address.substring(address.indexOf('@') + 1));
  }

  private static String root(Throwable failed) {
    Throwable cause = failed;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null || message.isBlank()
        ? cause.getClass().getSimpleName()
        : message.strip();
  }

  /** JavaMail draws a new id each time unless it is told not to. */
  private static final class Numbered extends MimeMessage {

    private final String id;

    Numbered(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
