package io.tierhub.conversation;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;

/**
 * One thing that was said in a conversation. The account that posted it can say it in other words,
 * keep it to itself, or take it back, as long as the conversation is open. A state change stays as
 * it was written.
 */
public final class Message {

  /** Ours: Connect names no limit. Enough for a stack trace, too little for a file. */
  public static final int LONGEST_TEXT = 10_000;

  private final Snapshot born;
  private Wording wording;
  private Stamp updated;

  private Message(Snapshot kept) {
    this.born = kept;
    this.wording = kept.wording();
    this.updated = kept.updated();
  }

  static Message post(
      MessageId id, ConversationId conversation, PartnerId by, Wording wording, Stamp at) {
    return new Message(new Snapshot(id, conversation, by, wording, at, at, 0));
  }

  public static Message restore(Snapshot kept) {
    return new Message(kept);
  }

  /**
   * @return whether anything changed
   */
  boolean reword(Actor actor, Wording to, Stamp now) {
    requireItsOwn(actor);
    if (to.type() == MessageType.STATE_CHANGE) {
      throw Refused.at(Refusal.INVALID, "/type", "A message does not become a state change.");
    }
    if (to.equals(wording)) {
      return false;
    }
    wording = to;
    updated = now;
    return true;
  }

  void requireItsOwn(Actor actor) {
    if (!actor.is(born.account())) {
      throw Refused.because(
          Refusal.FORBIDDEN,
          "Only %s, who posted it, may change or delete it.".formatted(born.account()));
    }
    if (wording.type() == MessageType.STATE_CHANGE) {
      throw Refused.because(
          Refusal.MESSAGE_FIXED, "%s tells of a change of state.".formatted(born.id()));
    }
  }

  public boolean isVisibleTo(Actor actor) {
    return wording.type() != MessageType.PRIVATE || actor.is(born.account());
  }

  public MessageId id() {
    return born.id();
  }

  public ConversationId conversation() {
    return born.conversation();
  }

  public Wording wording() {
    return wording;
  }

  public Snapshot snapshot() {
    return new Snapshot(
        born.id(),
        born.conversation(),
        born.account(),
        wording,
        born.created(),
        updated,
        born.revision());
  }

  /**
   * Everything that is kept and nothing derived.
   *
   * @param account for whom the user spoke who posted it
   * @param revision what the database counts to notice lost updates
   */
  public record Snapshot(
      MessageId id,
      ConversationId conversation,
      PartnerId account,
      Wording wording,
      Stamp created,
      Stamp updated,
      long revision) {}
}
