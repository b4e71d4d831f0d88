package io.tierhub.partner;

import io.tierhub.kernel.Actor;
import java.util.Optional;

/** All tokens that were ever issued. Every method belongs into a transaction. */
public interface ApiTokens {

  void add(ApiToken token);

  /**
   * The token, with nobody else changing it until the transaction ends; only if it is the actor's
   * own, of its environment, and not deleted.
   */
  Optional<ApiToken> lock(Actor actor, ApiTokenId id);

  void save(ApiToken token);
}
