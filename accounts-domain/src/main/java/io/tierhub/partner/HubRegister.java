package io.tierhub.partner;

import io.tierhub.kernel.Actor;
import java.util.Optional;

/** Where distributors keep their hubs. Every method belongs into a transaction. */
public interface HubRegister {

  void add(Hub hub);

  /** The hub, with nobody else changing it until the transaction ends; if the actor sees it. */
  Optional<Hub> lock(Actor actor, HubId id);

  void save(Hub hub);
}
