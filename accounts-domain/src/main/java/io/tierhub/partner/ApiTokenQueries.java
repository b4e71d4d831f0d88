package io.tierhub.partner;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.time.Instant;
import java.util.Optional;

/** Reads of tokens: one's own, of one's environment, never their secrets. */
public interface ApiTokenQueries {

  /**
   * @param now what decides which of them have expired
   */
  Page list(Actor actor, Query query, Instant now);

  Optional<Document> get(Actor actor, ApiTokenId id, Instant now);

  /** The token with the secret that was just drawn for it. */
  Document issued(Actor actor, IssuedToken issued, Instant now);
}
