package io.tierhub.persistence.parameter;

import io.tierhub.catalog.ProductId;
import io.tierhub.configured.ConfiguredPlace;
import io.tierhub.kernel.Role;
import io.tierhub.parameter.ParameterDefinition;
import io.tierhub.persistence.parameter.ParamsJson.Flavour;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.WireTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The configured values of products, kept ready for the reads of assets and tier configurations:
 * who joins them pays for a key, not for putting them together (wire-format §4.1, §6.1).
 */
@Component
public class ConfiguredParams {

  private static final JsonMapper JSON = new JsonMapper();

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
    return (" left join shown_configuration {of}_every on {of}_every.product_id = {of}.product_id"
            + " and {of}_every.marketplace_id = '' and {of}_every.item_id = '' left join"
            + " shown_configuration {of}_market on {of}_market.product_id = {of}.product_id and"
            + " {of}_market.marketplace_id = {of}.marketplace_id and {of}_market.item_id = ''")
        .replace("{of}", of);
  }

  /** The member {@code configuration}: what is of the product, then what is of the marketplace. */
  public static Shape.Member configuration(String of, Role reader) {
    return Shape.raw(
        "configuration",
        "'{\"params\":[' || concat_ws(',', {of}_every.{for}, {of}_market.{for}) || ']}'"
            .replace("{of}", of)
            .replace("{for}", column(reader)));
  }

  /**
   * A JSON object of the params of each item of some that has any, or null. What is of the item in
   * all marketplaces comes first.
   *
   * @param of the object's alias
   * @param items a column with a JSON array of the items
   */
  public static String ofItems(String of, String items, Role reader) {
    return """
    case when exists (select 1 from shown_configuration k where k.product_id = {of}.product_id \
    and k.item_id <> '') then (select '{' || string_agg('"' || k.item_id || '":[' || k.params || \
    ']', ',') || '}' from (select k.item_id, string_agg(k.{for}, ',' order by k.marketplace_id) \
    as params from shown_configuration k where k.product_id = {of}.product_id and \
    k.marketplace_id in ('', {of}.marketplace_id) and k.item_id in (select one ->> 'id' from \
    json_array_elements({items}::json) one) group by k.item_id) k where k.params is not null) end\
    """
        .replace("{of}", of)
        .replace("{items}", items)
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
   * Writes anew what is shown of all of a product's values.
   *
   * @param all the product's parameters
   */
  public void retell(ProductId product, List<ParameterDefinition> all) {
    jdbc.update("delete from shown_configuration where product_id = ?", product.value());
    values(all, "product_id = ?", product.value()).stream()
        .collect(Collectors.groupingBy(Value::key))
        .forEach((key, values) -> write(product, key, values));
  }

  /**
   * Writes anew what is shown where one value changed.
   *
   * @param all the product's parameters
   */
  public void retell(ProductId product, List<ParameterDefinition> all, ConfiguredPlace changed) {
    Key key = Key.of(changed.item(), changed.marketplace());
    String[] keys =
        all.stream()
            .map(one -> new ConfiguredPlace(one.id(), changed.item(), changed.marketplace()).key())
            .toArray(String[]::new);
    jdbc.update(
        "delete from shown_configuration where product_id = ? and marketplace_id = ? and item_id ="
            + " ?",
        product.value(),
        key.marketplace(),
        key.item());
    List<Value> values = values(all, "key = any(?)", (Object) keys);
    if (!values.isEmpty()) {
      write(product, key, values);
    }
  }

  private void write(ProductId product, Key key, List<Value> values) {
    jdbc.update(
        "insert into shown_configuration (product_id, marketplace_id, item_id, for_vendor, for_ops,"
            + " for_distributor) values (?, ?, ?, ?, ?, ?)",
        product.value(),
        key.marketplace(),
        key.item(),
        shown(Role.VENDOR, values),
        shown(Role.OPS, values),
        shown(Role.DISTRIBUTOR, values));
  }

  private @Nullable String shown(Role reader, List<Value> values) {
    String shown =
        values.stream()
            .filter(value ->
                reader != Role.DISTRIBUTOR || value.definition.constraints().shared() != null)
            .map(value -> param(value, reader == Role.VENDOR).toString())
            .collect(Collectors.joining(","));
    return shown.isEmpty() ? null : shown;
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

  /** Those that are set, in the order of their parameters. */
  private List<Value> values(List<ParameterDefinition> all, String which, Object bound) {
    Map<String, ParameterDefinition> byId =
        all.stream().collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
    return jdbc
        .query(
            "select parameter_id, item_id, marketplace_id, held, created_at, created_by_id,"
                + " created_by_name, updated_at, updated_by_id, updated_by_name from"
                + " configured_value where value is not null and "
                + which,
            (row, n) ->
                new Value(
                    Objects.requireNonNull(byId.get(row.getString(1))),
                    Key.of(row.getString(2), row.getString(3)),
                    row.getString(4),
                    new Event(
                        row.getObject(5, OffsetDateTime.class), row.getString(6), row.getString(7)),
                    new Event(
                        row.getObject(8, OffsetDateTime.class),
                        row.getString(9),
                        row.getString(10))),
            bound)
        .stream()
        .sorted(
            Comparator.comparingLong((Value value) -> value.definition.position())
                .thenComparing(value -> value.definition.id().value()))
        .toList();
  }

  private record Value(
      ParameterDefinition definition, Key key, String held, Event created, Event updated) {}

  /** Of what a row is; empty for none. */
  private record Key(String item, String marketplace) {

    static Key of(@Nullable Object item, @Nullable Object marketplace) {
      return new Key(Objects.toString(item, ""), Objects.toString(marketplace, ""));
    }
  }

  private record Event(OffsetDateTime at, @Nullable String byId, @Nullable String byName) {
    void write(ObjectNode into) {
      into.put("at", WireTime.format(at));
      if (byId != null) {
        into.putObject("by").put("id", byId).put("name", byName);
      }
    }
  }
}
