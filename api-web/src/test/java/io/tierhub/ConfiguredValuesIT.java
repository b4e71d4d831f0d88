package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Role;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is set of products before anything is ordered, and where it is shown. */
class ConfiguredValuesIT extends TierTest {

  private String path;
  private String market;
  private String item;

  @BeforeEach
  void aProductWithSomethingToConfigure() {
    path = "/products/" + product + "/configurations";
    market =
        distributor
            .api()
            .post(
                "/marketplaces",
                "{\"name\": \"Ours\", \"hubs\": [{\"hub\": {\"id\": \"%s\"}}]}".formatted(hub))
            .expect(201)
            .at("id");
    item = vendor.api().get("/products/" + product + "/items").expect(200).at("0.id");
    parameter("api_url", "url", "product", "\"shared\": \"view\"");
    parameter("seal", "password", "product", "\"shared\": \"view\"");
    parameter("internal", "text", "product", "");
    parameter("region", "text", "marketplace", "\"shared\": \"edit\"");
    parameter("sku", "text", "item", "\"shared\": \"view\"");
    parameter("price_list", "text", "item_marketplace", "\"shared\": \"view\"");
  }

  private void parameter(String name, String type, String scope, String constraints) {
    vendor
        .api()
        .post(
            "/products/" + product + "/parameters",
            """
            {"name": "%s", "title": "The %s", "type": "%s", "scope": "%s",
             "phase": "configuration", "constraints": {%s}}
            """
                .formatted(name, name, type, scope, constraints))
        .expect(201);
  }

  private String body(String parameter, String value, String more) {
    return "{\"parameter\": {\"id\": \"%s\"}, \"value\": \"%s\"%s}"
        .formatted(parameter, value, more);
  }

  private String inMarket() {
    return ", \"marketplace\": {\"id\": \"%s\"}".formatted(market);
  }

  private String ofItem() {
    return ", \"item\": {\"id\": \"%s\"}".formatted(item);
  }

  private Api.Answer set(String parameter, String value, String more) {
    return vendor.api().post(path, body(parameter, value, more)).expect(201);
  }

  private static List<String> pointers(Api.Answer refused) {
    return refused.json().path("violations").findValuesAsString("pointer");
  }

  /** Each line as its parameter, item, marketplace and value, as far as it has them. */
  private static List<String> lines(Api.Answer listed) {
    return listed
        .expect(200)
        .json()
        .valueStream()
        .map(line ->
            Stream.of("/parameter/id", "/item/id", "/marketplace/id", "/value")
                .map(line::at)
                .filter(member -> !member.isMissingNode())
                .map(JsonNode::asString)
                .collect(Collectors.joining(" ")))
        .toList();
  }

  private static List<String> names(Api.Answer answer, String at) {
    return answer.json().at(at).valueStream().map(one -> one.path("id").asString()).toList();
  }

  @Test
  void aValueIsAnsweredAsItWasSetAndReplacesTheOneBefore() {
    Api.Answer first = set("api_url", "https://one.example", "");
    assertThat(first.at("value")).isEqualTo("https://one.example");
    assertThat(first.at("parameter.id")).isEqualTo("api_url");
    assertThat(first.at("parameter.phase")).isEqualTo("configuration");
    assertThat(first.at("events.created.by.id")).isNotNull();
    assertThat(first.json().has("item")).isFalse();
    Api.Answer second = set(idOf("api_url"), "https://two.example", "");
    assertThat(second.at("value")).isEqualTo("https://two.example");
    assertThat(vendor.api().get(path + "?parameter.id=api_url").expect(200).text())
        .isEqualTo("[" + second.text() + "]");
    assertThat(vendor.api().post(path, body("api_url", "", "")).expect(201).json().has("value"))
        .isFalse();
    set("api_url", "https://three.example", "");
    Api.Answer none = vendor.api().post(path, "{\"parameter\": {\"id\": \"api_url\"}}").expect(201);
    assertThat(none.json().has("value")).isFalse();
    assertThat(none.at("events.updated.at")).as("it was set").isNotNull();
  }

  private String idOf(String parameter) {
    return vendor
        .api()
        .get("/products/" + product + "/parameters?name=" + parameter)
        .expect(200)
        .at("0.id");
  }

