package io.tierhub.workflow;

import io.tierhub.conversation.Conversation;
import io.tierhub.conversation.ConversationStatus;
import io.tierhub.conversation.Message;
import io.tierhub.conversation.MessageType;
import io.tierhub.conversation.Wording;
import io.tierhub.fulfillment.Sale;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.Lifecycle;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What the feed is told of conversations: that something was said, never what. */
final class ConversationEvents {

  private ConversationEvents() {}

  static DomainEvent posted(Conversation conversation, Message message, Actor actor) {
    return of(
        "conversation.message_posted",
        conversation,
        actor,
        message.snapshot().created().at(),
        isPrivate(message.wording()),
        about(message));
  }

  /**
   * @param was what it said before: who could read that may know that it says something else now
   */
  static DomainEvent changed(
      Conversation conversation, Message message, Wording was, Actor actor, Instant at) {
    return of(
        "conversation.message_changed",
        conversation,
        actor,
        at,
        isPrivate(was) && isPrivate(message.wording()),
        about(message));
  }

  static DomainEvent deleted(Conversation conversation, Message message, Actor actor, Instant at) {
    return of(
        "conversation.message_deleted",
        conversation,
        actor,
        at,
        isPrivate(message.wording()),
        about(message));
  }

  static DomainEvent closed(
      Conversation conversation, ConversationStatus from, Actor actor, Instant at) {
    return of(
        "conversation.closed",
        conversation,
        actor,
        at,
        false,
        Map.of("from", Lifecycle.wire(from), "to", Lifecycle.wire(conversation.status())));
  }

  private static boolean isPrivate(Wording wording) {
    return wording.type() == MessageType.PRIVATE;
  }

  private static Map<String, Object> about(Message message) {
    return Map.of(
        "message", message.id().value(), "type", Lifecycle.wire(message.wording().type()));
  }

  /**
   * @param secret told to the actor's own account alone
   */
  private static DomainEvent of(
      String type,
      Conversation conversation,
      Actor actor,
      Instant at,
      boolean secret,
      Map<String, Object> data) {
    Sale sale = conversation.sale();
    Map<String, Object> all = new HashMap<>(data);
    all.put("instance", conversation.instance());
    return new DomainEvent(
        type,
        conversation.id().value(),
        secret ? actor.account() : sale.distributor(),
        secret ? null : sale.vendor(),
        sale.product().value(),
        sale.environment(),
        at,
        actor.user(),
        actor.trace(),
        all);
  }
}
