package io.tierhub.filters;

import io.tierhub.account.TierAccountField;
import io.tierhub.catalog.ProductField;
import io.tierhub.fulfillment.AssetField;
import io.tierhub.fulfillment.FulfillmentRequestField;
import io.tierhub.parameter.ParameterField;
import io.tierhub.query.Field;
import io.tierhub.query.Value;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import io.tierhub.tieraccountrequest.TierAccountRequestField;
import io.tierhub.tierconfig.TierConfigurationField;
import io.tierhub.tierconfigrequest.TierConfigurationRequestField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lists with rows of every kind: texts that need quotes and escapes or are not there, accounts in
 * all roles, and requests in most states. All of it is made by the API, so none of it is anything
 * that the database would not hold.
 */
final class FilteredWorld {

  private static final JsonMapper JSON = new JsonMapper();

  private static final List<String> HOLDING =
      List.of("/tier/configs", "/tier/config-requests", "/requests", "/assets");

  private static final List<String> TEXTS =
      List.of(
          "Acme",
          "acme",
          "Acme 100%",
          "Acme 1000",
          "a_b",
          "axb",
          "a%b",
          "a\\b",
          "a\\%b",
          "Acme, Inc. (Spain) & Co; x|y=z",
          "O'Brien",
          "say \"hi\"",
          "Éclair",
          "éclair",
          "*star*",
          "null()",
          "true",
          "Zürich 🌍 Яндекс",
          "+34 600",
          "eq");

  private final JdbcTemplate jdbc;
  private final Company distributor;
  private final Company vendor;
  private final String hub;
  private final String configured;
  private final String synced;
  private final List<String> resellers = new ArrayList<>();
  private final Set<String> inHub = new HashSet<>();

  FilteredWorld(World world, JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    distributor = world.distributor();
    vendor = world.vendor();
    hub = world.hub(distributor);
    distributor
        .api()
        .post(
            "/marketplaces",
            "{\"name\": \"Iberia\", \"hubs\": [{\"hub\": {\"id\": \"%s\"}}]}".formatted(hub))
        .expect(201);
    configured = world.tierProduct(vendor, 2, distributor, hub);
    synced = world.soldProduct(vendor, true, distributor, hub);
    // Not published, so that not every product has been.
    vendor.api().post("/products", "{\"name\": \"Draft\"}").expect(201);
    parameters();
    accounts();
    orders();
    changes();
  }

  private void parameters() {
    for (String scope : List.of("tier1", "tier2")) {
      World.requires(vendor, configured, scope, "ordering", scope + "_ordering");
      World.requires(vendor, configured, scope, "fulfillment", scope + "_fulfillment");
    }
    for (String product : List.of(configured, synced)) {
      World.parameter(vendor, product, "asset", "ordering", "domain", "\"hidden\": true");
      World.parameter(vendor, product, "asset", "ordering", "label", "\"unique\": false");
      World.parameter(
          vendor, product, "asset", "fulfillment", "tenant", "\"reconciliation\": true");
      World.parameter(
          vendor, product, "product", "configuration", "region", "\"shared\": \"view\"");
    }
  }

  private void accounts() {
    for (int i = 0; i < 12; i++) {
      String parent = i < 4 ? null : resellers.get(i / 3 - 1);
      resellers.add(account("reseller", i, parent));
    }
  }

  private String account(String type, int number, String parent) {
    // A whole tree is bound to the hub, or none of it.
    boolean bound = parent == null ? number % 2 == 0 : inHub.contains(parent);
    String more =
        "\"external_uid\": "
            + quoted("uid-" + type + number)
            + (number % 3 == 0 ? "" : ", \"external_id\": " + quoted(text(number + 3)))
            + (number % 4 == 0 ? "" : ", \"tax_id\": " + quoted(text(number + 7)))
            + (bound ? ", \"hub\": {\"id\": \"%s\"}".formatted(hub) : "");
    String body =
        World.accountBody(type, "NAME", parent)
            .replace("\"NAME\",", quoted(text(number)) + ", " + more + ",")
            .replace("ada@", "ada_" + number + "@");
    String id = distributor.api().post("/tier/accounts", body).expect(201).at("id");
    if (bound) {
      inHub.add(id);
    }
    return id;
  }

  private void orders() {
    for (int i = 0; i < 12; i++) {
      String customer = account("customer", i, resellers.get(4 + i % 8));
      String product = i % 3 == 0 ? configured : synced;
      Api.Answer order = distributor.api().post("/requests", order(product, customer, i));
      answer(order.expect(201).at("id"), order.at("status"), i);
    }
    List<String> waiting =
        vendor.api().get("/tier/config-requests?status=inquiring&limit=1000").expect(200).ids();
    for (int i = 0; i < waiting.size(); i++) {
      answerTier(waiting.get(i), i);
    }
  }