  @Test
  void everyPlaceIsListedAlsoWhereNothingIsSet() {
    String second =
        vendor
            .api()
            .post(
                "/products/" + product + "/items",
                "{\"name\": \"Seat\", \"mpn\": \"MPN-2\", \"unit\": {\"id\": \"seat\"}}")
            .expect(201)
            .at("id");
    distributor.api().post("/marketplaces", "{\"name\": \"Without a hub\"}").expect(201);
    vendor
        .api()
        .post(
            "/products/" + product + "/parameters",
            """
            {"name": "title", "title": "T", "type": "heading", "scope": "product",
             "phase": "configuration"}
            """)
        .expect(201);
    set("sku", "S-2", ofItem().replace(item, second));
    Api.Answer all = vendor.api().get(path);
    assertThat(lines(all))
        .containsExactly(
            "api_url",
            "seal",
            "internal",
            "region " + market,
            "sku " + item,
            "sku " + second + " S-2",
            "price_list " + item + " " + market,
            "price_list " + second + " " + market);
    assertThat(all.json().get(4))
        .hasToString(
            """
            {"parameter":{"id":"sku","name":"sku","title":"The sku","description":"",\
            "type":"text","scope":"item","phase":"configuration","constraints":\
            {"required":false,"hidden":false,"unique":false,"readonly":false,"shared":"view"}},\
            "item":{"id":"%s","name":"%s"},"events":{}}\
            """
                .formatted(item, all.at("4.item.name")));
    assertThat(vendor.api().get(path + "?limit=0").header("Content-Range"))
        .isEqualTo("items 0-0/8");
    Api.Answer page = vendor.api().get(path + "?limit=2&offset=5");
    assertThat(page.header("Content-Range")).isEqualTo("items 5-6/8");
    assertThat(lines(page))
        .containsExactly("sku " + second + " S-2", "price_list " + item + " " + market);
    assertThat(lines(vendor.api().get(path + "?ne(value,null())"))).hasSize(1);
    assertThat(lines(distributor.api().get(path))).hasSize(7).doesNotContain("internal");
  }

  @Test
  void whatIsPostedWithoutAValueWhereNothingIsSetIsNoNews() {
    String before = vendor.api().get(path).expect(200).text();
    assertThat(set("sku", "", ofItem()).json().path("events")).isEmpty();
    assertThat(vendor.api().get(path).expect(200).text()).isEqualTo(before);
    set("sku", "S-1", ofItem());
    set("sku", "S-1", ofItem());
    set("seal", "s3cret-1", "");
    await().until(() -> told().size() >= 2);
    assertThat(told()).hasSize(2);
  }

  private List<JsonNode> told() {
    return vendor
        .api()
        .get("/feed?after=0&limit=1000")
        .expect(200)
        .json()
        .valueStream()
        .filter(event -> event.path("type").asString().equals("io.tierhub.product.configured"))
        .toList();
  }

  @Test
  void aParameterIsFoundByItsNameAndByItsId() {
    assertThat(lines(vendor.api().get(path + "?parameter.id=sku"))).containsExactly("sku " + item);
    assertThat(lines(vendor.api().get(path + "?parameter.id=" + idOf("sku"))))
        .containsExactly("sku " + item);
    assertThat(lines(vendor.api().get(path + "?in(parameter.id,(sku,%s))".formatted(idOf("seal")))))
        .containsExactly("seal", "sku " + item);
    assertThat(lines(vendor.api().get(path + "?ne(parameter.id,sku)"))).hasSize(5);
    assertThat(lines(vendor.api().get(path + "?like(parameter.id,*i*)&ordering(-parameter.id)")))
        .containsExactly(
            "region " + market, "price_list " + item + " " + market, "internal", "api_url");
  }

  /** As Connect's own command line tool sends a text that looks like something else. */
  @Test
  void aBareTextNumberOrTruthIsTheTextOfTheValue() {
    for (String bare : List.of("4711", "1.5", "true", "\"gold\"")) {
      String text = bare.replace("\"", "");
      assertThat(vendor.api().post(path, structured("internal", bare)).expect(201).at("value"))
          .isEqualTo(text);
    }
    assertThat(pointers(vendor.api().post(path, structured("api_url", "7")).expect(400)))
        .containsExactly("/structured_value");
    assertThat(pointers(vendor.api().post(path, structured("internal", "[1]")).expect(400)))
        .containsExactly("/structured_value");
    assertThat(pointers(vendor.api().post(path, structured("internal", "1e999")).expect(400)))
        .containsExactly("/structured_value");
    String both = structured("internal", "8").replaceFirst("}$", ", \"value\": \"8\"}");
    assertThat(vendor.api().post(path, both).expect(201).at("value")).isEqualTo("8");
    assertThat(pointers(vendor.api().post(path, both.replace("8\"", "9\"")).expect(400)))
        .containsExactly("/structured_value");
  }

