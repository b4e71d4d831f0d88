package io.tierhub.persistence.parameter;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Role;
import io.tierhub.parameter.ParameterDefinition;
import io.tierhub.parameter.ParameterPhase;
import io.tierhub.persistence.parameter.ParamsJson.Flavour;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.WireTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The configured values of products, kept ready for the reads of assets and tier configurations:
 * who joins them pays for a key, not for putting them together (wire-format §4.1, §6.1).
 */
@Component
public class ConfiguredParams {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String EVERYWHERE = "";

  private final JdbcTemplate jdbc;
  private final DefinitionJson definitions;

  ConfiguredParams(JdbcTemplate jdbc, DefinitionJson definitions) {
    this.jdbc = jdbc;
    this.definitions = definitions;
  }

  /**
   * What is joined to an object of a product.
   *
   * @param of the object's alias; it has {@code product_id} and {@code marketplace_id}
   */
  public static String joins(String of) {
    return (" left join configured_params {of}_every on {of}_every.product_id = {of}.product_id and"
            + " {of}_every.marketplace_id = '' left join configured_params {of}_market on"
            + " {of}_market.product_id = {of}.product_id and {of}_market.marketplace_id ="
            + " {of}.marketplace_id")
        .replace("{of}", of);
  }

  /** The member {@code configuration}. */
  public static Shape.Member configuration(String of, Role reader) {
    return Shape.raw(
        "configuration",
        "'{\"params\":' || coalesce({of}_market.{for}, {of}_every.{for}, '[]') || '}'"
            .replace("{of}", of)
            .replace("{for}", column(reader)));
  }

  /** A JSON object of the params of each item that has any, or null. */
  public static String ofItems(String of, Role reader) {
    return "coalesce({of}_market.items_{for}, {of}_every.items_{for})"
        .replace("{of}", of)
        .replace("{for}", column(reader));
  }

  private static String column(Role reader) {
    return switch (reader) {
      case VENDOR -> "for_vendor";
      case OPS -> "for_ops";
      case DISTRIBUTOR -> "for_distributor";
    };
  }

  /**
   * Writes anew what is shown of a product's values.
   *
   * @param all the product's parameters
   */
  public void retell(ProductId product, List<ParameterDefinition> all) {
    List<Value> values = values(product, all);
    jdbc.update("delete from configured_params where product_id = ?", product.value());
    Set<String> marketplaces =
        values.stream()
            .map(value -> Objects.requireNonNullElse(value.marketplace, EVERYWHERE))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!values.isEmpty()) {
      marketplaces.add(EVERYWHERE);
    }
    for (String marketplace : marketplaces) {
      write(
          product,
          marketplace,
          values.stream()
              .filter(value -> value.marketplace == null || value.marketplace.equals(marketplace))
              .toList());
    }
  }

  private void write(ProductId product, String marketplace, List<Value> values) {
    Map<Role, String> params = new EnumMap<>(Role.class);
    Map<Role, @Nullable String> items = new EnumMap<>(Role.class);
    for (Role reader : Role.values()) {
      params.put(reader, array(reader, values, value -> value.item == null).toString());
      items.put(reader, items(reader, values));
    }
    jdbc.update(
        "insert into configured_params (product_id, marketplace_id, for_vendor, for_ops,"
            + " for_distributor, items_for_vendor, items_for_ops, items_for_distributor) values"
            + " (?, ?, ?, ?, ?, ?, ?, ?)",
        product.value(),
        marketplace,
        params.get(Role.VENDOR),
        params.get(Role.OPS),
        params.get(Role.DISTRIBUTOR),
        items.get(Role.VENDOR),
        items.get(Role.OPS),
        items.get(Role.DISTRIBUTOR));
  }

  private @Nullable String items(Role reader, List<Value> values) {
    Map<String, ArrayNode> byItem = new LinkedHashMap<>();
    for (Value value : values) {
      String item = value.item;
      if (item != null && !byItem.containsKey(item)) {
        byItem.put(item, array(reader, values, other -> item.equals(other.item)));
      }
    }
    return byItem.isEmpty() ? null : JSON.writeValueAsString(byItem);
  }

  private ArrayNode array(Role reader, List<Value> values, Function<Value, Boolean> which) {
    ArrayNode array = JSON.createArrayNode();
    for (Value value : values) {
      boolean shared = value.definition.constraints().shared() != null;
      if (which.apply(value) && (reader != Role.DISTRIBUTOR || shared)) {
        array.add(param(value, reader == Role.VENDOR));
      }
    }
    return array;
  }

  private ObjectNode param(Value value, boolean seesSecrets) {
    ShownDefinition shown =
        ShownDefinition.all(definitions.definitions(List.of(value.definition))).getFirst();
    ObjectNode param =
        (ObjectNode)
            JSON.readTree(shown.with(JSON.readTree(value.held), seesSecrets, Flavour.ASSET));
    ObjectNode events = param.putObject("events");
    value.created.write(events.putObject("created"));
    value.updated.write(events.putObject("updated"));
    return param;
  }

  private List<Value> values(ProductId product, List<ParameterDefinition> all) {
    Map<String, ParameterDefinition> byId =
        all.stream()
            .filter(one -> one.phase() == ParameterPhase.CONFIGURATION)
            .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
    return jdbc
        .query(
            "select parameter_id, item_id, marketplace_id, held, created_at, created_by_id,"
                + " created_by_name, updated_at, updated_by_id, updated_by_name from"
                + " configured_value where product_id = ? and value is not null",
            (row, n) -> {
              ParameterDefinition definition = byId.get(row.getString(1));
              return definition == null
                  ? null
                  : new Value(
                      definition,
                      row.getString(2),
                      row.getString(3),
                      row.getString(4),
                      new Event(
                          row.getObject(5, OffsetDateTime.class),
                          row.getString(6),
                          row.getString(7)),
                      new Event(
                          row.getObject(8, OffsetDateTime.class),
                          row.getString(9),
                          row.getString(10)));
            },
            product.value())
        .stream()
        .filter(Objects::nonNull)
        .sorted(
            Comparator.comparingLong((Value value) -> value.definition.position())
                .thenComparing(value -> value.definition.id().value()))
        .toList();
  }

  private record Value(
      ParameterDefinition definition,
      @Nullable String item,
      @Nullable String marketplace,
      String held,
      Event created,
      Event updated) {}

  private record Event(OffsetDateTime at, @Nullable String byId, @Nullable String byName) {
    void write(ObjectNode into) {
      into.put("at", WireTime.format(at));
      if (byId != null) {
        into.putObject("by").put("id", byId).put("name", byName);
      }
    }
  }
}
