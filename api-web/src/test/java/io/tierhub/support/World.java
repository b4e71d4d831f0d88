package io.tierhub.support;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.IdKind;
import io.tierhub.kernel.Ids;
import io.tierhub.kernel.Role;
import io.tierhub.workflow.Onboarding;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Companies of a test's own, and the short way to what most tests need first. */
public final class World {

  private final Onboarding onboarding;
  private final Ids ids;
  private final JdbcTemplate jdbc;
  private final Api api;

  public World(ApplicationContext context, Api api) {
    this.onboarding = context.getBean(Onboarding.class);
    this.ids = context.getBean(Ids.class);
    this.jdbc = context.getBean(JdbcTemplate.class);
    this.api = api;
  }

  /** A company with a token. */
  public record Company(Api api, String id, String header) {}

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
    var onboarded = onboarding.company(role, role + " " + UUID.randomUUID(), environment);
    String header = onboarded.token().header();
    return new Company(api.as(header), onboarded.partner().value(), header);
  }

  /** A hub of the distributor. */
  public String hub(Company distributor) {
    String id = ids.next(IdKind.HUB);
    jdbc.update(
        "insert into hub (id, partner_id, name, created_at, updated_at, revision)"
            + " values (?, ?, ?, now(), now(), 0)",
        id,
        distributor.id(),
        "Hub " + id);
    return id;
  }

  /** A published product of the vendor with one item, {@code MPN-1}. */
  public String product(Company vendor, boolean sync) {
    String id = ids.next(IdKind.PRODUCT);
    jdbc.update(
        "insert into product (id, vendor_id, name, status, capabilities, created_at, updated_at,"
            + " revision) values (?, ?, ?, 'published', ?::jsonb, now(), now(), 0)",
        id,
        vendor.id(),
        "Product " + id,
        "{\"tiers\":{\"updates\":%s,\"configs\":null}}".formatted(sync));
    jdbc.update(
        "insert into product_item (id, product_id, name, mpn, unit, item_type, period, position)"
            + " values (?, ?, 'Seat', 'MPN-1', 'unit', 'Reservation', 'monthly', 1)",
        id + "-0001",
        id);
    return id;
  }

  /** Where the distributor sells the product, in production. */
  public String connection(String product, Company vendor, Company distributor, String hub) {
    String id = ids.next(IdKind.CONNECTION);
    jdbc.update(
        "insert into connection (id, product_id, vendor_id, distributor_id, hub_id, type, status,"
            + " created_at, updated_at, revision) values (?, ?, ?, ?, ?, 'production', 'active',"
            + " now(), now(), 0)",
        id,
        product,
        vendor.id(),
        distributor.id(),
        hub);
    return id;
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
