package io.tierhub.template;

import io.tierhub.catalog.ProductId;
import java.util.List;
import java.util.Optional;

/**
 * All templates of all products. Every method belongs into a transaction; who adds, saves or
 * removes holds the product's lock.
 */
public interface Templates {

  Optional<Template> find(ProductId product, TemplateId id);

  /** The first of its kind by position. */
  Optional<Template> defaultOf(ProductId product, TemplateScope scope, TemplateType type);

  List<Template> ofProduct(ProductId product);

  /** Where the product's next template stands if nothing is said: last. */
  long nextPosition(ProductId product);

  void add(Template template);

  void save(Template template);

  void remove(Template template);
}
