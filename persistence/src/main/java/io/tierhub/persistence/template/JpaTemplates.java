package io.tierhub.persistence.template;

import io.tierhub.catalog.ProductId;
import io.tierhub.persistence.Rows;
import io.tierhub.template.Template;
import io.tierhub.template.TemplateId;
import io.tierhub.template.TemplateScope;
import io.tierhub.template.TemplateType;
import io.tierhub.template.Templates;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Templates through JPA, flushed at once, for the answer is read by SQL. */
@Repository
class JpaTemplates implements Templates {

  private static final String BY_PLACE = " order by t.position, t.id";

  private final EntityManager entities;
  private final TemplateMapper mapper;

  JpaTemplates(EntityManager entities, TemplateMapper mapper) {
    this.entities = entities;
    this.mapper = mapper;
  }

  @Override
  public Optional<Template> find(ProductId product, TemplateId id) {
    return Optional.ofNullable(Rows.find(entities, TemplateEntity.class, id))
        .filter(row -> row.productId.equals(product.value()))
        .map(this::template);
  }

  @Override
  public Optional<Template> defaultOf(ProductId product, TemplateScope scope, TemplateType type) {
    return entities
        .createQuery(
            "select t from TemplateEntity t where t.productId = :product and t.scope = :scope and"
                + " t.type = :type"
                + BY_PLACE,
            TemplateEntity.class)
        .setParameter("product", product.value())
        .setParameter("scope", scope.wire())
        .setParameter("type", type.wire())
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(this::template);
  }

  @Override
  public List<Template> ofProduct(ProductId product) {
    return entities
        .createQuery(
            "select t from TemplateEntity t where t.productId = :product" + BY_PLACE,
            TemplateEntity.class)
        .setParameter("product", product.value())
        .getResultStream()
        .map(this::template)
        .toList();
  }

  @Override
  public long nextPosition(ProductId product) {
    Long last =
        entities
            .createQuery(
                "select max(t.position) from TemplateEntity t where t.productId = :product",
                Long.class)
            .setParameter("product", product.value())
            .getSingleResult();
    return (last == null ? 0 : last) + Template.STEP;
  }

  private Template template(TemplateEntity row) {
    return Template.restore(mapper.snapshot(row));
  }

  @Override
  public void add(Template template) {
    TemplateEntity row = new TemplateEntity();
    mapper.copy(template.snapshot(), row);
    entities.persist(row);
    entities.flush();
  }

  @Override
  public void save(Template template) {
    mapper.copy(template.snapshot(), row(template));
    entities.flush();
  }

  @Override
  public void remove(Template template) {
    entities.remove(row(template));
    entities.flush();
  }

  private TemplateEntity row(Template template) {
    TemplateEntity row = Rows.find(entities, TemplateEntity.class, template.id());
    if (row == null || row.revision != template.snapshot().revision()) {
      throw Rows.changed(template.id());
    }
    return row;
  }
}