  private String order(String product, String customer, int number) {
    String params =
        "{\"id\": \"domain\", \"value\": %s}".formatted(quoted(text(number)))
            + (number % 2 == 0
                ? ", {\"id\": \"label\", \"value\": %s}".formatted(quoted(text(number + 5)))
                : "");
    String more =
        "\"params\": [%s], %s \"product\""
            .formatted(
                params,
                number % 3 == 1 ? "" : "\"external_id\": %s,".formatted(quoted(text(number + 9))));
    return World.purchaseBody(product, customer).replace("\"product\"", more);
  }

  private void answer(String request, String status, int number) {
    if (!status.equals("pending")) {
      return;
    }
    String path = "/requests/" + request;
    if (number % 4 != 0) {
      vendor.api().post(path + "/assign").expect(200);
    }
    switch (number % 5) {
      case 0, 1 -> vendor.api().post(path + "/approve").expect(200);
      case 2 -> vendor.api().post(path + "/fail", "{\"reason\": \"Sold out\"}").expect(200);
      case 3 -> vendor.api().post(path + "/inquire").expect(200);
      default -> {
        // Stays pending.
      }
    }
  }

  private void answerTier(String request, int number) {
    String path = "/tier/config-requests/" + request;
    Api.Answer found = vendor.api().get(path).expect(200);
    String scope = "tier" + found.at("configuration.tier_level");
    if (number % 3 == 0) {
      vendor.api().post(path + "/fail", "{\"reason\": \"No\"}").expect(204);
      return;
    }
    distributor.api().put(path, param(scope + "_ordering", text(number))).expect(200);
    distributor.api().post(path + "/pend").expect(204);
    vendor.api().post(path + "/assign").expect(204);
    vendor.api().put(path, param(scope + "_fulfillment", text(number + 2))).expect(200);
    if (number % 3 == 1) {
      vendor.api().post(path + "/approve").expect(200);
    }
  }

  private static String param(String name, String value) {
    return "{\"params\": [{\"id\": \"%s\", \"value\": %s}]}".formatted(name, quoted(value));
  }

  /** Account requests, of which some are answered. */
  private void changes() {
    for (int i = 0; i < resellers.size(); i++) {
      String renamed = "{\"name\": %s}".formatted(quoted(text(i + 4)));
      distributor.api().put("/tier/accounts/" + resellers.get(i), renamed).expect(200);
    }
    List<String> raised =
        vendor.api().get("/tier/account-requests?status=pending&limit=1000").expect(200).ids();
    for (int i = 0; i < raised.size(); i++) {
      String path = "/tier/account-requests/" + raised.get(i);
      if (i % 3 == 0) {
        vendor.api().post(path + "/accept").expect(200);
      } else if (i % 3 == 1) {
        vendor.api().post(path + "/ignore", "{\"reason\": \"Known\"}").expect(200);
      }
    }
  }

  private static String text(int number) {
    return TEXTS.get(number % TEXTS.size());
  }

