package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World.Company;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an order answers, and what it does. */
class OrdersIT extends OrderTest {

  @Test
  void anOrderIsAnsweredAsTheWireWritesIt() {
    Api.Answer placed = placed("u-1");
    String id = placed.at("id");
    String asset = placed.at("asset.id");
    assertThat(id).matches("PR-\\d{4}-\\d{4}-\\d{4}-001").startsWith(asset.replace("AS", "PR"));
    assertThat(placed.at("type")).isEqualTo("purchase");
    assertThat(placed.at("status")).isEqualTo("pending");
    assertThat(placed.at("created")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00");
    assertThat(placed.at("updated")).isEqualTo(placed.at("created"));
    assertThat(placed.json().has("warnings")).isFalse();
    assertThat(placed.json().has("reason")).isFalse();
    assertThat(placed.at("asset.status")).isEqualTo("processing");
    assertThat(placed.at("asset.external_id")).isEqualTo("10005");
    assertThat(placed.at("asset.external_uid")).isEqualTo("u-1");
    assertThat(placed.at("asset.product.id")).isEqualTo(product);
    assertThat(placed.at("asset.product.status")).isEqualTo("published");
    assertThat(placed.at("asset.connection.id")).isEqualTo(connection);
    assertThat(placed.at("asset.connection.type")).isEqualTo("production");
    assertThat(placed.at("asset.connection.provider.id")).isEqualTo(distributor.id());
    assertThat(placed.at("asset.connection.vendor.id")).isEqualTo(vendor.id());
    assertThat(placed.at("asset.connection.hub.id")).isEqualTo(hub);
    assertThat(placed.at("asset.events.created.by.id")).startsWith("SU-");
    assertThat(placed.json().at("/asset/items/0").toString())
        .startsWith(
            ("{'id':'%1$s-0001','global_id':'%1$s-0001','mpn':'MPN-1','old_quantity':'0',"
                    + "'quantity':'5','type':'Seat','display_name':'Product ")
                .formatted(product)
                .replace('\'', '"'))
        .endsWith("\"period\":\"monthly\",\"item_type\":\"reservation\"}");
    assertThat(placed.json().at("/asset/params").isEmpty()).isTrue();
    assertThat(placed.at("asset.tiers.customer.id")).isEqualTo(customer);
    assertThat(placed.at("asset.tiers.customer.contact_info.city")).isEqualTo("Barcelona");
    assertThat(placed.at("asset.tiers.tier1.id")).isEqualTo(reseller);
    assertThat(placed.at("asset.tiers.tier2.id")).isEqualTo(top);

    for (Company who : List.of(distributor, vendor, world.ops())) {
      assertThat(who.api().get("/requests/" + id).expect(200).text()).isEqualTo(placed.text());
      Api.Answer seen = who.api().get("/assets/" + asset).expect(200);
      assertThat(seen.json()).isEqualTo(placed.json().path("asset"));
      assertThat(who.api().get("/assets/" + asset + "/requests").expect(200).ids())
          .containsExactly(id);
    }
    assertThat(scopes(customer)).isEqualTo("[\"customer\"]");
    assertThat(scopes(reseller)).isEqualTo("[\"tier1\"]");
    assertThat(scopes(top)).isEqualTo("[\"tier2\"]");
    assertThat(distributor.api().get("/tier/accounts/" + top).expect(200).at("version"))
        .as("scopes are no part of a version")
        .isEqualTo("1");
    assertThat(vendor.api().get("/tier/accounts").expect(200).ids())
        .as("the vendor now sees the accounts")
        .containsExactlyInAnyOrder(customer, reseller, top);
  }

  @Test
  void theConnectionMustBeNamedIfThereAreSeveral() {
    String second = world.connection(product, vendor, distributor, hub);
    Api.Answer refused = distributor.api().post("/requests", order("u-1")).expect(400);
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/asset/connection/id");
    assertThat(refused.json().at("/params/candidates")).hasSize(2);
    String named =
        order("u-1")
            .replaceFirst(
                "\"product\"", "\"connection\": {\"id\": \"%s\"}, \"product\"".formatted(second));
    assertThat(distributor.api().post("/requests", named).expect(201).at("asset.connection.id"))
        .isEqualTo(second);
    Api.Answer foreign =
        distributor
            .api()
            .post("/requests", named.replace(second, "CT-1234-5678").replace("u-1", "u-2"))
            .expect(400);
    assertThat(foreign.at("violations.0.pointer")).isEqualTo("/asset/connection/id");
  }

  @Test
  void theOnlyMarketplaceOfTheHubIsTheOrders() {
    String marketplace = marketplace(distributor);
    jdbc.update(
        "insert into marketplace_hub (marketplace_id, hub_id) values (?, ?)", marketplace, hub);
    Api.Answer placed = placed("u-1");
    assertThat(placed.at("marketplace.id")).isEqualTo(marketplace);
    assertThat(placed.at("asset.marketplace.id")).isEqualTo(marketplace);
    assertThat(distributor.api().get("/requests?marketplace.id=" + marketplace).expect(200).ids())
        .containsExactly(placed.at("id"));

    String foreign = marketplace(world.distributor());
    String named =
        order("u-2")
            .replaceFirst(
                "\"asset\"", "\"marketplace\": {\"id\": \"%s\"}, \"asset\"".formatted(foreign));
    assertThat(distributor.api().post("/requests", named).expect(400).at("violations.0.pointer"))
        .isEqualTo("/marketplace/id");
  }

  @Test
  void aRepeatedOrderIsAConflictThatNamesTheFirst() {
    Api.Answer first = placed("u-1");
    Api.Answer again = distributor.api().post("/requests", order("u-1")).expect(409);
    assertThat(again.at("error_code")).isEqualTo("REQ_003");
    assertThat(again.json().path("params").propertyNames())
        .containsExactlyInAnyOrder("request_id", "request_status", "asset_id", "asset_status");
    assertThat(again.at("params.request_id")).isEqualTo(first.at("id"));
    assertThat(again.at("params.request_status")).isEqualTo("pending");
    assertThat(again.at("params.asset_id")).isEqualTo(first.at("asset.id"));
    assertThat(again.at("params.asset_status")).isEqualTo("processing");
    vendor
        .api()
        .post("/requests/%s/fail".formatted(first.at("id")), "{\"reason\": \"No.\"}")
        .expect(200);
    assertThat(placed("u-1").at("asset.id"))
        .as("a failed order can be placed anew")
        .isNotEqualTo(first.at("asset.id"));
  }

  @Test
  void aDryRunKeepsNothing() {
    Api.Answer told = distributor.api().post("/requests?dry_run=true", order("u-1")).expect(200);
    assertThat(told.at("response.status")).isEqualTo("pending");
    assertThat(told.json().at("/effects/events").valueStream().map(e -> e.path("type").asString()))
        .containsExactly(
            "asset.created", "fulfillment_request.created", "conversation.message_posted");
    assertThat(distributor.api().get("/requests").expect(200).ids()).isEmpty();
    assertThat(scopes(top)).isEqualTo("[]");
  }

  private String marketplace(Company owner) {
    String id =
        jdbc.queryForObject(
            "select 'MP-' || lpad((nextval('marketplace_id') % 100000)::text, 5, '0')",
            String.class);
    jdbc.update(
        "insert into marketplace (id, partner_id, name, created_at, updated_at, revision) values (?,"
            + " ?, 'Market', now(), now(), 0)",
        id,
        owner.id());
    return id;
  }
}
