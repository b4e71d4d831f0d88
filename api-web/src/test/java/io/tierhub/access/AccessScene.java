package io.tierhub.access;

import io.tierhub.access.AccessTable.Role;
import io.tierhub.kernel.Environment;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two vendors and two distributors whose business touches: the seller sells the maker's product and
 * the supplier's, the rival sells the maker's too, and each has something of every kind.
 */
final class AccessScene {

  final Company maker;
  final Company seller;
  final Company rival;
  final Company supplier;
  final Company ops;
  final Map<Role, Company> companies = new EnumMap<>(Role.class);

  /** The seller's, and the rival's. */
  final String hub;

  final String rivalsHub;

  /** The maker's, of which resellers are asked for nothing, and one of which they are. */
  final String product;

  final String configured;
  final String suppliersProduct;

  /** Of the maker and the seller, to be connected: what is ordered has one connection only. */
  private final String spareProduct;

  final String spareHub;
  final String reseller;
  final String rivalsReseller;

  private final World world;
  private final JdbcTemplate jdbc;
  private final Map<String, Target> shared = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();

  /**
   * Something that a path names.
   *
   * @param owner who can read it
   * @param seenAt where its owner reads it
   */
  record Target(Company owner, String seenAt, List<String> ids) {

    static Target of(Company owner, String collection, String... ids) {
      return new Target(owner, collection + ids[ids.length - 1], List.of(ids));
    }
  }

  AccessScene(World world, JdbcTemplate jdbc) {
    this.world = world;
    this.jdbc = jdbc;
    maker = world.vendor();
    seller = world.distributor();
    rival = world.distributor();
    supplier = world.vendor();
    ops = world.ops();
    companies.putAll(
        Map.of(
            Role.MAKER, maker,
            Role.SELLER, seller,
            Role.RIVAL, rival,
            Role.SUPPLIER, supplier,
            Role.OPS, ops,
            Role.MAKER_IN_TEST, world.in(Environment.TEST, maker),
            Role.SELLER_IN_TEST, world.in(Environment.TEST, seller),
            Role.OPS_IN_TEST, world.in(Environment.TEST, ops)));
    hub = world.hub(seller);
    rivalsHub = world.hub(rival);
    product = soldProduct();
    configured = world.tierProduct(maker, 1, seller, hub);
    world.connection(configured, maker, rival, rivalsHub);
    set(maker, configured, "{\"capabilities\": {\"tiers\": {\"validation\": true}}}");
    World.requires(maker, configured, "tier1", "ordering", "contact_language");
    World.parameter(maker, configured, "tier1", "fulfillment", "partner_id", "");
    suppliersProduct = world.soldProduct(supplier, true, seller, hub);
    spareProduct = world.soldProduct(maker, false, seller, hub);
    world.connection(spareProduct, maker, rival, rivalsHub);
    spareHub = world.hub(seller);
    reseller = World.reseller(seller, "Reseller", null);
    rivalsReseller = World.reseller(rival, "Rival's reseller", null);
    othersHaveTheirOwn();
  }

  /** A product of the maker that both distributors sell. */
  private String soldProduct() {
    String made = world.soldProduct(maker, true, seller, hub);
    world.connection(made, maker, rival, rivalsHub);
    set(
        maker,
        made,
        """
        {"capabilities": {"cart": {"validation": true}},
         "customer_ui_settings": {"action": {"url": "https://vendor.example"}}}
        """);
    World.parameter(maker, made, "asset", "ordering", "domain", "");
    World.parameter(maker, made, "asset", "fulfillment", "tenant_id", "");
    World.parameter(maker, made, "product", "configuration", "api_url", "");
    maker.api().post("/products/" + made + "/actions/regeneratesecret", "{}").expect(200);
    return made;
  }

  private static void set(Company vendor, String product, String body) {
    vendor.api().put("/products/" + product, body).expect(200);
  }

