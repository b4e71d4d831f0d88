package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Products and their items. */
class ProductsIT extends HttpTest {

  private static final String SEAT =
      """
      {"name": "Seat", "mpn": "%s", "unit": {"id": "seat"}}
      """;

  private World world;
  private Company distributor;
  private Company vendor;
  private Company ops;

  @BeforeEach
  void companies() {
    world = world();
    distributor = world.distributor();
    vendor = world.vendor();
    ops = world.ops();
  }

  private Api.Answer product(String members) {
    return vendor.api().post("/products", "{\"name\": \"Backup\"" + members + "}").expect(201);
  }

  private static List<String> pointers(Api.Answer refused) {
    return refused
        .json()
        .path("violations")
        .valueStream()
        .map(v -> v.path("pointer").asString())
        .toList();
  }

  @Test
  void aProductBeginsAsADraftWithAllCapabilitiesOff() {
    Api.Answer created = product(", \"status\": \"published\", \"version\": 7");
    assertThat(created.at("id")).matches("PRD-\\d{3}-\\d{3}-\\d{3}");
    assertThat(created.at("status")).isEqualTo("draft");
    assertThat(created.at("owner.id")).isEqualTo(vendor.id());
    assertThat(created.at("version")).isEqualTo("1");
    assertThat(created.at("capabilities.tiers.updates")).isEqualTo("false");
    assertThat(created.json().path("capabilities").path("ppu").isNull()).isTrue();
    assertThat(created.json().path("capabilities").path("tiers").path("configs").isNull()).isTrue();
    assertThat(created.at("capabilities.subscription.schema")).isEqualTo("evergreen");
    assertThat(created.at("capabilities.subscription.change.inquiring_validation"))
        .isEqualTo("false");
    assertThat(created.json().path("customer_ui_settings").isObject()).isTrue();
    assertThat(vendor.api().get("/products/" + created.at("id")).text()).isEqualTo(created.text());
  }

  @Test
  void capabilitiesAreMergedMemberByMember() {
    String path = "/products/" + product("").at("id");
    Api.Answer on =
        vendor
            .api()
            .put(
                path,
                """
                {"capabilities": {"tiers": {"updates": true, "configs": {"level": 2}},
                                  "cart": {"validation": true},
                                  "ppu": {"schema": "QT", "predictive": true},
                                  "subscription": {"schema": "explicit", "hold": true}}}
                """)
            .expect(200);
    assertThat(on.at("name")).isEqualTo("Backup");
    assertThat(on.at("capabilities.tiers.updates")).isEqualTo("true");
    assertThat(on.at("capabilities.tiers.configs.level")).isEqualTo("2");
    assertThat(on.at("capabilities.ppu.schema")).isEqualTo("QT");
    assertThat(on.at("capabilities.ppu.predictive")).isEqualTo("false");
    assertThat(on.at("capabilities.subscription.schema")).isEqualTo("evergreen");
    assertThat(on.at("capabilities.subscription.hold")).isEqualTo("true");

    Api.Answer more =
        vendor
            .api()
            .put(
                path,
                """
                {"capabilities": {"tiers": {"configs": {"setup": {"inquiring_validation": true}}}}}
                """)
            .expect(200);
    assertThat(more.at("capabilities.tiers.configs.level")).isEqualTo("2");
    assertThat(more.at("capabilities.tiers.configs.setup.inquiring_validation")).isEqualTo("true");
    assertThat(more.at("capabilities.tiers.updates")).isEqualTo("true");
    assertThat(more.at("capabilities.cart.validation")).isEqualTo("true");

    Api.Answer off =
        vendor
            .api()
            .put(path, "{\"capabilities\": {\"tiers\": {\"configs\": null}, \"ppu\": null}}")
            .expect(200);
    assertThat(off.json().path("capabilities").path("tiers").path("configs").isNull()).isTrue();
    assertThat(off.json().path("capabilities").path("ppu").isNull()).isTrue();
    assertThat(off.at("capabilities.tiers.updates")).isEqualTo("true");

    // What a client read it may send back whole.
    assertThat(vendor.api().put(path, off.text()).expect(200).text()).isEqualTo(off.text());
  }

  @Test
  void nullLeavesCapabilitiesThatAreNeverNullAsTheyAre() {
    Api.Answer on =
        product(
            """
            , "capabilities": {"reservation": {"consumption": true}, "cart": {"validation": true},
                "ppu": {"schema": "QT", "dynamic": true},
                "tiers": {"updates": true, "configs": {"level": 2, "setup": {"inquiring_validation": true}}},
                "subscription": {"hold": true, "change": {"validation": true}}}\
            """);
    String path = "/products/" + on.at("id");
    for (String nothing :
        List.of(
            "null",
            "{\"reservation\": null, \"cart\": null, \"tiers\": null, \"subscription\": null}",
            "{\"reservation\": {\"consumption\": null}, \"subscription\": {\"change\": null}}",
            "{\"tiers\": {\"updates\": null, \"configs\": {\"setup\": null, \"update\": null}}}",
            "{\"ppu\": {\"dynamic\": null}, \"cart\": {\"validation\": null}}")) {
      Api.Answer still =
          vendor.api().put(path, "{\"capabilities\": %s}".formatted(nothing)).expect(200);
      assertThat(still.text()).as(nothing).isEqualTo(on.text());
    }
  }

