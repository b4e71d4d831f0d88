package io.tierhub.workflow;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.mail.Letter;
import io.tierhub.mail.Mail;
import io.tierhub.mail.MailStatus;
import io.tierhub.mail.Mails;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows ops what was mailed, and without a mail server what would have been. */
@Service
public class ReadMailbox {

  private static final int MOST = 100;

  private final Mails mails;
  private final Letters letters;
  private final Clock clock;

  ReadMailbox(Mails mails, Letters letters, Clock clock) {
    this.mails = mails;
    this.letters = letters;
    this.clock = clock;
  }

  /**
   * The last mails of the actor's environment, the last one first.
   *
   * @throws Refused if the actor is not ops
   */
  @Transactional(readOnly = true)
  public List<Seen> read(Actor actor) {
    if (actor.role() != Role.OPS) {
      throw Refused.because(Refusal.FORBIDDEN, "The mailbox is for ops.");
    }
    return mails.latest(actor.environment(), MOST, clock.instant().plusSeconds(1)).stream()
        .map(this::seen)
        .toList();
  }

  /** A link that was mailed is its reader's; one that was not mailed has no other reader. */
  private Seen seen(Mail mail) {
    return new Seen(
        mail.snapshot(),
        mail.status() == MailStatus.KEPT ? letters.write(mail).orElse(null) : null);
  }

  /**
   * @param letter what would have been sent, as long as there is something to answer
   */
  public record Seen(Mail.Snapshot mail, @Nullable Letter letter) {}
}