  /** So that what the outsiders are refused is not refused because they have nothing at all. */
  private void othersHaveTheirOwn() {
    World.order(rival, product, World.customer(rival, "Rival's customer", rivalsReseller));
    World.order(seller, suppliersProduct, World.customer(seller, "Another", reseller));
    rival
        .api()
        .post(
            "/marketplaces",
            "{\"name\": \"Rival's\", \"hubs\": [{\"hub\": {\"id\": \"%s\"}}]}".formatted(rivalsHub))
        .expect(201);
  }

  /** One for all who do nothing to it. */
  Target shared(String object) {
    return shared.computeIfAbsent(object, this::fresh);
  }

  Target fresh(String object) {
    return switch (object) {
      case "-" -> new Target(ops, "/me", List.of());
      case "account in use" -> Target.of(seller, "/tier/accounts/", accountInUse());
      case "unused account" -> Target.of(seller, "/tier/accounts/", customer());
      case "decommissioned account" -> {
        String id = customer();
        seller.api().delete("/tier/accounts/" + id).expect(204);
        yield new Target(seller, "/tier/accounts/" + id + "/versions/1", List.of(id));
      }
      case "maker's account" ->
          Target.of(maker, "/tier/accounts/", World.reseller(maker, "Maker's own", null));
      case "version" -> {
        String account = accountInUse();
        yield new Target(seller, "/tier/accounts/" + account, List.of(account, "1"));
      }
      case "account request" -> Target.of(maker, "/tier/account-requests/", accountRequest());
      case "configuration" -> Target.of(seller, "/tier/configs/", configuration());
      case "tier request" -> Target.of(seller, TIER_REQUESTS, tierRequest(""));
      case "tier draft" -> Target.of(seller, TIER_REQUESTS, tierRequest("\"status\": \"draft\","));
      case "assigned tier request" -> {
        String id = tierRequest("");
        maker.api().post(TIER_REQUESTS + id + "/assign", "{}").expect(204);
        yield Target.of(seller, TIER_REQUESTS, id);
      }
      case "inquiring tier request" -> {
        String id = tierRequest("");
        maker.api().post(TIER_REQUESTS + id + "/inquire").expect(204);
        yield Target.of(seller, TIER_REQUESTS, id);
      }
      case "order" -> Target.of(seller, "/requests/", order().at("id"));
      case "lease" -> Target.of(maker, "/leases/", lease());
      case "draft" -> Target.of(seller, "/requests/", draft().at("id"));
      case "assigned order" -> {
        String id = order().at("id");
        maker.api().post("/requests/" + id + "/assign", "{}").expect(200);
        yield Target.of(seller, "/requests/", id);
      }
      case "inquiring order" -> Target.of(seller, "/requests/", inquiring());
      case "form" -> new Target(seller, "/me", List.of(formCode(inquiring())));
      case "asset" -> {
        Api.Answer order = order();
        maker.api().post("/requests/" + order.at("id") + "/approve").expect(200);
        yield Target.of(seller, "/assets/", order.at("asset.id"));
      }
      case "asset of a draft" -> Target.of(seller, "/assets/", draft().at("asset.id"));
      case "conversation" -> Target.of(seller, "/conversations/", order().at("id"));
      case "message of the seller" -> {
        String id = order().at("id");
        String path = "/conversations/" + id;
        Api.Answer said = seller.api().post(path + "/messages", "{\"text\": \"Now?\"}").expect(201);
        yield new Target(seller, path, List.of(id, said.at("id")));
      }
      case "product" -> Target.of(maker, "/products/", soldProduct());
      case "unpublished product" ->
          Target.of(
              maker,
              "/products/",
              maker.api().post("/products", "{\"name\": \"Draft\"}").expect(201).at("id"));
      case "product off sale" -> {
        String id = soldProduct();
        maker.api().post("/products/" + id + "/endsale").expect(200);
        yield Target.of(maker, "/products/", id);
      }
      case "connection" -> {
        String id = world.connection(spareProduct, maker, seller, world.hub(seller));
        yield Target.of(seller, "/products/" + spareProduct + "/connections/", spareProduct, id);
      }
      case "product message" ->
          ofProduct("messages", "{\"external_id\": \"%s\", \"value\": \"No.\"}");
      case "parameter" ->
          ofProduct(
              "parameters",
              """
              {"name": "p%s", "title": "P", "type": "text", "scope": "asset", "phase": "ordering"}
              """);
      case "template" ->
          ofProduct(
              "templates",
              """
              {"name": "%s", "body": "# Hi", "scope": "asset", "type": "fulfillment"}
              """);
      case "action" ->
          ofProduct(
              "actions",
              """
              {"action": "a%s", "name": "A", "title": "A", "type": "button", "scope": "asset"}
              """);
      case "hub" -> Target.of(seller, "/hubs/", connectedHub());
      case "marketplace" -> {
        String body =
            "{\"name\": \"M\", \"hubs\": [{\"hub\": {\"id\": \"%s\"}}]}".formatted(connectedHub());
        yield Target.of(
            seller,
            "/marketplaces/",
            seller.api().post("/marketplaces", body).expect(201).at("id"));
      }
      case "company of the seller" -> Target.of(seller, "/accounts/", seller.id());
      case "token of the seller" -> Target.of(seller, "/auth/tokens/", token());
      case "sleeping token" -> {
        String id = token();
        seller.api().post("/auth/tokens/" + id + "/deactivate").expect(200);
        yield Target.of(seller, "/auth/tokens/", id);
      }
      case "consumer" -> {
        String name = "consumer-" + UUID.randomUUID();
        String first = seller.api().get("/feed?limit=1").expect(200).header("X-Feed-Position");
        seller
            .api()
            .put("/feed/consumers/" + name, "{\"position\": %s}".formatted(first))
            .expect(200);
        // What it reads next says where it is, whatever is told meanwhile.
        yield new Target(seller, "/feed?limit=1&consumer=" + name, List.of(name));
      }
      case "trace" -> new Target(ops, "/me", List.of(trace()));
      case "webhook" -> Target.of(seller, HOOKS, webhook());
      case "delivery" -> {
        String hook = webhook();
        yield new Target(seller, HOOKS + hook, List.of(hook, delivery(hook)));
      }
      case "link key" -> new Target(ops, "/me", List.of(linkKey()));
      default -> throw new IllegalArgumentException("nobody knows how to make: " + object);
    };
  }

