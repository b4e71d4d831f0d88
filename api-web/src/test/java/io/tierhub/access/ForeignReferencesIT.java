package io.tierhub.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.HttpTest;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a call of one's own points to in its body, its query string or further down its path: what
 * belongs to others is refused there in the very words that say that there is nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@DisplayName("API1:2023, what bodies, query strings and paths point to")
class ForeignReferencesIT extends HttpTest {

  private AccessScene scene;
  private final List<Reference> all = new ArrayList<>();

  /**
   * @param path with {@code ~} where the foreign id stands, if not in the body
   */
  record Reference(String what, Company who, String call, String body, String foreign) {

    Api.Answer to(String id) {
      String[] parts = call.split(" ");
      return who.api()
          .call(parts[0], parts[1].replace("~", id), body == null ? null : body.replace("~", id));
    }

    @Override
    public String toString() {
      return what + " in " + call;
    }
  }

  @BeforeAll
  void companiesThatDoBusiness() {
    scene = new AccessScene(world(), jdbc);
    accounts();
    tierRequests();
    orders();
    outlets();
    products();
    below();
  }

  private void add(String what, Company who, String call, String body, String foreign) {
    all.add(new Reference(what, who, call, body, foreign));
  }

  private String shared(String object) {
    return scene.shared(object).ids().getLast();
  }

  private void accounts() {
    Company seller = scene.seller;
    String customer = World.accountBody("customer", "C", "~");
    add("parent", seller, "POST /tier/accounts", customer, scene.rivalsReseller);
    add("parent", seller, "POST /tier/accounts", customer, shared("maker's account"));
    add(
        "hub",
        seller,
        "POST /tier/accounts",
        World.accountBody("reseller", "R", null, "\"hub\": {\"id\": \"~\"}"),
        scene.rivalsHub);
    String own = "PUT /tier/accounts/" + shared("unused account");
    add("parent", seller, own, "{\"parent\": {\"id\": \"~\"}}", scene.rivalsReseller);
    add(
        "account",
        seller,
        "POST /tier/account-requests",
        "{\"type\": \"update\", \"account\": {\"id\": \"~\", \"name\": \"N\"}}",
        scene.rivalsReseller);
  }

  private void tierRequests() {
    String setup =
        """
        {"type": "setup", "configuration": {"product": {"id": "%s"}, "account": {"id": "%s"},
         "tier_level": 1, "connection": {"id": "%s"}}}
        """;
    String connection = connectionOf(scene.seller, scene.configured);
    String call = "POST /tier/config-requests";
    Company seller = scene.seller;
    add(
        "product",
        seller,
        call,
        setup.formatted("~", scene.reseller, connection),
        shared("unpublished product"));
    add(
        "account",
        seller,
        call,
        setup.formatted(scene.configured, "~", connection),
        scene.rivalsReseller);
    add(
        "connection",
        seller,
        call,
        setup.formatted(scene.configured, scene.reseller, "~"),
        connectionOf(scene.rival, scene.configured));
    String update = "{\"type\": \"%s\", \"configuration\": {\"id\": \"~\"}}";
    String configuration = shared("configuration");
    add("configuration", scene.rival, call, update.formatted("update"), configuration);
    add("configuration", scene.supplier, call, update.formatted("adjustment"), configuration);
    String own = "/tier/config-requests/" + shared("tier request");
    add(
        "template",
        scene.maker,
        "POST " + own + "/approve",
        "{\"template\": {\"id\": \"~\"}}",
        templateOf(scene.suppliersProduct, "tier1"));
    add("assignee", scene.maker, "POST " + own + "/assign", "{\"email\": \"~\"}", suppliersMail());
  }

  private void orders() {
    Company seller = scene.seller;
    String call = "POST /requests";
    String purchase = World.purchaseBody(scene.product, shared("unused account"));
    add(
        "product",
        seller,
        call,
        purchase.replace(scene.product, "~"),
        shared("unpublished product"));
    add(
        "customer",
        seller,
        call,
        purchase.replace(shared("unused account"), "~"),
        scene.rivalsReseller);
    for (String tier : List.of("tier1", "tier2")) {
      add(
          tier,
          seller,
          call,
          purchase.replace("{\"customer\"", "{\"" + tier + "\": {\"id\": \"~\"}, \"customer\""),
          scene.rivalsReseller);
    }
    String rivalsUid =
        scene.rival.api().get("/tier/accounts/" + scene.rivalsReseller).at("external_uid");
    add(
        "customer's uid",
        seller,
        call,
        World.purchaseBody(scene.product, "~")
            .replace("{\"id\": \"~\"", "{\"external_uid\": \"~\""),
        rivalsUid);
    add(
        "connection",
        seller,
        call,
        purchase.replace("\"items\"", "\"connection\": {\"id\": \"~\"}, \"items\""),
        connectionOf(scene.rival, scene.product));
    add(
        "marketplace",
        seller,
        call,
        purchase.replaceFirst("\\{", "{\"marketplace\": {\"id\": \"~\"},"),
        rivalsMarketplace());
    add(
        "item",
        seller,
        call,
        purchase.replace("\"mpn\": \"MPN-1\"", "\"id\": \"~\""),
        scene.suppliersProduct + "-0001");
    add(
        "asset",
        scene.rival,
        call,
        "{\"type\": \"cancel\", \"asset\": {\"id\": \"~\"}}",
        shared("asset"));
    String own = "/requests/" + shared("order");
    String template = templateOf(scene.suppliersProduct, "asset");
    for (String action : List.of("/approve", "/inquire")) {
      add("template", scene.maker, "POST " + own + action, "{\"template_id\": \"~\"}", template);
    }
    add("assignee", scene.maker, "POST " + own + "/assign", "{\"email\": \"~\"}", suppliersMail());
  }

