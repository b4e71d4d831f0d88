package io.tierhub.action;

import io.tierhub.catalog.ProductId;
import java.util.List;
import java.util.Optional;

/**
 * All actions of all products, and what their links need. Every method belongs into a transaction;
 * who writes holds the product's lock.
 */
public interface Actions {

  Optional<Action> find(ProductId product, ActionId id);

  Optional<Action> byLocalId(ProductId product, String localId);

  /** The buttons of those who are of that scope, in the order in which they were made. */
  List<Action> ofScope(ProductId product, ActionScope scope);

  int count(ProductId product);

  /** The running number of the product's next action; none is given twice. */
  int nextNumber(ProductId product);

  /** Keeps it, in place of the one of its id if there is one. */
  void save(Action action);

  void remove(ActionId id);

  /** Where the product's links lead: {@code customer_ui_settings.action.url}. */
  Optional<String> endpoint(ProductId product);

  Optional<ActionSecrets> secrets(ProductId product);

  void save(ProductId product, ActionSecrets secrets);
}
