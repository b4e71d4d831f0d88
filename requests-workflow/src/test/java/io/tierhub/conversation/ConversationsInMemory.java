package io.tierhub.conversation;

import io.tierhub.kernel.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Conversations as they are kept, without a database. */
public final class ConversationsInMemory implements Conversations {

  private final List<Conversation> conversations = new ArrayList<>();
  private final List<Message> messages = new ArrayList<>();

  public List<Conversation> all() {
    return List.copyOf(conversations);
  }

  public List<Message> said() {
    return List.copyOf(messages);
  }

  public List<String> texts() {
    return messages.stream().map(message -> message.wording().text()).toList();
  }

  @Override
  public void add(Conversation conversation) {
    conversations.add(conversation);
  }

  @Override
  public Optional<Conversation> lock(Actor actor, ConversationKey key) {
    return conversations.stream()
        .filter(c -> key.value().equals(key.isItsOwn() ? c.id().value() : c.instance()))
        .filter(c -> c.sale().isVisibleTo(actor))
        .findFirst();
  }

  @Override
  public Optional<Conversation> lockAbout(String instance) {
    return conversations.stream().filter(c -> c.instance().equals(instance)).findFirst();
  }

  @Override
  public Optional<Instant> lastStepOf(String instance) {
    return lockAbout(instance).stream()
        .flatMap(c -> messages.stream().filter(m -> m.conversation().equals(c.id())))
        .filter(m -> m.wording().type() == MessageType.STATE_CHANGE)
        .filter(m -> m.wording().text().startsWith("Request " + instance + " "))
        .map(m -> m.snapshot().created().at())
        .max(Comparator.naturalOrder());
  }

  @Override
  public void save(Conversation conversation) {}

  @Override
  public void add(Message message) {
    messages.add(message);
  }

  @Override
  public Optional<Message> message(Actor actor, Conversation conversation, MessageId id) {
    return messages.stream()
        .filter(m -> m.id().equals(id) && m.conversation().equals(conversation.id()))
        .filter(m -> m.isVisibleTo(actor))
        .findFirst();
  }

  @Override
  public void save(Message message) {}

  @Override
  public void remove(Message message) {
    messages.remove(message);
  }
}
