package io.tierhub.catalog;

import io.tierhub.kernel.Actor;
import java.util.Optional;

/** All products and their items. Every method belongs into a transaction. */
public interface Products {

  void add(Product product);

  /** The product, with nobody else changing it until the transaction ends; if the actor sees it. */
  Optional<Product> lock(Actor actor, ProductId id);

  void save(Product product);

  /** The product as it is, whoever asks. */
  Optional<Product> peek(ProductId id);

  /** Whether the actor sees the product. */
  boolean isVisible(Actor actor, ProductId id);

  void add(ProductItem item);

  /** The running number of the product's next item; the product's lock is held. */
  int nextItemNumber(ProductId id);

  Optional<ProductItemId> itemByMpn(ProductId id, String mpn);
}
