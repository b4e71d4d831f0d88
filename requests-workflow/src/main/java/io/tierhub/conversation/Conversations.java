package io.tierhub.conversation;

import io.tierhub.kernel.Actor;
import java.time.Instant;
import java.util.Optional;

/** All conversations and their messages. Every method belongs into a transaction. */
public interface Conversations {

  void add(Conversation conversation);

  /**
   * The conversation, if the actor may see it, with nobody else changing it or anything in it until
   * the transaction ends.
   */
  Optional<Conversation> lock(Actor actor, ConversationKey key);

  /** The same for the system itself, which sees all. */
  Optional<Conversation> lockAbout(String instance);

  /** When the system noted the last step of the request, if it noted any. */
  Optional<Instant> lastStepOf(String instance);

  void save(Conversation conversation);

  /** Behind the messages that are there already. */
  void add(Message message);

  /** The message, if it is of the conversation and the actor may see it. */
  Optional<Message> message(Actor actor, Conversation conversation, MessageId id);

  void save(Message message);

  void remove(Message message);
}