  private static String structured(String parameter, String value) {
    return "{\"parameter\": {\"id\": \"%s\"}, \"structured_value\": %s}"
        .formatted(parameter, value);
  }

  @Test
  void eachPlaceHasItsOwnValue() {
    set("sku", "S-1", ofItem());
    set("region", "EU", inMarket());
    set("price_list", "gold", ofItem() + inMarket());
    Api api = vendor.api();
    assertThat(api.get(path + "?item.id=" + item).expect(200).json()).hasSize(2);
    assertThat(api.get(path + "?marketplace.id=" + market).expect(200).json()).hasSize(2);
    assertThat(lines(api.get(path + "?eq(item.id,null())&ne(marketplace.id,null())")))
        .containsExactly("region " + market + " EU");
    assertThat(api.get(path + "?parameter.scope=item").expect(200).at("0.item.id")).isEqualTo(item);
    assertThat(api.get(path + "?parameter.constraints.shared=edit").expect(200).json()).hasSize(1);
    assertThat(api.get(path + "?like(value,*ol*)").expect(200).json()).hasSize(1);
    assertThat(api.get(path + "?ordering(-value)&limit=1").expect(200).at("0.value"))
        .isEqualTo("gold");
  }

  @Test
  void whatIsWrongIsToldAllAtOnce() {
    assertThat(pointers(vendor.api().post(path, body("nobody", "x", "")).expect(400)))
        .containsExactly("/parameter/id");
    assertThat(pointers(vendor.api().post(path, body("tier1_ordering", "x", "")).expect(400)))
        .as("of another phase")
        .containsExactly("/parameter/id");
    assertThat(
            pointers(
                vendor
                    .api()
                    .post(
                        path,
                        """
                        {"parameter": {"id": "nobody"}, "value": {}, "structured_value": [],
                         "item": {"id": "PRD-000-000-000-0001"}, "marketplace": {"id": "MP-00001"}}
                        """)
                    .expect(400)))
        .containsExactlyInAnyOrder(
            "/parameter/id", "/item/id", "/marketplace/id", "/value", "/structured_value");
    assertThat(
            pointers(
                vendor
                    .api()
                    .post(path, body("api_url", "no url", ofItem() + inMarket()))
                    .expect(400)))
        .containsExactlyInAnyOrder("/value", "/item", "/marketplace");
    assertThat(pointers(vendor.api().post(path, body("price_list", "x", "")).expect(400)))
        .containsExactlyInAnyOrder("/item", "/marketplace");
    String elsewhere =
        world
            .distributor()
            .api()
            .post("/marketplaces", "{\"name\": \"Theirs\"}")
            .expect(201)
            .at("id");
    assertThat(
            pointers(
                vendor
                    .api()
                    .post(
                        path,
                        body(
                            "price_list",
                            "x",
                            ", \"item\": {\"id\": \"%s-9999\"}, \"marketplace\": {\"id\": \"%s\"}"
                                .formatted(product, elsewhere)))
                    .expect(400)))
        .containsExactlyInAnyOrder("/item/id", "/marketplace/id");
    assertThat(pointers(vendor.api().post(path, "{\"value\": {}, \"item\": 7}").expect(400)))
        .contains("/parameter", "/item");
    assertThat(
            pointers(
                vendor
                    .api()
                    .post(path, body("sku", "x", inMarket()).replace("\"x\"", "{}"))
                    .expect(400)))
        .containsExactlyInAnyOrder("/value", "/item", "/marketplace");
    assertThat(lines(vendor.api().get(path + "?ne(value,null())"))).isEmpty();
  }

