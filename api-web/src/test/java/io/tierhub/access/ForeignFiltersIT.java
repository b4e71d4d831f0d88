package io.tierhub.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.HttpTest;
import io.tierhub.query.Field;
import io.tierhub.query.Field.Lookup;
import io.tierhub.query.Field.Type;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import io.tierhub.web.openapi.Filterable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * No list tells of what its reader does not see: not by a filter, not by a search, not by its order
 * and not by how many there are. Each property of each list is asked for what others have there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@DisplayName("API1:2023 and API3:2023, rows and properties that lists do not show")
class ForeignFiltersIT extends HttpTest {

  /** Whoever sees what they stand below sees all of their rows. */
  private static final Set<String> THE_SAME_FOR_ALL =
      Set.of(
          "/products/{id}/items",
          "/products/{product}/parameters",
          "/products/{product}/templates",
          "/products/{product}/messages",
          "/products/{product}/actions",
          "/hubs/{id}/marketplaces",
          "/assets/{id}/requests",
          "/accounts/{id}/users",
          "/notifications/webhooks/{id}/deliveries");

  /** As many of a property's foreign values as are tried. */
  private static final int VALUES = 2;

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  private AccessScene scene;
  private Map<String, List<Field>> lists;
  private final List<Reading> readings = new ArrayList<>();

  /**
   * A list, and two who see different rows of it, or less of the same.
   *
   * @param owner who sees more
   */
  record Reading(String path, Company owner, Company reader, List<Field> fields) {

    List<JsonNode> rowsOf(Company who) {
      return who.api().get(path + "?limit=1000").expect(200).json().valueStream().toList();
    }

    Api.Answer find(String query) {
      return reader.api().getEncoded(path + "?" + query).expect(200);
    }

    @Override
    public String toString() {
      return path + ", what " + owner.actor().account() + " has, read by " + reader.actor().role();
    }
  }

  @BeforeAll
  void companiesThatDoBusiness() {
    scene = new AccessScene(world(), jdbc);
    lists = lists();
    moreThanTheOthersSee();
    Company maker = scene.maker;
    Company seller = scene.seller;
    Company rival = scene.rival;
    Company supplier = scene.supplier;
    for (String path :
        List.of(
            "/tier/accounts",
            "/tier/account-requests",
            "/tier/configs",
            "/tier/config-requests",
            "/requests",
            "/assets",
            "/queue",
            "/conversations",
            "/hubs",
            "/marketplaces",
            "/accounts",
            "/auth/tokens",
            "/notifications/webhooks",
            "/audit")) {
      read(path, path, seller, rival);
    }
    for (String path :
        List.of(
            "/tier/account-requests",
            "/requests",
            "/assets",
            "/queue",
            "/conversations",
            "/products",
            "/auth/tokens",
            "/audit")) {
      read(path, path, maker, supplier);
    }
    for (String path : List.of("/tier/accounts", "/tier/config-requests", "/requests", "/assets")) {
      read(path, path, seller, maker);
    }
    for (String path : List.of("/tier/configs", "/tier/config-requests", "/requests", "/assets")) {
      read(path, path, maker, seller);
      read(path, path, maker, scene.ops);
    }
    read("/products", "/products", maker, rival);
    read(
        "/tier/accounts/{id}/descendants",
        "/tier/accounts/" + scene.reseller + "/descendants",
        seller,
        maker);
    String product = "/products/" + scene.product;
    read("/products/{product}/connections", product + "/connections", seller, rival);
    read("/products/{product}/configurations", product + "/configurations", maker, rival);
    read("/hubs/{hub}/connections", "/hubs/" + scene.hub + "/connections", seller, supplier);
    String talk = "/conversations/" + scene.shared("conversation").ids().getFirst();
    maker
        .api()
        .post(talk + "/messages", "{\"text\": \"Between us\", \"type\": \"private\"}")
        .expect(201);
    read("/conversations/{id}/messages", talk + "/messages", maker, seller);
  }

  private void read(String pattern, String path, Company owner, Company reader) {
    readings.add(new Reading(path, owner, reader, lists.get(pattern)));
  }

