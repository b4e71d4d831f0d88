package io.tierhub.productmessage;

import io.tierhub.catalog.ProductId;
import java.util.Optional;

/**
 * All messages of all products. Every method belongs into a transaction; who writes holds the
 * product's lock.
 */
public interface ProductMessages {

  Optional<ProductMessage> find(ProductId product, ProductMessageId id);

  Optional<ProductMessage> byExternalId(ProductId product, String externalId);

  int count(ProductId product);

  /** The running number of the product's next message; none is given twice. */
  int nextNumber(ProductId product);

  /** Keeps it, in place of the one of its id if there is one. */
  void save(ProductMessage message);

  void remove(ProductMessageId id);
}
