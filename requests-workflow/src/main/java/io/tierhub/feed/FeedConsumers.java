package io.tierhub.feed;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where readers of the feed are, by names that they give themselves: those of an account in an
 * environment.
 */
public interface FeedConsumers {

  /** All of the actor's, by name, as an array. */
  Document list(Actor actor);

  /** With how far it is behind. */
  Optional<Document> get(Actor actor, String name);

  OptionalLong position(Actor actor, String name);

  /** Makes it if there is none. */
  void commit(Actor actor, String name, long position, Instant at);

  /** Whether there was one. */
  boolean delete(Actor actor, String name);

  int count(Actor actor);
}
