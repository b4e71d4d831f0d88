package io.tierhub.webhook;

import static io.tierhub.webhook.DeliveryStatus.DELIVERED;
import static io.tierhub.webhook.DeliveryStatus.FAILED;
import static io.tierhub.webhook.DeliveryStatus.WAITING;

import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a webhook something. It waits until whoever is called says yes, which is tried again and
 * again for three days, each time later.
 */
public final class Delivery {

  /** What the system does with a delivery. */
  public enum Action {
    DELIVER,
    RETRY,
    GIVE_UP
  }

  public static final Lifecycle<DeliveryStatus, Action> LIFECYCLE =
      Lifecycle.of(DeliveryStatus.class, Action.class, Refusal.INTERNAL)
          .allow(WAITING, Action.DELIVER, DELIVERED)
          .allow(WAITING, Action.RETRY, WAITING)
          .allow(WAITING, Action.GIVE_UP, FAILED)
          .build();

  /** Whatever is older when it fails is not tried again. */
  public static final Duration LIFE = Duration.ofDays(3);

  /** How long after each failure the next try comes; after the last one each comes as late. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12));

  private final Snapshot born;
  private DeliveryStatus status;
  private int tries;
  private @Nullable Instant due;
  private @Nullable Instant finished;

  private Delivery(Snapshot kept) {
    this.born = kept;
    this.status = kept.status();
    this.tries = kept.tries();
    this.due = kept.due();
    this.finished = kept.finished();
  }

  public static Delivery restore(Snapshot kept) {
    return new Delivery(kept);
  }

  public void delivered(Instant now) {
    take(Action.DELIVER);
    tries++;
    due = null;
    finished = now;
  }

  /**
   * @param jitter from 0 to 1, so that what failed together is not tried again together
   */
  public void failed(Instant now, double jitter) {
    Instant end = born.created().plus(LIFE);
    boolean last = !now.isBefore(end) || born.kind() == DeliveryKind.TRIGGER;
    take(last ? Action.GIVE_UP : Action.RETRY);
    if (last) {
      due = null;
      finished = now;
    } else {
      Instant again = now.plus(pause(PAUSES.get(Math.min(tries, PAUSES.size() - 1)), jitter));
      due = again.isBefore(end) ? again : end;
    }
    tries++;
  }

  /** Up to a fifth shorter or longer. */
  static Duration pause(Duration about, double jitter) {
    return about.plusMillis(Math.round(about.toMillis() * (jitter - 0.5) * 0.4));
  }

  private void take(Action action) {
    status = LIFECYCLE.next(status, action);
  }

  public DeliveryId id() {
    return born.id();
  }

  public DeliveryStatus status() {
    return status;
  }

  public Snapshot snapshot() {
    return new Snapshot(
        born.id(), born.kind(), born.event(), status, tries, born.created(), due, finished);
  }

  /**
   * What it tells of.
   *
   * @param type {@code io.tierhub.<object class>.<what happened>}
   * @param position in the feed
   */
  public record Event(
      String id,
      String type,
      String subject,
      @Nullable String product,
      long position,
      Instant at,
      String trace) {

    private static final String PREFIX = "io.tierhub.";

    /** What it is about; a webhook may be about something else by now. */
    public ObjectClass objectClass() {
      String word = type.substring(PREFIX.length(), type.lastIndexOf('.'));
      return ObjectClass.ofWire(word)
          .orElseThrow(() -> new IllegalStateException("nobody is told of " + type));
    }
  }

  /**
   * Everything that is kept and nothing derived.
   *
   * @param event nothing if it was only triggered
   * @param tries how often the webhook was called
   * @param due when it is called; null once it is finished
   */
  public record Snapshot(
      DeliveryId id,
      DeliveryKind kind,
      @Nullable Event event,
      DeliveryStatus status,
      int tries,
      Instant created,
      @Nullable Instant due,
      @Nullable Instant finished) {}
}
