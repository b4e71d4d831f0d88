package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What products ask for. */
class ParametersIT extends HttpTest {

  private World world;
  private Company vendor;
  private String product;
  private String path;

  @BeforeEach
  void aProduct() {
    world = world();
    vendor = world.vendor();
    product = world.product(vendor, false);
    path = "/products/" + product + "/parameters";
  }

  private static String body(String name, String type, String more) {
    return """
    {"name": "%s", "title": "Title of %1$s", "type": "%s", "scope": "tier1", "phase": "ordering"%s}
    """
        .formatted(name, type, more);
  }

  private Api.Answer create(String name, String type, String more) {
    return vendor.api().post(path, body(name, type, more)).expect(201);
  }

  private static List<String> pointers(Api.Answer refused) {
    return refused
        .json()
        .path("violations")
        .valueStream()
        .map(v -> v.path("pointer").asString())
        .toList();
  }

  private Map<String, Object> set(String scope) {
    return jdbc
        .queryForList(
            "select revision, definitions from parameter_set where product_id = ? and scope = ?",
            product,
            scope)
        .stream()
        .findFirst()
        .orElse(Map.of());
  }

  @Test
  void aParameterIsAnsweredAsItWasAsked() {
    Api.Answer created =
        create(
            "vat_number",
            "text",
            """
            , "description": "As the tax office writes it", "hint": "H", "placeholder": "P",
            "constraints": {"required": true, "min_length": 4}, "id": "PRM-1-0001", "events": {}
            """);
    String digits = product.substring(4);
    assertThat(created.at("id")).isEqualTo("PRM-" + digits + "-0001");
    assertThat(created.at("description")).isEqualTo("As the tax office writes it");
    assertThat(created.at("position")).isEqualTo("10000");
    assertThat(created.json().path("constraints"))
        .hasToString(
            "{\"required\":true,\"hidden\":false,\"unique\":false,\"readonly\":false,"
                + "\"min_length\":4}");
    assertThat(created.json().has("default")).isFalse();
    assertThat(created.at("events.created.by.id")).startsWith("SU-");
    assertThat(vendor.api().get(path + "/" + created.at("id")).expect(200).text())
        .isEqualTo(created.text());
    assertThat(create("second", "text", "").at("position")).isEqualTo("20000");
  }

  @Test
  void eachKindShowsWhatBelongsToIt() {
    assertThat(create("site", "address", "").json().path("default"))
        .hasToString("{\"country\":null}");
    assertThat(
            create("tel", "phone", ", \"default\": {\"country\": \"ES\"}").json().path("default"))
        .hasToString("{\"country\":\"ES\"}");
    String choices =
        "[{\"value\":\"S\",\"label\":\"Small\",\"default\":true},{\"value\":\"L\",\"label\":\"Large\"}]";
    assertThat(
            create("size", "choice", ", \"constraints\": {\"choices\": " + choices + "}")
                .json()
                .path("constraints")
                .path("choices"))
        .hasToString(choices);
    Api.Answer fulfillment =
        vendor
            .api()
            .post(
                path,
                """
                {"name": "tenant", "title": "T", "type": "text", "scope": "asset",
                 "phase": "fulfillment", "constraints": {"reconciliation": true}}
                """)
            .expect(201);
    assertThat(fulfillment.at("constraints.reconciliation")).isEqualTo("true");
    Api.Answer configuration =
        vendor
            .api()
            .post(
                path,
                """
                {"name": "endpoint", "title": "T", "type": "url", "scope": "item",
                 "phase": "configuration"}
                """)
            .expect(201);
    assertThat(configuration.json().path("constraints").path("shared").isNull()).isTrue();
    assertThat(configuration.json().path("constraints").has("reconciliation")).isFalse();
  }

