package io.tierhub.workflow;

import io.tierhub.conversation.Conversation;
import io.tierhub.conversation.ConversationId;
import io.tierhub.conversation.ConversationKey;
import io.tierhub.conversation.ConversationStatus;
import io.tierhub.conversation.Conversations;
import io.tierhub.conversation.Message;
import io.tierhub.conversation.MessageId;
import io.tierhub.conversation.Wording;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.IdKind;
import io.tierhub.kernel.Ids;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the two sides of a request say about it. The system's own notes are the chronicle's. */
@Service
public class Converse {

  private static final Logger LOG = LoggerFactory.getLogger(Converse.class);

  private final Conversations conversations;
  private final Ids ids;
  private final Outbox outbox;
  private final Clock clock;

  Converse(Conversations conversations, Ids ids, Outbox outbox, Clock clock) {
    this.conversations = conversations;
    this.ids = ids;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  public MessageId post(Actor actor, ConversationKey key, Wording said) {
    Conversation conversation = lock(actor, key);
    MessageId id = new MessageId(ids.next(IdKind.MESSAGE));
    Message message = conversation.post(id, actor, said, clock.instant());
    conversations.add(message);
    outbox.append(ConversationEvents.posted(conversation, message, actor));
    return id;
  }

  /**
   * @param edit makes what is to be said out of what is said now
   */
  @Transactional
  public MessageId edit(
      Actor actor, ConversationKey key, MessageId id, UnaryOperator<Wording> edit) {
    Conversation conversation = lock(actor, key);
    Message message = see(actor, conversation, id);
    Wording was = message.wording();
    Instant now = clock.instant();
    if (conversation.edit(message, actor, edit.apply(was), now)) {
      conversations.save(message);
      outbox.append(ConversationEvents.changed(conversation, message, was, actor, now));
    }
    return id;
  }

  @Transactional
  public void delete(Actor actor, ConversationKey key, MessageId id) {
    Conversation conversation = lock(actor, key);
    Message message = see(actor, conversation, id);
    Instant now = clock.instant();
    conversation.delete(message, actor, now);
    conversations.remove(message);
    outbox.append(ConversationEvents.deleted(conversation, message, actor, now));
  }

  @Transactional
  public ConversationId close(Actor actor, ConversationKey key) {
    Conversation conversation = lock(actor, key);
    ConversationStatus from = conversation.status();
    Instant now = clock.instant();
    conversation.close(actor, now);
    conversations.save(conversation);
    outbox.append(ConversationEvents.closed(conversation, from, actor, now));
    LOG.info("{} {} -> {} by {}", conversation.id(), from, conversation.status(), actor.account());
    return conversation.id();
  }

  private Conversation lock(Actor actor, ConversationKey key) {
    return conversations.lock(actor, key).orElseThrow(() -> Refused.notFound(key));
  }

  private Message see(Actor actor, Conversation conversation, MessageId id) {
    return conversations.message(actor, conversation, id).orElseThrow(() -> Refused.notFound(id));
  }
}