  private static final String TIER_REQUESTS = "/tier/config-requests/";
  private static final String HOOKS = "/notifications/webhooks/";

  private Target ofProduct(String what, String body) {
    String of = what.equals("actions") ? product : spareProduct;
    String path = "/products/" + of + "/" + what;
    String unique = UUID.randomUUID().toString().replace("-", "");
    String id = maker.api().post(path, body.formatted(unique)).expect(201).at("id");
    return Target.of(maker, path + "/", of, id);
  }

  /** A hub of the seller, through which both vendors sell. */
  private String connectedHub() {
    String id = world.hub(seller);
    world.connection(spareProduct, maker, seller, id);
    world.connection(suppliersProduct, supplier, seller, id);
    return id;
  }

  String customer() {
    return World.customer(seller, "Customer " + number.incrementAndGet(), reseller);
  }

  private String accountInUse() {
    String id = customer();
    World.order(seller, product, id);
    return id;
  }

  private String accountRequest() {
    String account = accountInUse();
    seller.api().put("/tier/accounts/" + account, "{\"name\": \"Renamed\"}").expect(200);
    List<String> found =
        maker.api().get("/tier/account-requests?account.id=" + account).expect(200).ids();
    return found.getFirst();
  }

  /** Has an account of the company that is in use called otherwise, so that its vendor hears. */
  void rename(Company distributor) {
    String asset =
        distributor
            .api()
            .get("/assets?limit=1&ordering(created)")
            .expect(200)
            .at("0.tiers.customer.id");
    distributor
        .api()
        .put("/tier/accounts/" + asset, "{\"name\": \"Renamed " + asset + "\"}")
        .expect(200);
  }