  @Test
  void whatWasReadMayBeSentBackWhole() {
    create(
        "plan",
        "choice",
        ", \"constraints\": {\"choices\": [{\"value\": \"a\", \"label\": \"A\"}]}");
    create("site", "address", "");
    create(
        "domain",
        "domain",
        """
        , "constraints": {"hidden": true, "dependency": {
            "parameter": {"name": "plan"}, "values": ["a"], "hidden": false}}
        """);
    for (String id : vendor.api().get(path).ids()) {
      Api.Answer read = vendor.api().get(path + "/" + id);
      assertThat(vendor.api().put(path + "/" + id, read.text()).expect(200).text())
          .isEqualTo(read.text());
    }
    assertThat(set("tier1")).containsEntry("revision", 3L);
  }

  @Test
  void aDependencyMayBeNamedById() {
    String plan = create("plan", "text", "").at("id");
    Api.Answer dependent =
        create(
            "domain",
            "domain",
            """
            , "constraints": {"dependency": {"parameter": {"id": "%s"}, "values": ["a"]}}
            """
                .formatted(plan));
    assertThat(dependent.at("constraints.dependency.parameter.name")).isEqualTo("plan");
  }

  @Test
  void membersThatAreNotSentStay() {
    String id =
        create(
                "size",
                "dropdown",
                """
                , "hint": "H", "constraints": {"required": true,
                  "choices": [{"value": "S", "label": "Small"}]}
                """)
            .at("id");
    Api.Answer changed =
        vendor
            .api()
            .put(
                path + "/" + id,
                "{\"title\": \"Size\", \"position\": 5, \"constraints\": {\"hidden\": true}}")
            .expect(200);
    assertThat(changed.at("title")).isEqualTo("Size");
    assertThat(changed.at("hint")).isEqualTo("H");
    assertThat(changed.at("position")).isEqualTo("5");
    assertThat(changed.at("constraints.required")).isEqualTo("true");
    assertThat(changed.at("constraints.hidden")).isEqualTo("true");
    assertThat(changed.at("constraints.choices.0.value")).isEqualTo("S");
    assertThat(vendor.api().put(path + "/" + id, "{\"hint\": null}").expect(200).json().has("hint"))
        .isFalse();
  }

  @Test
  void whatIsWrongIsToldAllAtOnce() {
    Api.Answer form =
        vendor
            .api()
            .post(
                path,
                """
                {"type": "colour", "scope": "tier3", "phase": 1, "position": -1,
                 "constraints": {"required": "perhaps", "shared": "all", "choices": [null, 7]}}
                """)
            .expect(400);
    assertThat(pointers(form))
        .containsExactlyInAnyOrder(
            "/name",
            "/title",
            "/type",
            "/scope",
            "/phase",
            "/position",
            "/constraints/required",
            "/constraints/shared",
            "/constraints/choices/0",
            "/constraints/choices/1");
    Api.Answer rules =
        vendor
            .api()
            .post(
                path,
                """
                {"name": "a b", "title": "T", "type": "choice", "scope": "item",
                 "phase": "ordering", "default": {"x": 1},
                 "constraints": {"min_length": 1, "shared": "view", "choices": [{"value": "a"}],
                   "dependency": {"parameter": {"name": "none"}, "values": ["x"]}}}
                """)
            .expect(400);
    assertThat(rules.at("error_code")).isEqualTo("VAL_001");
    assertThat(pointers(rules))
        .containsExactlyInAnyOrder(
            "/name",
            "/scope",
            "/default",
            "/constraints/shared",
            "/constraints/min_length",
            "/constraints/choices/0/label",
            "/constraints/dependency/parameter");
  }

  @Test
  void aNameIsTakenOnceInAProduct() {
    String first = create("vat", "text", "").at("id");
    Api.Answer twice = vendor.api().post(path, body("vat", "email", "")).expect(409);
    assertThat(twice.at("error_code")).isEqualTo("PRM_001");
    assertThat(twice.at("params.id")).isEqualTo(first);
    assertThat(pointers(twice)).containsExactly("/name");
    String other = "/products/" + world.product(vendor, false) + "/parameters";
    vendor.api().post(other, body("vat", "text", "")).expect(201);
  }

