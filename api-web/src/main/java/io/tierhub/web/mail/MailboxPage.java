package io.tierhub.web.mail;

import io.swagger.v3.oas.annotations.Hidden;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Prefixed;
import io.tierhub.kernel.Refused;
import io.tierhub.mail.Letter;
import io.tierhub.mail.Mail;
import io.tierhub.mail.MailId;
import io.tierhub.mail.Recipient;
import io.tierhub.web.page.ForPeople;
import io.tierhub.web.page.Pages;
import io.tierhub.web.text.Html;
import io.tierhub.workflow.ReadMailbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The last mails, for ops in a browser; without a mail server this is where they end. */
@Hidden
@ForPeople
@RestController
class MailboxPage {

  private final ReadMailbox mailbox;
  private final SmtpPostman postman;
  private final Pages pages;
  private final Html html;

  MailboxPage(ReadMailbox mailbox, SmtpPostman postman, Pages pages, Html html) {
    this.mailbox = mailbox;
    this.postman = postman;
    this.pages = pages;
    this.html = html;
  }

  @GetMapping("/mailbox")
  ResponseEntity<String> read(Actor actor) {
    List<MailView> mails;
    try {
      mails = mailbox.read(actor).stream().map(this::view).toList();
    } catch (Refused _) {
      return pages.notice(
          HttpStatus.FORBIDDEN,
          "The mailbox is for ops",
          "Sign in with a token of ops. Your browser keeps the one you gave it until it is closed.");
    }
    return pages.page(
        HttpStatus.OK,
        "mailbox",
        Map.of(
            "mails", mails, "sends", postman.works(), "environment", actor.environment().wire()));
  }

  private MailView view(ReadMailbox.Seen seen) {
    Mail.Snapshot mail = seen.mail();
    Letter letter = seen.letter();
    Recipient to = mail.recipient();
    return new MailView(
        mail.id().subject(),
        word(mail.id()) + " " + mail.id().number(),
        mail.status().wire(),
        to == null ? "nobody yet" : to.name() + " <" + to.address() + ">",
        mail.created(),
        mail.tries(),
        mail.error(),
        letter,
        letter == null ? null : html.below(2, letter.text()));
  }

  private static String word(MailId id) {
    return Prefixed.looksLike("TC", id.subject()) ? "mail" : id.occasion().wire();
  }

  /** A mail as the page shows it. */
  public record MailView(
      String subject,
      String which,
      String status,
      String to,
      Instant created,
      int tries,
      @Nullable String error,
      @Nullable Letter letter,
      @Nullable String text) {}
}