  @Test
  void aConnectionOfAnotherEnvironmentLeadsNowhere() {
    Company tester = world.company(Role.DISTRIBUTOR, Environment.TEST);
    String testHub = world.hub(tester);
    world.connection(product, vendor, tester, testHub);
    String testMarket =
        tester
            .api()
            .post(
                "/marketplaces",
                "{\"name\": \"Trial\", \"hubs\": [{\"hub\": {\"id\": \"%s\"}}]}".formatted(testHub))
            .expect(201)
            .at("id");
    String there = ", \"marketplace\": {\"id\": \"%s\"}".formatted(testMarket);
    assertThat(pointers(vendor.api().post(path, body("region", "EU", there)).expect(400)))
        .containsExactly("/marketplace/id");
    assertThat(lines(vendor.api().get(path + "?parameter.id=region")))
        .containsExactly("region " + market);
    assertThat(tester.api().post(path, body("region", "EU", there)).expect(201).at("value"))
        .isEqualTo("EU");
    assertThat(lines(tester.api().get(path + "?parameter.id=region")))
        .containsExactly("region " + testMarket + " EU");
    assertThat(lines(vendor.api().get(path + "?parameter.id=region")))
        .as("what is set is the vendor's to see")
        .containsExactlyInAnyOrder("region " + market, "region " + testMarket + " EU");
  }

  @Test
  void whereTheConnectionWasRevokedTheVendorCanOnlyEmptyWhatWasSet() {
    set("region", "EU", inMarket());
    String connections = "/products/" + product + "/connections";
    String connection = distributor.api().get(connections).expect(200).at("0.id");
    distributor.api().put(connections + "/" + connection, "{\"status\": \"revoked\"}").expect(200);
    assertThat(pointers(vendor.api().post(path, body("region", "US", inMarket())).expect(400)))
        .containsExactly("/marketplace/id");
    assertThat(
            pointers(
                vendor.api().post(path, body("price_list", "", ofItem() + inMarket())).expect(400)))
        .as("nothing was set there")
        .containsExactly("/marketplace/id");
    assertThat(lines(vendor.api().get(path + "?ne(marketplace.id,null())")))
        .containsExactly("region " + market + " EU");
    assertThat(set("region", "", inMarket()).json().has("value")).isFalse();
  }

  @Test
  void whatIsSharedIsShownAndEditedByDistributors() {
    set("api_url", "https://one.example", "");
    set("internal", "ours alone", "");
    set("seal", "s3cret-1", "");
    Api.Answer seen = distributor.api().get(path).expect(200);
    assertThat(seen.text()).contains("one.example").doesNotContain("ours alone", "s3cret-1");
    assertThat(world.ops().api().get(path).expect(200).text())
        .contains("ours alone")
        .doesNotContain("s3cret-1");
    assertThat(distributor.api().get(path + "?like(value,*s3cret*)").expect(200).json()).isEmpty();
    distributor.api().post(path, body("region", "EU", inMarket())).expect(201);
    distributor.api().post(path, body("api_url", "https://x.example", "")).expect(403);
    world.ops().api().post(path, body("region", "EU", inMarket())).expect(403);
    Company other = world.distributor();
    world.connection(product, vendor, other, world.hub(other));
    assertThat(other.api().get(path + "?parameter.name=region").expect(200).json()).isEmpty();
    assertThat(pointers(other.api().post(path, body("region", "US", inMarket())).expect(400)))
        .containsExactly("/marketplace/id");
    for (Api unseen : List.of(world.distributor().api(), world.vendor().api())) {
      unseen.get(path).expect(404);
      unseen.post(path, body("api_url", "https://x.example", "")).expect(404);
    }
  }

  @Test
  void ordersAndConfigurationsShowWhatIsSet() {
    set("api_url", "https://one.example", "");
    set("internal", "ours alone", "");
    set("seal", "s3cret-1", "");
    set("region", "EU", inMarket());
    set("sku", "S-1", ofItem());
    set("price_list", "gold", ofItem() + inMarket());
    Api.Answer order =
        distributor.api().post("/requests", World.purchaseBody(product, customer)).expect(201);
    assertThat(order.at("asset.marketplace.id")).isEqualTo(market);
    assertThat(names(order, "/asset/configuration/params"))
        .containsExactly("api_url", "seal", "region");
    assertThat(order.at("asset.configuration.params.0.value")).isEqualTo("https://one.example");
    assertThat(order.at("asset.configuration.params.0.events.created.at")).isNotNull();
    assertThat(names(order, "/asset/items/0/params")).containsExactly("sku", "price_list");
    assertThat(order.at("asset.items.0.params.1.value")).isEqualTo("gold");
    assertThat(order.text()).doesNotContain("s3cret-1").doesNotContain("ours alone");
    Api.Answer vendors = vendor.api().get("/requests/" + order.at("id")).expect(200);
    assertThat(names(vendors, "/asset/configuration/params"))
        .containsExactly("api_url", "seal", "internal", "region");
    assertThat(vendors.text()).contains("s3cret-1");
    Api.Answer tier =
        vendor.api().get("/tier/config-requests/" + tierRequestOf(top, 2).at("id")).expect(200);
    assertThat(names(tier, "/configuration/configuration/params"))
        .containsExactly("api_url", "seal", "internal", "region");
    assertThat(
            names(
                distributor.api().get("/assets/" + order.at("asset.id")).expect(200),
                "/configuration/params"))
        .containsExactly("api_url", "seal", "region");
  }

