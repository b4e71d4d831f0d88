package io.tierhub.claim;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import java.time.Instant;
import java.util.Optional;

/** Reads of leases, each one statement, straight to JSON. */
public interface ClaimQueries {

  /** The lease with what it still holds; nothing once it has ended. */
  Optional<Document> get(Actor actor, LeaseId lease, Instant now);
}