  /** Pending, unless a member makes it a draft. */
  private String tierRequest(String member) {
    return seller
        .api()
        .post(
            "/tier/config-requests",
            """
            {"type": "setup", %s
             "configuration": {"product": {"id": "%s"}, "account": {"id": "%s"}, "tier_level": 1},
             "params": [{"id": "contact_language", "value": "en"}]}
            """
                .formatted(member, configured, World.reseller(seller, "To be set up", null)))
        .expect(201)
        .at("id");
  }

  private String configuration() {
    String request = tierRequest("");
    maker.api().post(TIER_REQUESTS + request + "/approve").expect(200);
    return seller.api().get(TIER_REQUESTS + request).expect(200).at("configuration.id");
  }

  private Api.Answer order() {
    return seller.api().post("/requests", World.purchaseBody(product, customer())).expect(201);
  }

  private String lease() {
    return maker
        .api()
        .post("/requests/claim?id=" + order().at("id"), "{\"seconds\": 3600}")
        .expect(200)
        .at("lease");
  }

  private Api.Answer draft() {
    String body =
        World.purchaseBody(product, customer())
            .replace("{\"type\"", "{\"status\": \"draft\", \"type\"");
    return seller.api().post("/requests", body).expect(201);
  }

  private String inquiring() {
    String id = order().at("id");
    maker.api().post("/requests/" + id + "/inquire").expect(200);
    return id;
  }

  private String formCode(String request) {
    return codeIn(seller.api().get("/requests/" + request).expect(200).text());
  }

  /** What the link ends in that the distributor is shown of an inquiring request. */
  static String codeIn(String request) {
    return request.replaceFirst("(?s).*/forms/([^\"]+)\".*", "$1");
  }

  private String token() {
    return seller
        .api()
        .post("/auth/tokens", "{\"name\": \"T\", \"expiration_date\": \"2098-01-01T00:00:00Z\"}")
        .expect(201)
        .at("id");
  }

  /** Of a call that caused something. */
  private String trace() {
    return order().header("X-Trace-Id");
  }

  /** One that sleeps, so that what others do does not change it. */
  private String webhook() {
    return seller
        .api()
        .post(
            "/notifications/webhooks",
            """
            {"object_class": "fulfillment_request", "label": "W", "active": false,
             "external_url": "https://hooks.invalid/"}
            """)
        .expect(201)
        .at("id");
  }

  /** One of an event that was not taken. */
  private String delivery(String hook) {
    return jdbc.queryForObject(
        "insert into webhook_delivery (webhook_id, number, id, kind, line, event_id, event_type,"
            + " event_position, event_at, trace, status, created_at, finished_at) select"
            + " webhook_id, 0, 'WHD' || substr(webhook_id, 3) || '-000000', 'event', 'PR-1', '1',"
            + " 'io.tierhub.fulfillment_request.created', 1, now(), '', 'failed', now(), now() from"
            + " webhook_health where webhook_id = ? returning id",
        String.class,
        hook);
  }

  /** One that never sealed anything, older than all that did. */
  private String linkKey() {
    return jdbc.queryForObject(
        "insert into link_key (number, secret, made_at) select least(min(number), 0) - 1,"
            + " sha256('x'), now() from link_key returning number::text",
        String.class);
  }

  /** The description's example with the ids of what there is here. */
  List<String> namesInExamples(List<String> more) {
    List<String> pairs =
        new ArrayList<>(
            List.of(
                "PA-687-574", seller.id(),
                "HB-0309-9389", spareHub,
                "BACKUP-SEAT", "MPN-" + UUID.randomUUID(),
                "FJB-SEAT", "MPN-" + UUID.randomUUID(),
                "vat_number", "vat_" + number.incrementAndGet(),
                "vat-unknown", "vat-" + number.incrementAndGet(),
                "open_console", "open_" + number.incrementAndGet(),
                "1c378bdd-9c8a-4566-be8a-bd90a51aa42a", UUID.randomUUID().toString()));
    pairs.addAll(more);
    return pairs;
  }
}