  @Test
  void whatValuesAreCalledByAndMadeOfNeverChanges() {
    String id = create("vat", "text", "").at("id");
    Api.Answer refused =
        vendor
            .api()
            .put(
                path + "/" + id,
                "{\"name\": \"tax\", \"type\": \"email\", \"scope\": \"tier2\", \"phase\": \"fulfillment\"}")
            .expect(400);
    assertThat(refused.at("error_code")).isEqualTo("PRM_002");
    assertThat(pointers(refused)).containsExactly("/name", "/type", "/scope", "/phase");
    vendor.api().put(path + "/" + id, "{\"name\": \"vat\", \"type\": \"text\"}").expect(200);
  }

  @Test
  void aDeletedParameterIsGoneAndItsIdIsNotGivenAgain() {
    String first = create("vat", "text", "").at("id");
    String last = create("note", "text", "").at("id");
    assertThat(vendor.api().delete(path + "/" + last).expect(204).text()).isEmpty();
    vendor.api().get(path + "/" + last).expect(404);
    vendor.api().delete(path + "/" + last).expect(404);
    assertThat(vendor.api().get(path).ids()).containsExactly(first);
    assertThat(create("note", "text", "").at("id")).isNotEqualTo(last);
  }

  @Test
  void whatAnotherDependsOnIsNotDeleted() {
    String plan = create("plan", "text", "").at("id");
    String domain =
        create(
                "domain",
                "domain",
                ", \"constraints\": {\"dependency\": {\"parameter\": {\"name\": \"plan\"}, \"values\": [\"a\"]}}")
            .at("id");
    Api.Answer refused = vendor.api().delete(path + "/" + plan).expect(400);
    assertThat(refused.at("error_code")).isEqualTo("PRM_003");
    assertThat(refused.at("params.dependents.0")).isEqualTo("domain");
    vendor.api().put(path + "/" + domain, "{\"constraints\": {\"dependency\": null}}").expect(200);
    vendor.api().delete(path + "/" + plan).expect(204);
  }

  @Test
  void parametersAreListedInTheirOrderAndFiltered() {
    create("c", "text", ", \"position\": 30");
    create("a", "email", ", \"position\": 10, \"constraints\": {\"required\": true}");
    create("b", "text", ", \"position\": 20, \"constraints\": {\"hidden\": true}");
    vendor
        .api()
        .post(
            path,
            """
            {"name": "d", "title": "D", "type": "text", "scope": "product",
             "phase": "configuration", "constraints": {"shared": "view"}}
            """)
        .expect(201);
    assertThat(names("")).containsExactly("a", "b", "c", "d");
    assertThat(names("?ordering=-position")).containsExactly("d", "c", "b", "a");
    assertThat(names("?eq(phase,ordering)&in(scope,(asset,tier1))")).containsExactly("a", "b", "c");
    assertThat(names("?constraints.required=true")).containsExactly("a");
    assertThat(names("?in(constraints.required,(true))")).containsExactly("a");
    assertThat(names("?ne(constraints.hidden,true)&type=text")).containsExactly("c", "d");
    assertThat(names("?constraints.shared=view")).containsExactly("d");
    assertThat(names("?eq(constraints.shared,null())&constraints.reconciliation=false"))
        .containsExactly("a", "b", "c");
    assertThat(names("?search=title of a")).containsExactly("a");
    assertThat(vendor.api().get(path + "?limit=1&offset=1").header("Content-Range"))
        .isEqualTo("items 1-1/4");
  }

  private List<String> names(String query) {
    return vendor
        .api()
        .get(path + query)
        .expect(200)
        .json()
        .valueStream()
        .map(p -> p.path("name").asString())
        .toList();
  }