  private static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }

  /** The lists as the company sees them whose daily work they are. */
  List<FilteredList> lists() {
    Api seller = distributor.api();
    Api maker = vendor.api();
    return List.of(
        list("/tier/accounts", seller, "", TierAccountField.values(), accountsOwn()),
        list(
            "/tier/account-requests",
            maker,
            "",
            TierAccountRequestField.values(),
            Map.of("account.hub.name", json -> hubName(json.path("account").path("hub")))),
        list(
            "/tier/configs",
            maker,
            "",
            TierConfigurationField.values(),
            Map.of("connection.product_version_type", _ -> text("public"))),
        list("/tier/config-requests", maker, "", TierConfigurationRequestField.values(), Map.of()),
        list(
            "/requests",
            maker,
            "",
            FulfillmentRequestField.values(),
            Map.of("assignee.email", json -> email(json.path("assignee")))),
        list("/assets", maker, "&select(template)", AssetField.values(), Map.of()),
        list("/products", maker, "", ProductField.values(), productsOwn()),
        list(
            "/products/" + configured + "/parameters",
            maker,
            "",
            ParameterField.values(),
            Map.of(
                "constraints.required", json -> flag(json, "required"),
                "constraints.hidden", json -> flag(json, "hidden"),
                "constraints.unique", json -> flag(json, "unique"),
                "constraints.reconciliation", json -> flag(json, "reconciliation"))));
  }

  private Map<String, Function<JsonNode, List<Value>>> accountsOwn() {
    return Map.of(
        "hub.name",
        json -> hubName(json.path("hub")),
        "parent.parent.id",
        json ->
            jdbc
                .queryForList(
                    "select p.parent_id from tier_account a join tier_account p on p.id ="
                        + " a.parent_id where a.id = ? and p.parent_id is not null",
                    String.class,
                    json.path("id").asString())
                .stream()
                .<Value>map(Value.Text::new)
                .toList());
  }

  private static Map<String, Function<JsonNode, List<Value>>> productsOwn() {
    return Map.of(
        "capabilities.tiers.updates",
        json -> List.of(new Value.Truth(json.at("/capabilities/tiers/updates").asBoolean(false))));
  }

  private static List<Value> hubName(JsonNode hub) {
    return hub.path("id").asString().equals("HB-0000-0000") ? List.of() : text(hub, "name");
  }

  private List<Value> email(JsonNode assignee) {
    return jdbc
        .queryForList(
            "select email from app_user where id = ?",
            String.class,
            assignee.path("id").asString(""))
        .stream()
        .<Value>map(Value.Text::new)
        .toList();
  }

  private static List<Value> flag(JsonNode parameter, String name) {
    return List.of(new Value.Truth(parameter.path("constraints").path(name).asBoolean(false)));
  }

  private static List<Value> text(String text) {
    return List.of(new Value.Text(text));
  }

  private static List<Value> text(JsonNode object, String name) {
    return text(object.path(name).asString());
  }

  /**
   * @param own what is not simply shown under the name of the property
   */
  private FilteredList list(
      String path,
      Api reader,
      String select,
      Field[] fields,
      Map<String, Function<JsonNode, List<Value>>> own) {
    Map<String, Kept> kept = kept(path);
    List<Row> rows = new ArrayList<>();
    for (JsonNode json : reader.get(path + "?limit=1000" + select).expect(200).json()) {
      Kept exact = kept.get(json.path("id").asString());
      Map<Field, List<Value>> values = new HashMap<>();
      for (Field field : fields) {
        Function<JsonNode, List<Value>> ownWay = own.get(field.path());
        values.put(field, ownWay == null ? shown(field, json, exact) : ownWay.apply(json));
      }
      rows.add(new Row(json.path("id").asString(), values, held(fields, exact.params)));
    }
    return new FilteredList(path, reader, List.of(fields), List.copyOf(rows));
  }

  /** What the wire does not show exactly. */
  private record Kept(Instant created, Instant updated, Instant published, String params) {}

  private Map<String, Kept> kept(String path) {
    String table =
        switch (path) {
          case "/tier/accounts" -> "tier_account";
          case "/tier/account-requests" -> "tier_account_request";
          case "/tier/configs" -> "tier_configuration";
          case "/tier/config-requests" -> "tier_configuration_request";
          case "/requests" -> "fulfillment_request";
          case "/assets" -> "asset";
          case "/products" -> "product";
          default -> "product_parameter";
        };
    boolean holds = HOLDING.contains(path);
    Map<String, Kept> kept = new HashMap<>();
    jdbc.query(
        "select id, created_at, updated_at, %s as published_at, %s as params from %s"
            .formatted(
                table.equals("product") ? "published_at" : "null::timestamptz",
                holds ? "params" : "null",
                table),
        (ResultSet row) -> {
          kept.put(
              row.getString("id"),
              new Kept(
                  instant(row, "created_at"),
                  instant(row, "updated_at"),
                  instant(row, "published_at"),
                  row.getString("params")));
        });
    return kept;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static List<Value> shown(Field field, JsonNode json, Kept exact) {
    if (field.path().equals("unassigned")) {
      return List.of(new Value.Truth(!json.path("assignee").has("id")));
    }
    if (field.spec().type() == Field.Type.MOMENT) {
      Instant at = moment(field, exact);
      return at == null ? List.of() : List.of(new Value.Moment(at));
    }
    JsonNode node = node(field, json);
    if (node == null) {
      return List.of();
    }
    return switch (field.spec().type()) {
      case TEXT, CHOICE ->
          node.asString().equals(field.spec().zeroId()) ? List.of() : text(node.asString());
      case WHOLE_NUMBER -> List.of(new Value.WholeNumber(node.asLong()));
      case TRUTH -> List.of(new Value.Truth(node.asBoolean()));
      case WORDS -> node.valueStream().<Value>map(n -> new Value.Text(n.asString())).toList();
      case MOMENT -> throw new IllegalStateException("a moment: " + field);
    };
  }

  private static Instant moment(Field field, Kept exact) {
    if (field.path().contains("published")) {
      return exact.published;
    }
    return field.path().contains("updated") ? exact.updated : exact.created;
  }

  /** What is shown under one of the property's names. */
  private static JsonNode node(Field field, JsonNode json) {
    List<String> names = new ArrayList<>(List.of(field.path()));
    names.addAll(field.spec().aliases());
    for (String name : names) {
      JsonNode node = json.at("/" + name.replace('.', '/'));
      if (node.isValueNode() && !node.isNull() || node.isArray()) {
        return node;
      }
    }
    return null;
  }

  private static List<Map<Field, Value>> held(Field[] fields, String params) {
    List<Map<Field, Value>> held = new ArrayList<>();
    if (params == null) {
      return held;
    }
    JSON.readTree(params)
        .forEachEntry((name, kept) -> {
          Map<Field, Value> one = new HashMap<>();
          for (Field field : fields) {
            if (field.path().endsWith("params.id")) {
              one.put(field, new Value.Text(name));
            } else if (field.path().endsWith("params.value") && kept.path("value").isString()) {
              one.put(field, new Value.Text(kept.path("value").asString()));
            }
          }
          held.add(one);
        });
    return held;
  }
}
