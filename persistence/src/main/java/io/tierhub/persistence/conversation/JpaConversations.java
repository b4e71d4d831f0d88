package io.tierhub.persistence.conversation;

import io.tierhub.conversation.Conversation;
import io.tierhub.conversation.ConversationKey;
import io.tierhub.conversation.Conversations;
import io.tierhub.conversation.Message;
import io.tierhub.conversation.MessageId;
import io.tierhub.conversation.MessageType;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.persistence.LockedRows;
import io.tierhub.persistence.Rows;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/**
 * Conversations and messages through JPA. Messages are not locked: whoever writes one holds its
 * conversation.
 */
@Repository
class JpaConversations implements Conversations {

  private final EntityManager entities;
  private final ConversationMapper mapper;

  JpaConversations(EntityManager entities, ConversationMapper mapper) {
    this.entities = entities;
    this.mapper = mapper;
  }

  @Override
  public void add(Conversation conversation) {
    ConversationEntity row = new ConversationEntity();
    mapper.copy(conversation.snapshot(), row);
    entities.persist(row);
  }

  @Override
  public Optional<Conversation> lock(Actor actor, ConversationKey key) {
    Optional<Conversation> asked =
        key.isItsOwn()
            ? Optional.ofNullable(
                    Rows.find(
                        entities, ConversationEntity.class, key, LockModeType.PESSIMISTIC_WRITE))
                .map(this::restore)
            : lockAbout(key.value());
    return asked.filter(conversation -> conversation.sale().isVisibleTo(actor));
  }

  @Override
  public Optional<Conversation> lockAbout(String instance) {
    return entities
        .createQuery(
            "select c from ConversationEntity c where c.instanceId = :instance",
            ConversationEntity.class)
        .setParameter("instance", instance)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .map(row -> {
          LockedRows.locked(instance);
          return restore(row);
        });
  }

  @Override
  public Optional<Instant> lastStepOf(String instance) {
    return Optional.ofNullable(
        entities
            .createQuery(
                "select max(m.createdAt) from MessageEntity m, ConversationEntity c where"
                    + " c.instanceId = :instance and m.conversationId = c.id and m.type = :step"
                    + " and m.text like concat('Request ', c.instanceId, ' %')",
                Instant.class)
            .setParameter("instance", instance)
            .setParameter("step", Lifecycle.wire(MessageType.STATE_CHANGE))
            .getSingleResult());
  }

  private Conversation restore(ConversationEntity row) {
    return Conversation.restore(mapper.snapshot(row));
  }

  @Override
  public void save(Conversation conversation) {
    Conversation.Snapshot snapshot = conversation.snapshot();
    ConversationEntity row = Rows.get(entities, ConversationEntity.class, snapshot.id());
    if (row.revision != snapshot.revision()) {
      throw Rows.changed(snapshot.id());
    }
    mapper.copy(snapshot, row);
  }

  @Override
  public void add(Message message) {
    MessageEntity row = new MessageEntity();
    mapper.copy(message.snapshot(), row);
    entities.persist(row);
  }

  @Override
  public Optional<Message> message(Actor actor, Conversation conversation, MessageId id) {
    return Optional.ofNullable(Rows.find(entities, MessageEntity.class, id))
        .map(mapper::snapshot)
        .map(Message::restore)
        .filter(message -> message.conversation().equals(conversation.id()))
        .filter(message -> message.isVisibleTo(actor));
  }

  @Override
  public void save(Message message) {
    Message.Snapshot snapshot = message.snapshot();
    MessageEntity row = Rows.get(entities, MessageEntity.class, snapshot.id());
    if (row.revision != snapshot.revision()) {
      throw Rows.changed(snapshot.id());
    }
    mapper.copy(snapshot, row);
  }

  @Override
  public void remove(Message message) {
    entities.remove(Rows.get(entities, MessageEntity.class, message.id()));
  }
}