  private void outlets() {
    add(
        "hub",
        scene.seller,
        "POST /marketplaces",
        "{\"name\": \"M\", \"hubs\": [{\"hub\": {\"id\": \"~\"}}]}",
        scene.rivalsHub);
    add(
        "hub",
        scene.seller,
        "POST /products/%s/connections".formatted(scene.product),
        "{\"hub\": {\"id\": \"~\"}}",
        scene.rivalsHub);
    add(
        "hub of a provider",
        scene.maker,
        "POST /products/%s/connections".formatted(scene.product),
        "{\"hub\": {\"id\": \"%s\"}, \"provider\": {\"id\": \"~\"}}".formatted(scene.hub),
        scene.rival.id());
  }

  private void products() {
    String configure = "POST /products/%s/configurations".formatted(scene.product);
    String suppliers = "/products/" + scene.suppliersProduct;
    for (String scope : List.of("product", "marketplace")) {
      World.parameter(
          scene.supplier, scene.suppliersProduct, scope, "configuration", "of_" + scope, "");
    }
    World.parameter(scene.maker, scene.product, "item", "configuration", "of_item", "");
    add(
        "parameter",
        scene.maker,
        configure,
        "{\"parameter\": {\"id\": \"~\"}, \"value\": \"v\"}",
        scene.supplier.api().get(suppliers + "/parameters?name=of_product").expect(200).at("0.id"));
    add(
        "item",
        scene.maker,
        configure,
        "{\"parameter\": {\"id\": \"of_item\"}, \"item\": {\"id\": \"~\"}, \"value\": \"v\"}",
        scene.suppliersProduct + "-0001");
    add(
        "marketplace",
        scene.supplier,
        "POST " + suppliers + "/configurations",
        """
        {"parameter": {"id": "of_marketplace"}, "marketplace": {"id": "~"}, "value": "v"}
        """,
        rivalsMarketplace());
    String requirements = "GET /products/%s/requirements?account=".formatted(scene.product);
    add("account", scene.seller, requirements + "~", null, scene.rivalsReseller);
    add(
        "connection",
        scene.seller,
        requirements + shared("unused account") + "&connection=~",
        null,
        connectionOf(scene.rival, scene.product));
    String link = "GET /products/%s/actions/%s/actionLink?asset_id=~";
    add(
        "asset",
        scene.rival,
        link.formatted(scene.product, shared("action")),
        null,
        shared("asset"));
  }

  /** What stands below something of one's own in the path, and is not of it. */
  private void below() {
    for (String what : List.of("templates", "actions", "messages", "parameters", "connections")) {
      String object = what.equals("messages") ? "product message" : what.replaceFirst("s$", "");
      String path = " /products/%s/%s/~".formatted(scene.suppliersProduct, what);
      add(object, scene.supplier, "GET" + path, null, shared(object));
      add(object, scene.supplier, "PUT" + path, "{}", shared(object));
      if (!what.equals("connections")) {
        add(object, scene.supplier, "DELETE" + path, null, shared(object));
      }
    }
    String template = " /products/%s/templates/~/".formatted(scene.suppliersProduct);
    for (String shown : List.of("render", "preview")) {
      add("template", scene.supplier, "GET" + template + shown, null, shared("template"));
    }
    String talk = " /conversations/%s/messages/~".formatted(shared("conversation"));
    add(
        "message",
        scene.seller,
        "PUT" + talk,
        "{\"text\": \"T\"}",
        shared("message of the seller"));
    add("message", scene.seller, "DELETE" + talk, null, shared("message of the seller"));
    String code = scene.shared("form").ids().getFirst();
    Company nobody = new Company(scene.seller.api().as(null), "", "", scene.seller.actor());
    add(
        "request of another code",
        nobody,
        "POST /requests/~/pend?code=" + code,
        "{\"asset\": {\"params\": [{\"id\": \"domain\", \"value\": \"example.org\"}]}}",
        shared("inquiring order"));
  }

  private static String connectionOf(Company distributor, String product) {
    return distributor
        .api()
        .get("/products/" + product + "/connections?limit=1&ordering(created)")
        .expect(200)
        .at("0.id");
  }

  private String templateOf(String product, String scope) {
    return scene
        .supplier
        .api()
        .get("/products/" + product + "/templates?limit=1&scope=" + scope)
        .expect(200)
        .at("0.id");
  }

  private String rivalsMarketplace() {
    return scene.rival.api().get("/marketplaces?limit=1").expect(200).at("0.id");
  }

  private String suppliersMail() {
    return scene
        .supplier
        .api()
        .get("/accounts/%s/users?limit=1".formatted(scene.supplier.id()))
        .expect(200)
        .at("0.email");
  }

  Stream<Reference> references() {
    return all.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("references")
  void whatIsForeignIsAsIfItWereNot(Reference reference) {
    assertThat(reference.foreign()).as("there is something to find").isNotBlank();
    String nothing = Told.absent(reference.foreign());
    Api.Answer foreign = reference.to(reference.foreign());
    Api.Answer absent = reference.to(nothing);
    assertThat(foreign.status()).as(foreign.text()).isIn(400, 404);
    assertThat(Told.by(foreign, List.of(reference.foreign())))
        .isEqualTo(Told.by(absent, List.of(nothing)));
  }
}
