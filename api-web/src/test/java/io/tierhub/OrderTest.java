package io.tierhub;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A distributor that sells a product of a vendor, and a customer two levels below the top. */
abstract class OrderTest extends HttpTest {

  World world;
  Company distributor;
  Company vendor;
  String hub;
  String product;
  String connection;
  String top;
  String reseller;
  String customer;

  @BeforeEach
  void aDistributorThatSellsAProductOfAVendor() {
    world = world();
    distributor = world.distributor();
    vendor = world.vendor();
    hub = world.hub(distributor);
    product = world.product(vendor, true);
    connection = world.connection(product, vendor, distributor, hub);
    top = World.reseller(distributor, "Top", null);
    reseller = World.reseller(distributor, "Reseller", top);
    customer = World.customer(distributor, "Customer", reseller);
  }

  String order(String externalUid) {
    return order(externalUid, "{\"customer\": {\"id\": \"%s\"}}".formatted(customer));
  }

  String order(String externalUid, String tiers) {
    return """
    {"type": "purchase", "asset": {
       "product": {"id": "%s"}, "external_uid": "%s", "external_id": "10005",
       "items": [{"id": "%s-0001", "quantity": 5}],
       "tiers": %s}}
    """
        .formatted(product, externalUid, product, tiers);
  }

  Api.Answer placed(String externalUid) {
    return distributor.api().post("/requests", order(externalUid)).expect(201);
  }

  String scopes(String account) {
    return distributor
        .api()
        .get("/tier/accounts/" + account)
        .expect(200)
        .json()
        .path("scopes")
        .toString();
  }

  List<String> events(String subject) {
    return jdbc.queryForList(
        "select type from (select id, type, subject from outbox union all select event_id, type,"
            + " subject from feed) e where subject = ? order by id",
        String.class,
        subject);
  }
}
