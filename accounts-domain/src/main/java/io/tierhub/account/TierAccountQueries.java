package io.tierhub.account;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads of tier accounts, each one statement, straight to the wire's JSON. Answers contain only
 * what the actor may see; what it may not see is as if it were not there.
 */
public interface TierAccountQueries {

  Page list(Actor actor, Query query);

  Optional<Document> get(Actor actor, TierAccountId id);

  /** The accounts as one array, in the order of the ids. */
  Document all(Actor actor, List<TierAccountId> ids);

  /** The account as it was at that moment; empty before its first version and after its end. */
  Optional<Document> getAsOf(Actor actor, TierAccountId id, Instant asOf);

  /** The versions, newest first; of a decommissioned account for its owner and ops only. */
  Page versions(Actor actor, TierAccountId id, int limit, long offset);

  Optional<Document> version(Actor actor, TierAccountId id, int number);

  /** From the account itself (tier 0) up to the root, each with {@code level} and {@code tier}. */
  Optional<Document> ancestors(Actor actor, TierAccountId id, @Nullable Instant asOf);

  /**
   * Everything below the account in the order of the tree, each with {@code level}.
   *
   * @param depth how many levels below the account at most
   */
  Page descendants(Actor actor, TierAccountId id, int depth, Query query);

  /**
   * The account with its {@code children} nested.
   *
   * @param depth how many levels below the account at most
   */
  Optional<Document> tree(Actor actor, TierAccountId id, int depth, @Nullable Instant asOf);
}