  @Test
  void onlyTheVendorWritesAndWhoSellsItReads() {
    Company distributor = world.distributor();
    Company stranger = world.distributor();
    Company rival = world.vendor();
    Company ops = world.ops();
    world.connection(product, vendor, distributor, world.hub(distributor));
    String id = create("vat", "text", "").at("id");
    String one = path + "/" + id;
    for (Api seen : List.of(distributor.api(), ops.api())) {
      assertThat(seen.get(path).expect(200).ids()).containsExactly(id);
      seen.get(one).expect(200);
      seen.post(path, "{}").expect(403);
      seen.put(one, "{\"title\": 7}").expect(403);
      seen.delete(one).expect(403);
    }
    for (Api unseen : List.of(stranger.api(), rival.api())) {
      unseen.get(path).expect(404);
      unseen.get(one).expect(404);
      unseen.post(path, body("mine", "text", "")).expect(404);
      unseen.put(one, "{\"title\": \"mine\"}").expect(404);
      unseen.delete(one).expect(404);
    }
    String other = "/products/" + world.product(vendor, false) + "/parameters/";
    vendor.api().get(other + id).expect(404);
    vendor.api().put(other + id, "{}").expect(404);
    vendor.api().delete(other + id).expect(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"asset", "tier1", "tier2"})
  void whatOrdersShowIsKeptReadyForThem(String scope) {
    assertThat(set(scope)).isEmpty();
    String body =
        """
        {"name": "%s", "title": "T", "type": "choice", "scope": "%s", "phase": "ordering",
         "placeholder": "P", "constraints": {"choices": [{"value": "a", "label": "A"}]}}
        """;
    String first = vendor.api().post(path, body.formatted("one", scope)).expect(201).at("id");
    assertThat(set(scope)).containsEntry("revision", 1L);
    assertThat(set(scope).get("definitions"))
        .isEqualTo(
            """
            [{"id":"one","title":"T","description":"","type":"choice","scope":"%s",\
            "phase":"ordering","placeholder":"P","value_choices":[{"value":"a","label":"A"}],\
            "constraints":{"required":false,"hidden":false,"unique":false,"readonly":false,\
            "choices":[{"value":"a","label":"A"}]}}]\
            """
                .formatted(scope));
    String second = vendor.api().post(path, body.formatted("two", scope)).expect(201).at("id");
    vendor.api().put(path + "/" + second, "{\"position\": 1}").expect(200);
    assertThat(set(scope)).containsEntry("revision", 3L);
    assertThat(String.valueOf(set(scope).get("definitions"))).startsWith("[{\"id\":\"two\"");
    vendor.api().delete(path + "/" + first).expect(204);
    vendor.api().delete(path + "/" + second).expect(204);
    assertThat(set(scope)).isEmpty();
    vendor.api().post(path, body.formatted("one", scope)).expect(201);
    assertThat(set(scope)).containsEntry("revision", 6L);
  }

  @Test
  void portalsDrawFormsByASchema() {
    create("vat", "text", ", \"constraints\": {\"required\": true}");
    create("pin", "password", "");
    Company distributor = world.distributor();
    Company stranger = world.distributor();
    world.connection(product, vendor, distributor, world.hub(distributor));
    Api.Answer form =
        distributor.api().get(path + "/schema?scope=tier1&phase=ordering").expect(200);
    assertThat(form.header("Content-Type")).isEqualTo("application/json");
    assertThat(form.at("$id"))
        .isEqualTo("/public/v1" + path + "/schema?scope=tier1&phase=ordering");
    assertThat(form.at("required.0")).isEqualTo("vat");
    assertThat(form.at("properties.pin.writeOnly")).isEqualTo("true");
    assertThat(vendor.api().get(path + "/schema?scope=tier2").expect(200).json().path("properties"))
        .isEmpty();
    assertThat(vendor.api().get(path + "/schema").expect(400).at("errors.0"))
        .isEqualTo("The parameter scope is required.");
    assertThat(
            vendor
                .api()
                .get(path + "/schema?scope=tier3&phase=later")
                .expect(400)
                .json()
                .path("errors"))
        .hasSize(2);
    stranger.api().get(path + "/schema?scope=tier1").expect(404);
  }

  @Test
  void whatIsConfiguredIsNoPartOfOrders() {
    vendor
        .api()
        .post(
            path,
            """
            {"name": "c", "title": "C", "type": "text", "scope": "product", "phase": "configuration"}
            """)
        .expect(201);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from parameter_set where product_id = ?", Long.class, product))
        .isZero();
  }
}
