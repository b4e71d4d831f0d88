package io.tierhub.catalog;

import io.tierhub.kernel.Actor;
import java.util.Optional;

/** All connections that were ever made. Every method belongs into a transaction. */
public interface Connections {

  void add(Connection connection);

  /**
   * The product's connection, with nobody else changing it until the transaction ends; if the actor
   * sees it.
   */
  Optional<Connection> lock(Actor actor, ProductId product, ConnectionId id);

  void save(Connection connection);
}
