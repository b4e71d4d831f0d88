package io.tierhub.persistence.template;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import io.tierhub.template.TemplateId;
import io.tierhub.template.TemplateQueries;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads templates. */
@Component
class TemplateReads implements TemplateQueries {

  private static final TemplateTable TEMPLATES = new TemplateTable();

  private final JsonReads reads;

  TemplateReads(JsonReads reads) {
    this.reads = reads;
  }

  @Override
  public Page list(Actor actor, ProductId product, Query query) {
    return reads.page(TEMPLATES, actor, query, ofProduct(product));
  }

  @Override
  public Optional<Document> get(Actor actor, ProductId product, TemplateId id) {
    return reads.one(TEMPLATES, actor, id.value(), ofProduct(product));
  }

  private static Sql ofProduct(ProductId product) {
    return Sql.of("t.product_id = ?", product.value());
  }
}