  /** The lists of the server with the properties that it says they have. */
  private Map<String, List<Field>> lists() {
    Map<String, List<Field>> found = new TreeMap<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          Filterable filterable =
              AnnotationUtils.findAnnotation(handler.getMethod(), Filterable.class);
          // A claim takes a list's filter, and finds the vendor's own: ClaimsIT.
          boolean list = mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET);
          if (filterable != null && list) {
            for (String path : mapping.getPatternValues()) {
              found.put(
                  path.substring("/public/v1".length()),
                  Arrays.asList(filterable.value().getEnumConstants()));
            }
          }
        });
    return found;
  }

  private void moreThanTheOthersSee() {
    String pin =
        """
        {"name": "pin", "title": "PIN", "type": "password", "scope": "%s", "phase": "ordering"}
        """;
    ask(scene.product, pin.formatted("asset"));
    ask(scene.configured, pin.formatted("tier1"));
    String top = World.reseller(scene.seller, "Above all", null);
    String second = World.reseller(scene.seller, "Second", top);
    String first = World.reseller(scene.seller, "First", second);
    String customer = World.customer(scene.seller, "With much above it", first);
    String secret = "\"params\": [{\"id\": \"pin\", \"value\": \"pssst\"}], \"product\"";
    scene
        .seller
        .api()
        .post(
            "/requests", World.purchaseBody(scene.product, customer).replace("\"product\"", secret))
        .expect(201);
    setUp(scene.seller, World.reseller(scene.seller, "Set up", null), "hush");
    setUp(scene.rival, scene.rivalsReseller, "quiet");
    for (String object :
        List.of(
            "unused account",
            "maker's account",
            "account request",
            "tier draft",
            "draft",
            "marketplace",
            "unpublished product",
            "webhook",
            "assigned order")) {
      scene.shared(object);
    }
    scene.rename(scene.rival);
    scene.rename(scene.seller);
    ask(
        scene.product,
        """
        {"name": "price", "title": "Price", "type": "text", "scope": "marketplace",
         "phase": "configuration", "constraints": {"shared": "view"}}
        """);
    scene
        .maker
        .api()
        .post(
            "/products/" + scene.product + "/configurations",
            "{\"parameter\": {\"id\": \"price\"}, \"marketplace\": {\"id\": \"%s\"}, \"value\": \"seven\"}"
                .formatted(marketplaceOfTheHub()))
        .expect(201);
  }

  private String marketplaceOfTheHub() {
    return scene
        .seller
        .api()
        .post(
            "/marketplaces",
            "{\"name\": \"Seller's\", \"hubs\": [{\"hub\": {\"id\": \"%s\"}}]}"
                .formatted(scene.hub))
        .expect(201)
        .at("id");
  }

  private void ask(String product, String parameter) {
    scene.maker.api().post("/products/" + product + "/parameters", parameter).expect(201);
  }

  private void setUp(Company who, String reseller, String secret) {
    String request =
        who.api()
            .post(
                "/tier/config-requests",
                """
                {"type": "setup",
                 "configuration": {"product": {"id": "%s"}, "account": {"id": "%s"}, "tier_level": 1},
                 "params": [{"id": "contact_language", "value": "%s"}, {"id": "pin", "value": "%s"}]}
                """
                    .formatted(scene.configured, reseller, "of " + reseller, secret))
            .expect(201)
            .at("id");
    scene.maker.api().post("/tier/config-requests/" + request + "/approve").expect(200);
  }

  @Test
  void everyListIsTried() {
    Set<String> tried =
        readings.stream()
            .map(reading -> reading.path().replaceAll("/[A-Z]{2,3}-[0-9-]+", "/{}"))
            .collect(Collectors.toSet());
    THE_SAME_FOR_ALL.forEach(path -> tried.add(path.replaceAll("\\{\\w+}", "{}")));
    assertThat(tried)
        .as("add who sees what of it")
        .containsExactlyInAnyOrderElementsOf(
            lists.keySet().stream().map(path -> path.replaceAll("\\{\\w+}", "{}")).toList());
  }

  Stream<Reading> readings() {
    return readings.stream();
  }

  /** To ops nothing of an environment is foreign, and others add to it all the time. */
  Stream<Reading> readingsOfPartners() {
    return readings.stream().filter(reading -> reading.reader() != scene.ops);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readingsOfPartners")
  void rowsOfOthersAreNotFound(Reading reading) {
    List<JsonNode> seen = reading.rowsOf(reading.reader());
    Set<String> own = idsOf(seen);
    String all = seen.toString().toLowerCase(Locale.ROOT);
    List<JsonNode> foreign =
        reading.rowsOf(reading.owner()).stream().filter(row -> !own.contains(id(row))).toList();
    for (JsonNode row : foreign) {
      assertThat(seen.toString()).as("nothing points to it").doesNotContain("\"" + id(row) + "\"");
    }
    List<String> faults = new ArrayList<>();
    int asked = 0;
    for (Field field : reading.fields()) {
      Set<String> mine = valuesOf(field, seen);
      Set<String> theirs = new LinkedHashSet<>(valuesOf(field, foreign));
      theirs.removeAll(mine);
      for (String value : theirs.stream().limit(VALUES).toList()) {
        // A part of what the reader has itself is rightly found by patterns.
        boolean partOfOwn = all.contains(value.toLowerCase(Locale.ROOT));
        for (String query : partOfOwn ? exact(field, value) : queries(field, value)) {
          asked++;
          check(reading, query, own, field.spec().type() != Type.MOMENT, faults);
        }
      }
      if (field.spec().ordered()) {
        for (String sign : List.of("", "-")) {
          check(reading, "ordering(%s%s)".formatted(sign, field.path()), own, false, faults);
        }
      }
    }
    assertThat(faults).isEmpty();
    if (!foreign.isEmpty()) {
      assertThat(asked).as("questions, or this tells nothing").isPositive();
    }
  }

  /**
   * @param nothing whether none of the reader's own rows is as asked for
   */
  private static void check(
      Reading reading, String query, Set<String> own, boolean nothing, List<String> faults) {
    Api.Answer found = reading.find(query + "&limit=1000");
    Set<String> ids = idsOf(found.json().valueStream().toList());
    String total = found.header("Content-Range").replaceAll(".*/", "");
    String counted = reading.find(query + "&limit=0").header("Content-Range").replaceAll(".*/", "");
    boolean right =
        own.containsAll(ids)
            && total.equals(String.valueOf(ids.size()))
            && counted.equals(total)
            && (!nothing || ids.isEmpty());
    if (!right) {
      faults.add("%s finds %s of %s, counts %s".formatted(query, ids, total, counted));
    }
  }

  /** What somebody else is shown of the same row, and the reader is not, is not asked out of it. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("readings")
  void whatIsNotShownIsNotFound(Reading reading) {
    List<JsonNode> full =
        reading.rowsOf(reading.owner()).stream().filter(row -> row.has("id")).toList();
    Map<String, JsonNode> seen = new LinkedHashMap<>();
    for (JsonNode row : full) {
      // One by one, for ops sees more than one page.
      String same = "in(id,(" + id(row) + "))&limit=1";
      reading.find(same).json().forEach(one -> seen.put(id(one), one));
    }
    full = full.stream().filter(row -> seen.containsKey(id(row))).toList();
    List<String> faults = new ArrayList<>();
    for (Field field : reading.fields()) {
      if (field.spec().type() == Type.WHOLE_NUMBER) {
        continue; // A number of objects, which is of those that the reader sees.
      }
      Set<String> tried = new LinkedHashSet<>();
      for (JsonNode row : full) {
        Set<String> hidden = valuesOf(field, List.of(row));
        hidden.removeAll(valuesOf(field, List.of(seen.get(id(row)))));
        hidden.stream()
            .filter(value -> tried.size() < VALUES && tried.add(value))
            .flatMap(value -> queries(field, value).stream())
            .filter(query -> reading.find(query + "&limit=1000").ids().contains(id(row)))
            .forEach(query -> faults.add(query + " finds " + id(row)));
      }
    }
    assertThat(faults).isEmpty();
  }

  private static List<String> queries(Field field, String value) {
    List<String> queries = new ArrayList<>(exact(field, value));
    String path = field.path();
    if (field.supports(Lookup.LIKE) && field.spec().words().isEmpty()) {
      queries.add("like(%s,%s)".formatted(path, encoded("\"*" + value + "\"")));
      queries.add("ilike(%s,%s)".formatted(path, encoded("\"" + value + "*\"")));
    }
    if (field.spec().searched()) {
      queries.add("search=" + encoded("\"" + value + "\""));
    }
    return queries;
  }

  private static List<String> exact(Field field, String value) {
    String path = field.path();
    String quoted = encoded("\"" + value + "\"");
    if (field.spec().type() == Type.MOMENT) {
      return List.of("ge(%s,%s)".formatted(path, quoted), "le(%s,%s)".formatted(path, quoted));
    }
    List<String> queries = new ArrayList<>();
    if (field.supports(Lookup.EQ)) {
      queries.add("eq(%s,%s)".formatted(path, quoted));
    }
    if (field.supports(Lookup.IN)) {
      queries.add("in(%s,(%s))".formatted(path, quoted));
    }
    return queries;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String id(JsonNode row) {
    return row.has("id") ? row.path("id").asString() : row.toString();
  }

  private static Set<String> idsOf(List<JsonNode> rows) {
    return rows.stream().map(ForeignFiltersIT::id).collect(Collectors.toSet());
  }

  /** What is shown under one of the property's names. */
  private static Set<String> valuesOf(Field field, List<JsonNode> rows) {
    List<String> names = new ArrayList<>(List.of(field.path()));
    names.addAll(field.spec().aliases());
    Set<String> values = new LinkedHashSet<>();
    for (JsonNode row : rows) {
      for (String name : names) {
        collect(row, List.of(name.split("\\.")), values);
      }
    }
    values.remove("");
    return values;
  }

  private static void collect(JsonNode node, List<String> steps, Set<String> values) {
    if (node.isArray()) {
      node.valueStream().forEach(element -> collect(element, steps, values));
    } else if (!steps.isEmpty()) {
      collect(node.path(steps.getFirst()), steps.subList(1, steps.size()), values);
    } else if (node.isValueNode() && !node.isNull()) {
      values.add(node.asString());
    }
  }
}
