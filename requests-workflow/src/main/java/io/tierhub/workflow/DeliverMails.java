package io.tierhub.workflow;

import io.tierhub.mail.Letter;
import io.tierhub.mail.Mail;
import io.tierhub.mail.MailId;
import io.tierhub.mail.MailStatus;
import io.tierhub.mail.Mails;
import io.tierhub.mail.Postman;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends mails: each once, but for a crash between the mail server's yes and our commit. */
@Service
public class DeliverMails {

  private static final Logger LOG = LoggerFactory.getLogger(DeliverMails.class);

  private final Mails mails;
  private final Letters letters;
  private final Postman postman;
  private final Clock clock;

  DeliverMails(Mails mails, Letters letters, Postman postman, Clock clock) {
    this.mails = mails;
    this.letters = letters;
    this.postman = postman;
    this.clock = clock;
  }

  /**
   * Sends a mail if it still has to be. Its row is locked meanwhile, so nobody else does.
   *
   * @return when to try again, if the mail server did not take it
   */
  @Transactional
  public Optional<Instant> deliver(MailId id) {
    return mails
        .lock(id)
        .filter(mail -> mail.status() == MailStatus.WAITING)
        .flatMap(this::deliver);
  }

  /** In the trace of the call that caused the mail. */
  private Optional<Instant> deliver(Mail mail) {
    try (MDC.MDCCloseable _ = MDC.putCloseable("trace_id", mail.snapshot().trace())) {
      return handOver(mail);
    }
  }

  private Optional<Instant> handOver(Mail mail) {
    Optional<Letter> letter = letters.write(mail);
    Optional<Instant> again = Optional.empty();
    Instant now = clock.instant();
    letter.map(Letter::to).ifPresent(mail::address);
    if (letter.isEmpty()) {
      mail.dropped(now);
    } else if (!postman.works()) {
      mail.kept(now);
    } else {
      again = send(mail, letter.get());
    }
    mails.save(mail);
    LOG.info("mail {} {}", mail.id(), mail.status());
    return again;
  }

  private Optional<Instant> send(Mail mail, Letter letter) {
    try {
      postman.send(letter);
      mail.sent(clock.instant());
      return Optional.empty();
    } catch (Postman.NotTaken failed) {
      // Why stands beside the mail: mail servers name people, in as many lines as they like.
      LOG.warn("mail {} was not taken", mail.id());
      return mail.failed(String.valueOf(failed.getMessage()), clock.instant());
    }
  }
}
