package io.tierhub.conversation;

import static io.tierhub.conversation.ConversationStatus.CLOSED;
import static io.tierhub.conversation.ConversationStatus.OPEN;

import io.tierhub.fulfillment.Sale;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import java.time.Instant;

/**
 * What distributor and vendor say to each other about one request, and what is noted of the
 * request's steps. It is opened with the request and seen by whoever sees the request. Either side
 * can close it, once; from then on only steps are noted. Its messages are kept apart from it, since
 * there can be many.
 */
public final class Conversation {

  /** What the two sides can do. */
  public enum Action {
    POST,
    EDIT,
    DELETE,
    CLOSE
  }

  public static final Lifecycle<ConversationStatus, Action> LIFECYCLE =
      Lifecycle.of(ConversationStatus.class, Action.class, Refusal.CONVERSATION_STATE)
          .allow(OPEN, Action.POST, OPEN)
          .allow(OPEN, Action.EDIT, OPEN)
          .allow(OPEN, Action.DELETE, OPEN)
          .allow(OPEN, Action.CLOSE, CLOSED)
          .by(Action.POST, Role.VENDOR, Role.DISTRIBUTOR)
          .by(Action.EDIT, Role.VENDOR, Role.DISTRIBUTOR)
          .by(Action.DELETE, Role.VENDOR, Role.DISTRIBUTOR)
          .by(Action.CLOSE, Role.VENDOR, Role.DISTRIBUTOR)
          .build();

  private final Snapshot born;
  private ConversationStatus status;
  private Stamp updated;

  private Conversation(Snapshot kept) {
    this.born = kept;
    this.status = kept.status();
    this.updated = kept.updated();
  }

  /**
   * @param instance the id of the request it is about
   */
  public static Conversation open(
      ConversationId id, String instance, String topic, Sale sale, Stamp created) {
    return new Conversation(new Snapshot(id, instance, topic, OPEN, sale, created, created, 0));
  }

  public static Conversation restore(Snapshot kept) {
    return new Conversation(kept);
  }

  /** One of the two sides says something. */
  public Message post(MessageId message, Actor actor, Wording wording, Instant now) {
    take(Action.POST, actor, now);
    return Message.post(message, born.id(), actor.account(), wording, new Stamp(now, actor.user()));
  }

  /**
   * A step of the request, in words; noted even when nobody can say anything any more.
   *
   * @param by for whom the user acted who took it, or whose act made the system take it
   */
  public Message note(MessageId message, PartnerId by, String step, Stamp at) {
    return Message.post(message, born.id(), by, new Wording(MessageType.STATE_CHANGE, step), at);
  }

  /**
   * Who posted the message says it in other words, or for others.
   *
   * @return whether anything changed
   */
  public boolean edit(Message message, Actor actor, Wording to, Instant now) {
    take(Action.EDIT, actor, now);
    return message.reword(actor, to, new Stamp(now, actor.user()));
  }

  /** Who posted the message takes it back. */
  public void delete(Message message, Actor actor, Instant now) {
    take(Action.DELETE, actor, now);
    message.requireItsOwn(actor);
  }

  public void close(Actor actor, Instant now) {
    take(Action.CLOSE, actor, now);
  }

  /** The one door of the status. */
  private void take(Action action, Actor actor, Instant now) {
    LIFECYCLE.requireActor(action, actor.role());
    ConversationStatus next = LIFECYCLE.next(status, action);
    if (next != status) {
      status = next;
      updated = new Stamp(now, actor.user());
    }
  }

  public ConversationId id() {
    return born.id();
  }

  public String instance() {
    return born.instance();
  }

  public ConversationStatus status() {
    return status;
  }

  public Sale sale() {
    return born.sale();
  }

  public Snapshot snapshot() {
    return new Snapshot(
        born.id(),
        born.instance(),
        born.topic(),
        status,
        born.sale(),
        born.created(),
        updated,
        born.revision());
  }

  /**
   * Everything that is kept and nothing derived.
   *
   * @param instance the id of the request it is about
   * @param revision what the database counts to notice lost updates
   */
  public record Snapshot(
      ConversationId id,
      String instance,
      String topic,
      ConversationStatus status,
      Sale sale,
      Stamp created,
      Stamp updated,
      long revision) {}
}
