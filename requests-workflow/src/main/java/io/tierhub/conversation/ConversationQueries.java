package io.tierhub.conversation;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;

/** Reads of conversations, each one statement, straight to the wire's JSON. */
public interface ConversationQueries {

  /** How many of its messages a conversation is answered with, the last ones. */
  int MESSAGES_SHOWN = 100;

  Page list(Actor actor, Query query);

  Optional<Document> get(Actor actor, ConversationKey key);

  /**
   * @return empty if there is no such conversation
   */
  Optional<Page> messages(Actor actor, ConversationKey key, Query query);

  Optional<Document> message(Actor actor, MessageId id);
}
