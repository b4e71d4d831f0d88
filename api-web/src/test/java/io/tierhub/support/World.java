package io.tierhub.support;

import io.tierhub.catalog.Capabilities;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Role;
import io.tierhub.partner.HubId;
import io.tierhub.workflow.Onboarding;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Companies of a test's own, and the short way to what most tests need first. */
public final class World {

  private final Onboarding onboarding;
  private final Api api;

  public World(ApplicationContext context, Api api) {
    this.onboarding = context.getBean(Onboarding.class);
    this.api = api;
  }

  /** A company with a token. */
  public record Company(Api api, String id, String header, Actor actor) {}

  public Company distributor() {
    return company(Role.DISTRIBUTOR, Environment.PRODUCTION);
  }

  public Company vendor() {
    return company(Role.VENDOR, Environment.PRODUCTION);
  }

  public Company ops() {
    return company(Role.OPS, Environment.PRODUCTION);
  }

  public Company company(Role role, Environment environment) {
    return company(role, role + " " + UUID.randomUUID(), environment);
  }

  public Company company(Role role, String name, Environment environment) {
    var onboarded = onboarding.company(role, name, environment);
    String header = onboarded.token().header();
    return new Company(api.as(header), onboarded.partner().value(), header, onboarded.actor());
  }

  /** The same company with a token of another environment. */
  public Company in(Environment environment, Company company) {
    Actor there =
        new Actor(
            company.actor().account(),
            environment,
            company.actor().user(),
            company.actor().trace());
    String header = onboarding.token(there, "Token of " + environment.wire()).header();
    return new Company(api.as(header), company.id(), header, there);
  }

  public String hub(Company distributor) {
    return onboarding.hub(distributor.actor(), "Hub of " + distributor.id()).value();
  }

  /** A published product of the vendor with one item, {@code MPN-1}. */
  public String product(Company vendor, boolean sync) {
    return onboarding
        .product(
            vendor.actor(),
            "Product " + UUID.randomUUID(),
            Capabilities.NONE.withTierAccountsSync(sync))
        .value();
  }

  /** Where the distributor sells the product, in the environment of both. */
  public String connection(String product, Company vendor, Company distributor, String hub) {
    return onboarding
        .connection(distributor.actor(), new ProductId(product), new HubId(hub))
        .value();
  }

  /** A product that the distributor sells through a hub. */
  public String soldProduct(Company vendor, boolean sync, Company distributor, String hub) {
    String product = product(vendor, sync);
    connection(product, vendor, distributor, hub);
    return product;
  }

  /** A product that asks resellers for things, up to that tier, sold through a hub. */
  public String tierProduct(Company vendor, int level, Company distributor, String hub) {
    String product = soldProduct(vendor, false, distributor, hub);
    vendor
        .api()
        .put(
            "/products/" + product,
            "{\"capabilities\": {\"tiers\": {\"configs\": {\"level\": %d}}}}".formatted(level))
        .expect(200);
    return product;
  }

  /** A required text that the product asks for. */
  public static void requires(
      Company vendor, String product, String scope, String phase, String name) {
    parameter(vendor, product, scope, phase, name, "\"required\": true");
  }

  public static void parameter(
      Company vendor, String product, String scope, String phase, String name, String constraints) {
    vendor
        .api()
        .post(
            "/products/" + product + "/parameters",
            """
            {"name": "%s", "title": "The %s", "description": "What is %s?", "type": "text",
             "scope": "%s", "phase": "%s", "constraints": {%s}}
            """
                .formatted(name, name, name, scope, phase, constraints))
        .expect(201);
  }

  /** A purchase as a distributor sends it. */
  public static String purchaseBody(String product, String customer) {
    return """
    {"type": "purchase", "asset": {
       "product": {"id": "%s"},
       "items": [{"mpn": "MPN-1", "quantity": 1}],
       "tiers": {"customer": {"id": "%s"}}}}
    """
        .formatted(product, customer);
  }

  /** Orders the product for the customer; the id of the request. */
  public static String order(Company distributor, String product, String customer) {
    return distributor
        .api()
        .post("/requests", purchaseBody(product, customer))
        .expect(201)
        .at("id");
  }

  /** A reseller, a root if {@code parent} is null. */
  public static String reseller(Company owner, String name, String parent) {
    return account(owner, "reseller", name, parent);
  }

  public static String customer(Company owner, String name, String parent) {
    return account(owner, "customer", name, parent);
  }

  private static String account(Company owner, String type, String name, String parent) {
    return owner.api().post("/tier/accounts", accountBody(type, name, parent)).expect(201).at("id");
  }

  /**
   * @param member one more, such as {@code "hub": {"id": …}}
   */
  public static String accountBody(String type, String name, String parent, String member) {
    return accountBody(type, name, parent).replaceFirst("\\{", "{" + member + ",");
  }

  public static String accountBody(String type, String name, String parent) {
    String above = parent == null ? "" : "\"parent\": {\"id\": \"%s\"},".formatted(parent);
    return """
    {"type": "%s", "name": "%s", %s
     "contact_info": {
       "address_line1": "Carrer de Mallorca 401", "city": "Barcelona",
       "postal_code": "08013", "country": "ES",
       "contact": {"first_name": "Ada", "last_name": "Ferrer", "email": "ada@example.com"}}}
    """
        .formatted(type, name, above);
  }
}
