package io.tierhub.persistence.parameter;

import io.tierhub.catalog.ProductId;
import io.tierhub.parameter.Parameter;
import io.tierhub.parameter.ParameterDefinition;
import io.tierhub.parameter.ParameterId;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterSets;
import io.tierhub.parameter.ParameterType;
import io.tierhub.parameter.Parameters;
import io.tierhub.persistence.Rows;
import io.tierhub.persistence.audit.Changes;
import io.tierhub.persistence.catalog.ProductCounters;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Parameters through JPA, flushed at once, and beside them what the params of assets and tier
 * configurations say of them.
 */
@Repository
class JpaParameters implements Parameters, ParameterSets {

  private final EntityManager entities;
  private final JdbcTemplate jdbc;
  private static final List<String> KEPT_IN =
      List.of("asset", "fulfillment_request", "tier_configuration", "tier_configuration_request");

  private final ParameterMapper mapper;
  private final DefinitionJson json;
  private final ProductCounters counters;
  private final ConfiguredParams configured;
  private final JdbcUniqueValues unique;
  private final Changes changes;

  JpaParameters(
      EntityManager entities,
      JdbcTemplate jdbc,
      ParameterMapper mapper,
      DefinitionJson json,
      ProductCounters counters,
      ConfiguredParams configured,
      JdbcUniqueValues unique,
      Changes changes) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.mapper = mapper;
    this.json = json;
    this.counters = counters;
    this.configured = configured;
    this.unique = unique;
    this.changes = changes;
  }

  @Override
  public int nextNumber(ProductId product) {
    return Math.toIntExact(counters.next(product, "parameter"));
  }

  @Override
  public void add(Parameter parameter) {
    ParameterEntity row = new ParameterEntity();
    mapper.copy(parameter.snapshot(), row);
    entities.persist(row);
    entities.flush();
    retell(parameter.definition());
  }

  @Override
  public Optional<Parameter> find(ProductId product, ParameterId id) {
    return Optional.ofNullable(Rows.find(entities, ParameterEntity.class, id))
        .filter(row -> row.productId.equals(product.value()))
        .map(mapper::snapshot)
        .map(Parameter::restore);
  }

  @Override
  public List<ParameterDefinition> ofProduct(ProductId product) {
    return told(
        product,
        entities
            .createQuery(
                "select a from ParameterEntity a where a.productId = :product",
                ParameterEntity.class)
            .setParameter("product", product.value())
            .getResultStream()
            .map(row -> mapper.snapshot(row).definition())
            .toList());
  }

  @Override
  public ParameterSet of(ProductId product, ParameterScope scope) {
    List<ParameterDefinition> definitions =
        entities
            .createQuery(
                "select a from ParameterEntity a where a.productId = :product and a.scope = :scope",
                ParameterEntity.class)
            .setParameter("product", product.value())
            .setParameter("scope", scope.wire())
            .getResultStream()
            .map(row -> mapper.snapshot(row).definition())
            .toList();
    return new ParameterSet(product, scope, told(product, definitions));
  }

  /** Whoever changes values has looked here before: the audit learns which of them are secrets. */
  private List<ParameterDefinition> told(ProductId product, List<ParameterDefinition> definitions) {
    changes.mayTell(
        product.value(),
        definitions.stream()
            .filter(one -> one.type() != ParameterType.PASSWORD)
            .map(ParameterDefinition::name)
            .collect(Collectors.toSet()));
    return definitions;
  }

  @Override
  public Optional<ParameterType> keptAs(ProductId product, String name) {
    return jdbc
        .query(
            "select d.type from deleted_parameter d where d.product_id = ? and d.name = ? and (false"
                + KEPT_IN.stream().map(JpaParameters::keeps).collect(Collectors.joining())
                + ")",
            (row, n) -> ParameterType.ofWire(row.getString(1)).orElseThrow(),
            product.value(),
            name)
        .stream()
        .findFirst();
  }

  private static String keeps(String table) {
    return " or exists (select 1 from "
        + table
        + " k where k.product_id = d.product_id and k.params::json -> d.name is not null)";
  }

  @Override
  public void save(Parameter parameter) {
    ParameterEntity row = row(parameter);
    boolean wasUnique = mapper.snapshot(row).definition().constraints().unique();
    mapper.copy(parameter.snapshot(), row);
    entities.flush();
    ParameterDefinition definition = parameter.definition();
    if (definition.constraints().unique() && !wasUnique && definition.type().canBeUnique()) {
      unique.claimAll(definition.product(), definition.name());
    }
    retell(definition);
  }

  @Override
  public void remove(Parameter parameter) {
    entities.remove(row(parameter));
    entities.flush();
    ParameterDefinition definition = parameter.definition();
    jdbc.update(
        "insert into deleted_parameter (product_id, name, type) values (?, ?, ?) on conflict"
            + " (product_id, name) do update set type = excluded.type",
        definition.product().value(),
        definition.name(),
        definition.type().wire());
    retell(parameter.definition());
  }

  private ParameterEntity row(Parameter parameter) {
    ParameterEntity row = Rows.find(entities, ParameterEntity.class, parameter.id());
    if (row == null || row.revision != parameter.snapshot().revision()) {
      throw Rows.changed(parameter.id());
    }
    return row;
  }

  /** Writes anew what is shown of the set in which something changed. */
  private void retell(ParameterDefinition changed) {
    if (!changed.scope().isOrdered()) {
      configured.retell(changed.product(), ofProduct(changed.product()));
      return;
    }
    ParameterSet set = of(changed.product(), changed.scope());
    String product = changed.product().value();
    String scope = changed.scope().wire();
    // Counted apart from the row, for it grows even over a time without any parameter.
    long revision = counters.next(changed.product(), "parameter_set." + scope);
    if (set.isEmpty()) {
      jdbc.update("delete from parameter_set where product_id = ? and scope = ?", product, scope);
    } else {
      jdbc.update(
          "insert into parameter_set (product_id, scope, revision, definitions) values (?, ?, ?, ?)"
              + " on conflict (product_id, scope) do update set revision = excluded.revision,"
              + " definitions = excluded.definitions",
          product,
          scope,
          revision,
          json.definitions(set.definitions()));
    }
  }
}
