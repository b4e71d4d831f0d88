package io.tierhub.mail;

import static io.tierhub.mail.MailStatus.DROPPED;
import static io.tierhub.mail.MailStatus.FAILED;
import static io.tierhub.mail.MailStatus.KEPT;
import static io.tierhub.mail.MailStatus.SENT;
import static io.tierhub.mail.MailStatus.WAITING;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail that asks somebody for values, or sends somebody to its page. It waits until the mail
 * server takes it, which is tried again and again for two days, each time later; whoever was asked
 * again meanwhile, or has answered already, does not get it.
 */
public final class Mail {

  /** What the system does with a mail. */
  public enum Action {
    SEND,
    KEEP,
    DROP,
    RETRY,
    GIVE_UP
  }

  public static final Lifecycle<MailStatus, Action> LIFECYCLE =
      Lifecycle.of(MailStatus.class, Action.class, Refusal.INTERNAL)
          .allow(WAITING, Action.SEND, SENT)
          .allow(WAITING, Action.KEEP, KEPT)
          .allow(WAITING, Action.DROP, DROPPED)
          .allow(WAITING, Action.RETRY, WAITING)
          .allow(WAITING, Action.GIVE_UP, FAILED)
          .build();

  /** How long after each failure the next try comes; after the last one there is none. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(8),
          Duration.ofHours(12),
          Duration.ofHours(24));

  private static final int LONGEST_ERROR = 500;

  private final Snapshot born;
  private @Nullable Recipient recipient;
  private MailStatus status;
  private int tries;
  private @Nullable String error;
  private Instant updated;

  private Mail(Snapshot kept) {
    this.born = kept;
    this.recipient = kept.recipient();
    this.status = kept.status();
    this.tries = kept.tries();
    this.error = kept.error();
    this.updated = kept.updated();
  }

  /**
   * @param trace of the call that caused it
   */
  public static Mail of(MailId id, Environment environment, String trace, Instant now) {
    return new Mail(new Snapshot(id, environment, null, WAITING, 0, null, trace, now, now, 0));
  }

  public static Mail restore(Snapshot kept) {
    return new Mail(kept);
  }

  /** Who is written to is found when it is sent: whoever is the contact then. */
  public void address(Recipient to) {
    recipient = to;
  }

  public void sent(Instant now) {
    take(Action.SEND, now);
    tries++;
    error = null;
  }

  public void kept(Instant now) {
    take(Action.KEEP, now);
  }

  public void dropped(Instant now) {
    take(Action.DROP, now);
  }

  /**
   * @param why in the mail server's words
   * @return when to try again, unless it is given up
   */
  public Optional<Instant> failed(String why, Instant now) {
    boolean last = tries == PAUSES.size();
    take(last ? Action.GIVE_UP : Action.RETRY, now);
    error = why.length() > LONGEST_ERROR ? why.substring(0, LONGEST_ERROR) : why;
    Optional<Instant> again = last ? Optional.empty() : Optional.of(now.plus(PAUSES.get(tries)));
    tries++;
    return again;
  }

  private void take(Action action, Instant now) {
    status = LIFECYCLE.next(status, action);
    updated = now;
  }

  public MailId id() {
    return born.id();
  }

  public Optional<Recipient> recipient() {
    return Optional.ofNullable(recipient);
  }

  public MailStatus status() {
    return status;
  }

  public Snapshot snapshot() {
    return new Snapshot(
        born.id(),
        born.environment(),
        recipient,
        status,
        tries,
        error,
        born.trace(),
        born.created(),
        updated,
        born.revision());
  }

  /**
   * Everything that is kept and nothing derived.
   *
   * @param recipient nobody until it is tried for the first time
   * @param tries how often the mail server was asked to take it
   * @param error why it did not, the last time
   */
  public record Snapshot(
      MailId id,
      Environment environment,
      @Nullable Recipient recipient,
      MailStatus status,
      int tries,
      @Nullable String error,
      String trace,
      Instant created,
      Instant updated,
      long revision) {}
}