  @Test
  void theLevelIsNullOrOneOrTwo() {
    String path = "/products/" + product("").at("id");
    for (String level : List.of("0", "3", "-1")) {
      Api.Answer refused =
          vendor
              .api()
              .put(
                  path,
                  "{\"capabilities\": {\"tiers\": {\"configs\": {\"level\": %s}}}}"
                      .formatted(level))
              .expect(400);
      assertThat(pointers(refused)).containsExactly("/capabilities/tiers/configs/level");
    }
    Api.Answer faults =
        vendor
            .api()
            .put(
                path,
                """
                {"name": "", "customer_ui_settings": 7,
                 "capabilities": {"ppu": {"schema": "XX"},
                                  "tiers": {"updates": "perhaps", "configs": {"level": "two"}}}}
                """)
            .expect(400);
    assertThat(pointers(faults))
        .containsExactlyInAnyOrder(
            "/name",
            "/customer_ui_settings",
            "/capabilities/ppu/schema",
            "/capabilities/tiers/updates",
            "/capabilities/tiers/configs/level");
    for (String level : List.of("1", "\"2\"", "null")) {
      vendor
          .api()
          .put(
              path,
              "{\"capabilities\": {\"tiers\": {\"configs\": {\"level\": %s}}}}".formatted(level))
          .expect(200);
    }
    vendor.api().put(path, "{\"customer_ui_settings\": {\"a\": [\"\\u0000\"]}}").expect(400);
  }

  @Test
  void portalSettingsAreKeptAsTheyAre() {
    String path =
        "/products/"
            + product(
                    ", \"customer_ui_settings\": {\"downloadLinks\": [{\"a_b\": 1.5}], \"d\": \"x\"}")
                .at("id");
    Api.Answer read = vendor.api().get(path);
    assertThat(read.at("customer_ui_settings.downloadLinks.0.a_b")).isEqualTo("1.5");
    assertThat(read.at("customer_ui_settings.d")).isEqualTo("x");
    assertThat(
            vendor
                .api()
                .put(path, "{\"customer_ui_settings\": {\"e\": true}}")
                .expect(200)
                .at("customer_ui_settings.d"))
        .isEqualTo("x");
  }

  @Test
  void aProductIsPublishedAndTakenOffSale() {
    String path = "/products/" + product("").at("id");
    Api.Answer early = vendor.api().post(path + "/endsale").expect(400);
    assertThat(early.at("error_code")).isEqualTo("PRD_001");
    assertThat(early.at("allowed.0")).isEqualTo("publish");
    Api.Answer published = vendor.api().post(path + "/publish", "{}").expect(200);
    assertThat(published.at("status")).isEqualTo("published");
    assertThat(published.at("events.published.by.id")).startsWith("SU-");
    assertThat(vendor.api().post(path + "/endsale").expect(200).at("status"))
        .isEqualTo("endofsale");
    assertThat(vendor.api().post(path + "/resumesale").expect(200).at("status"))
        .isEqualTo("published");
    assertThat(
            vendor.api().get("/products?status=published&capabilities.tiers.updates=false").ids())
        .hasSize(1);
    assertThat(vendor.api().get("/products?eq(capabilities.tiers.configs.level,null())").ids())
        .hasSize(1);
  }

  @Test
  void itemsAreTheVendorsToAdd() {
    String product = product("").at("id");
    String path = "/products/" + product + "/items";
    assertThat(vendor.api().get(path).expect(200).ids()).isEmpty();
    Api.Answer item = vendor.api().post(path, SEAT.formatted("M-1")).expect(201);
    assertThat(item.at("id")).isEqualTo(product + "-0001");
    assertThat(item.at("type")).isEqualTo("reservation");
    assertThat(item.at("period")).isEqualTo("monthly");
    assertThat(item.at("unit.id")).isEqualTo("seat");
    Api.Answer twice = vendor.api().post(path, SEAT.formatted("M-1")).expect(409);
    assertThat(twice.at("error_code")).isEqualTo("PRD_002");
    assertThat(twice.at("params.id")).isEqualTo(product + "-0001");
    vendor.api().post(path, SEAT.formatted("M-2")).expect(201);
    assertThat(vendor.api().get(path).ids()).containsExactly(product + "-0001", product + "-0002");
    assertThat(vendor.api().get(path + "?mpn=M-2").ids()).containsExactly(product + "-0002");
    assertThat(
            pointers(
                vendor
                    .api()
                    .post(path, "{\"type\": \"x\", \"period\": \"daily\", \"position\": -1}")
                    .expect(400)))
        .containsExactlyInAnyOrder("/name", "/mpn", "/unit", "/type", "/period", "/position");
  }

  @Test
  void whoSeesAProductMayNotYetChangeIt() {
    String product = world.product(vendor, true);
    String path = "/products/" + product;
    Company stranger = world.distributor();
    Company rival = world.vendor();
    world.connection(product, vendor, distributor, world.hub(distributor));

    assertThat(distributor.api().get("/products").ids()).containsExactly(product);
    distributor.api().get(path).expect(200);
    distributor.api().get(path + "/items").expect(200);
    for (Api seen : List.of(distributor.api(), ops.api())) {
      seen.put(path, "{\"name\": \"mine\"}").expect(403);
      seen.post(path + "/endsale").expect(403);
      seen.post(path + "/items", "{}").expect(403);
      seen.post("/products", "{}").expect(403);
    }
    for (Api unseen : List.of(stranger.api(), rival.api())) {
      assertThat(unseen.get("/products").ids()).isEmpty();
      unseen.get(path).expect(404);
      unseen.put(path, "{}").expect(404);
      unseen.get(path + "/items").expect(404);
      unseen.post(path + "/items", "{}").expect(404);
      unseen.get(path + "/connections").expect(404);
      for (String action : List.of("publish", "endsale", "resumesale")) {
        unseen.post(path + "/" + action).expect(404);
      }
    }
    rival.api().post(path + "/connections", "{}").expect(404);
    ops.api().get(path).expect(200);
    ops.api().post(path + "/connections", "{}").expect(403);
  }
}