  @Test
  void anAssetShowsWhatIsOfItsOwnItemsAndItsOwnMarketplace() {
    String other =
        vendor
            .api()
            .post(
                "/products/" + product + "/items",
                "{\"name\": \"Seat\", \"mpn\": \"MPN-2\", \"unit\": {\"id\": \"seat\"}}")
            .expect(201)
            .at("id");
    set("sku", "another item's", ofItem().replace(item, other));
    String order = orderOf(customer);
    Api.Answer without = distributor.api().get("/requests/" + order).expect(200);
    assertThat(without.json().at("/asset/items/0").has("params")).isFalse();
    assertThat(without.text()).doesNotContain("another item's");
    set("sku", "S-1", ofItem());
    set("price_list", "gold", ofItem() + inMarket());
    String second =
        distributor
            .api()
            .post(
                "/marketplaces",
                "{\"name\": \"Second\", \"hubs\": [{\"hub\": {\"id\": \"%s\"}}]}".formatted(hub))
            .expect(201)
            .at("id");
    set("price_list", "lead", ofItem() + inMarket().replace(market, second));
    set("region", "EU", inMarket().replace(market, second));
    Api.Answer with = distributor.api().get("/requests/" + order).expect(200);
    assertThat(names(with, "/asset/items/0/params")).containsExactly("sku", "price_list");
    assertThat(with.at("asset.items.0.params.1.value")).isEqualTo("gold");
    assertThat(with.text()).doesNotContain("lead", "\"EU\"");
    set("price_list", "", ofItem() + inMarket());
    set("sku", "", ofItem());
    assertThat(distributor.api().get("/requests/" + order).expect(200).text())
        .isEqualTo(without.text());
  }

  @Test
  void whoSendsAllParamsBackSendsNothingOfTheRequestWrong() {
    set("api_url", "https://one.example", "");
    orderOf(customer);
    String request = "/tier/config-requests/" + tierRequestOf(top, 2).at("id");
    distributor
        .api()
        .put(
            request,
            """
            {"params": [{"id": "tier2_ordering", "value": "x"},
                        {"id": "api_url", "value": "https://one.example"}]}
            """)
        .expect(200);
    assertThat(pointers(distributor.api().put(request, params("nobody", "x")).expect(400)))
        .containsExactly("/params/0/id");
  }

  @Test
  void aParameterThatChangesOrGoesChangesWhatIsShown() {
    set("api_url", "https://one.example", "");
    String id = idOf("api_url");
    String asset =
        "/assets/"
            + distributor
                .api()
                .post("/requests", World.purchaseBody(product, customer))
                .expect(201)
                .at("asset.id");
    vendor
        .api()
        .put("/products/" + product + "/parameters/" + id, "{\"title\": \"Where\"}")
        .expect(200);
    assertThat(vendor.api().get(asset).expect(200).at("configuration.params.0.title"))
        .isEqualTo("Where");
    vendor.api().delete("/products/" + product + "/parameters/" + id).expect(204);
    assertThat(vendor.api().get(asset).expect(200).json().at("/configuration/params")).isEmpty();
    assertThat(vendor.api().get(path + "?parameter.id=api_url").expect(200).json()).isEmpty();
  }

  @Test
  void theFeedTellsThatButNotWhat() {
    set("seal", "s3cret-1", "");
    await().until(() -> !told().isEmpty());
    assertThat(told().toString()).contains("seal").doesNotContain("s3cret-1");
  }
}
