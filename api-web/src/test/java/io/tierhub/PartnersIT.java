package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Role;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts, hubs and marketplaces. */
class PartnersIT extends HttpTest {

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

  private static String id(Api.Answer answer) {
    return answer.expect(200, 201).at("id");
  }

  @Test
  void everybodyLearnsWhoTheyAre() {
    Api.Answer me = distributor.api().get("/me").expect(200);
    assertThat(me.at("role")).isEqualTo("distributor");
    assertThat(me.at("account.id")).isEqualTo(distributor.id());
    assertThat(me.at("environment")).isEqualTo("production");
    assertThat(me.at("token.id")).isEqualTo(me.at("user.id")).startsWith("SU-");
    assertThat(me.json().path("token").has("expiration_date")).isFalse();
    assertThat(ops.api().get("/me").expect(200).at("role")).isEqualTo("ops");

    Api.Answer own = distributor.api().get("/accounts").expect(200);
    assertThat(own.ids()).containsExactly(distributor.id());
    assertThat(own.header("Content-Range")).isEqualTo("items 0-0/1");
    assertThat(own.at("0.type")).isEqualTo("provider");
    assertThat(own.at("0.role")).isEqualTo("distributor");
    assertThat(vendor.api().get("/accounts").at("0.type")).isEqualTo("vendor");
    assertThat(
            ops.api()
                .get("/accounts?in(id,(%s,%s))".formatted(distributor.id(), vendor.id()))
                .ids())
        .containsExactlyInAnyOrder(distributor.id(), vendor.id());

    vendor.api().get("/accounts/" + distributor.id()).expect(404);
    vendor.api().get("/accounts/" + distributor.id() + "/users").expect(404);
    vendor.api().get("/accounts/XX-1").expect(404);
    ops.api().get("/accounts/" + distributor.id()).expect(200);
    Api.Answer users =
        distributor.api().get("/accounts/" + distributor.id() + "/users").expect(200);
    assertThat(users.at("0.id")).startsWith("UR-");
    assertThat(users.at("0.email")).contains("@");
  }

  @Test
  void aDistributorKeepsItsHubs() {
    Api api = distributor.api();
    Api.Answer hub =
        api.post(
                "/hubs",
                "{\"name\": \"Alpine Hub\", \"description\": \"d\", \"company\": {\"id\": \"PA-1\"}}")
            .expect(201);
    assertThat(hub.at("id")).matches("HB-\\d{4}-\\d{4}");
    assertThat(hub.at("company.id")).isEqualTo(distributor.id());
    assertThat(hub.at("stats.connections")).isEqualTo("0");
    String path = "/hubs/" + hub.at("id");
    Api.Answer renamed = api.put(path, "{\"name\": \"Alps\"}").expect(200);
    assertThat(renamed.at("name")).isEqualTo("Alps");
    assertThat(renamed.at("description")).isEqualTo("d");
    assertThat(renamed.at("events.updated.by.id")).startsWith("SU-");
    assertThat(api.put(path, "{\"name\": \"\"}").expect(400).at("violations.0.pointer"))
        .isEqualTo("/name");
    assertThat(api.get(path).expect(200).text()).isEqualTo(renamed.text());
    assertThat(api.get("/hubs?like(name,Al*)&ordering(-name)").ids()).containsExactly(hub.at("id"));
    api.delete(path).expect(405);

    vendor.api().post("/hubs", "{}").expect(403);
    ops.api().post("/hubs", "{\"name\": \"x\"}").expect(403);
    Company other = world.distributor();
    for (Api stranger : List.of(other.api(), vendor.api())) {
      stranger.get(path).expect(404);
      stranger.put(path, "{}").expect(404);
      stranger.get(path + "/connections").expect(404);
      stranger.get(path + "/marketplaces").expect(404);
      assertThat(stranger.get("/hubs").ids()).doesNotContain(hub.at("id"));
    }
    ops.api().get(path).expect(200);
    ops.api().put(path, "{\"name\": \"x\"}").expect(403);
    assertThat(api.get(path + "/connections").expect(200).ids()).isEmpty();
    api.get("/hubs/HB-0000-0000").expect(404);
  }

  @Test
  void aHubSaysWhatIsBehindIt() {
    Api api = distributor.api();
    Api.Answer plain = api.post("/hubs", "{\"name\": \"Plain\"}").expect(201);
    assertThat(plain.at("instance.type")).isEqualTo("API");
    assertThat(plain.json().path("instance").has("id")).isFalse();
    Api.Answer odin =
        api.post(
                "/hubs",
                """
                {"name": "Odin", "instance_type": "oa", "instance_id": "oa-7"}
                """)
            .expect(201);
    assertThat(odin.at("instance.type")).isEqualTo("OA");
    assertThat(odin.at("instance.id")).isEqualTo("oa-7");
    String path = "/hubs/" + odin.at("id");
    Api.Answer echoed = api.put(path, odin.text()).expect(200);
    assertThat(echoed.text()).as("what was read may be sent back").isEqualTo(odin.text());
    api.put(path, "{\"instance_type\": \"api\"}").expect(200);
    assertThat(api.get("/hubs?instance.type=api&ordering(-instance.type,id)").ids())
        .containsExactlyInAnyOrder(plain.at("id"), odin.at("id"));
    assertThat(api.get("/hubs?instance__id=oa-7").ids()).containsExactly(odin.at("id"));
    assertThat(api.get("/hubs?eq(instance.id,null())").ids()).containsExactly(plain.at("id"));
    assertThat(
            api.post("/hubs", "{\"name\": \"x\", \"instance_type\": \"sap\"}")
                .expect(400)
                .at("violations.0.pointer"))
        .isEqualTo("/instance_type");

    world.connection(world.product(vendor, true), vendor, distributor, odin.at("id"));
    Api.Answer connections = api.get(path + "/connections").expect(200);
    assertThat(connections.at("0.hub.instance.id")).isEqualTo("oa-7");
    assertThat(connections.at("0.hub.instance.type")).isEqualTo("API");
  }

  @Test
  void aMarketplaceSaysWhereItSells() {
    Api api = distributor.api();
    Api.Answer market =
        api.post(
                "/marketplaces",
                """
                {"name": "Iberia", "zone": "EU", "currency": "EUR",
                 "countries": [{"id": "pt"}, {"id": "ES", "name": "passed over"}, {"id": "ES"}]}
                """)
            .expect(201);
    assertThat(market.at("zone")).isEqualTo("EU");
    assertThat(market.at("currency")).isEqualTo("EUR");
    assertThat(market.at("countries.0.id")).isEqualTo("ES");
    assertThat(market.at("countries.0.name")).isEqualTo("Spain");
    assertThat(market.at("countries.1.id")).isEqualTo("PT");
    assertThat(market.json().path("countries")).hasSize(2);
    String path = "/marketplaces/" + market.at("id");
    assertThat(api.put(path, market.text()).expect(200).text()).isEqualTo(market.text());

    String nowhere = id(api.post("/marketplaces", "{\"name\": \"Nowhere\"}"));
    assertThat(api.get("/marketplaces/" + nowhere).json().has("zone")).isFalse();
    assertThat(api.get("/marketplaces/" + nowhere).json().path("countries")).isEmpty();
    assertThat(api.get("/marketplaces?zone=EU").ids()).containsExactly(market.at("id"));
    assertThat(api.get("/marketplaces?in(countries.id,(PT,FR))").ids())
        .containsExactly(market.at("id"));
    assertThat(api.get("/marketplaces?ne(countries.id,PT)&currency=null()").ids())
        .containsExactly(nowhere);
    Api.Answer moved =
        api.put(path, "{\"zone\": null, \"countries\": [{\"id\": \"FR\"}]}").expect(200);
    assertThat(moved.json().has("zone")).isFalse();
    assertThat(moved.at("countries.0.name")).isEqualTo("France");
    assertThat(
            api.post(
                    "/marketplaces",
                    """
                    {"name": "x", "zone": "Mars", "currency": "XYZ", "countries": [{"id": "Spain"}, {}]}
                    """)
                .expect(400)
                .pointers())
        .containsExactlyInAnyOrder("/zone", "/currency", "/countries/0/id", "/countries/1/id");
  }

  @Test
  void aVendorSeesTheHubsAndMarketplacesOfItsConnections() {
    String hub = world.hub(distributor);
    String hidden = world.hub(distributor);
    String product = world.product(vendor, true);
    world.connection(product, vendor, distributor, hub);
    Company rival = world.vendor();
    world.connection(world.product(rival, true), rival, distributor, hub);
    String market =
        id(
            distributor
                .api()
                .post(
                    "/marketplaces",
                    """
                    {"name": "Europe", "hubs": [{"hub": {"id": "%s"}, "external_id": "eu"}, {"hub": {"id": "%s"}}]}
                    """
                        .formatted(hub, hidden)));
    String elsewhere =
        id(
            distributor
                .api()
                .post(
                    "/marketplaces",
                    "{\"name\": \"Asia\", \"hubs\": [{\"hub\": {\"id\": \"%s\"}}]}"
                        .formatted(hidden)));

    assertThat(vendor.api().get("/hubs").ids()).containsExactly(hub);
    assertThat(vendor.api().get("/hubs/" + hub).at("stats.connections")).isEqualTo("1");
    assertThat(distributor.api().get("/hubs/" + hub).at("stats.connections")).isEqualTo("2");
    vendor.api().get("/hubs/" + hidden).expect(404);
    vendor.api().put("/hubs/" + hub, "{\"name\": \"mine\"}").expect(403);
    vendor.api().put("/hubs/" + hidden, "{\"name\": \"mine\"}").expect(404);

    assertThat(vendor.api().get("/marketplaces").ids()).containsExactly(market);
    Api.Answer seen = vendor.api().get("/marketplaces/" + market).expect(200);
    assertThat(seen.json().path("hubs")).hasSize(1);
    assertThat(seen.at("hubs.0.hub.id")).isEqualTo(hub);
    assertThat(seen.at("hubs.0.external_id")).isEqualTo("eu");
    vendor.api().get("/marketplaces/" + elsewhere).expect(404);
    vendor.api().put("/marketplaces/" + market, "{\"name\": \"mine\"}").expect(403);
    vendor.api().put("/marketplaces/" + elsewhere, "{\"name\": \"mine\"}").expect(404);
    assertThat(vendor.api().get("/hubs/" + hub + "/marketplaces").ids()).containsExactly(market);
    assertThat(distributor.api().get("/hubs/" + hidden + "/marketplaces").ids())
        .containsExactlyInAnyOrder(market, elsewhere);
    assertThat(vendor.api().get("/hubs/" + hub + "/connections").ids()).hasSize(1);
    assertThat(distributor.api().get("/hubs/" + hub + "/connections").ids()).hasSize(2);
  }

  @Test
  void marketplacesAreFoundByAnyOfTheirHubs() {
    String one = world.hub(distributor);
    String other = world.hub(distributor);
    distributor.api().put("/hubs/" + other, "{\"name\": \"Nordic\"}").expect(200);
    String both = marketplace("both", one, other);
    String single = marketplace("single", one);
    String none = marketplace("none");
    for (Map.Entry<String, List<String>> found :
        Map.of(
                "hubs.id=" + other,
                List.of(both),
                "in(hubs.id,(%s,%s))".formatted(one, other),
                List.of(both, single),
                "ne(hubs.id,%s)".formatted(other),
                List.of(single, none),
                "out(hubs.id,(%s))".formatted(one),
                List.of(none),
                "eq(hubs.id,null())",
                List.of(none),
                "ne(hubs.id,null())",
                List.of(both, single),
                "hubs__name=Nordic",
                List.of(both),
                "like(hubs.name,Nor*)&hubs.id=" + one,
                List.of(both),
                "not(ilike(hubs.name,*DIC))",
                List.of(single, none))
            .entrySet()) {
      assertThat(distributor.api().get("/marketplaces?" + found.getKey()).expect(200).ids())
          .as(found.getKey())
          .containsExactlyInAnyOrderElementsOf(found.getValue());
    }
    world.connection(world.product(vendor, true), vendor, distributor, one);
    assertThat(vendor.api().get("/marketplaces?hubs.id=" + one).ids())
        .containsExactlyInAnyOrder(both, single);
    assertThat(vendor.api().get("/marketplaces?hubs.id=" + other).ids())
        .as("a filter tells nothing of what is not seen")
        .isEmpty();
  }

  private String marketplace(String name, String... hubs) {
    String sold =
        Stream.of(hubs)
            .map("{\"hub\": {\"id\": \"%s\"}}"::formatted)
            .collect(Collectors.joining(", "));
    return id(
        distributor
            .api()
            .post("/marketplaces", "{\"name\": \"%s\", \"hubs\": [%s]}".formatted(name, sold)));
  }

  @Test
  void whatIsConnectedInAnotherEnvironmentIsNotSeenHere() {
    Company tester = world.company(Role.VENDOR, Environment.TEST);
    String hub = world.hub(distributor);
    world.connection(world.product(tester, true), tester, distributor, hub);
    assertThat(tester.api().get("/hubs").ids()).isEmpty();
    tester.api().get("/hubs/" + hub).expect(404);
  }

  @Test
  void aMarketplaceSellsThroughHubsOfItsOwnerOnly() {
    String hub = world.hub(distributor);
    String foreign = world.hub(world.distributor());
    Api api = distributor.api();
    Api.Answer refused =
        api.post(
                "/marketplaces",
                """
                {"name": "Europe", "hubs": [{"hub": {"id": "%s"}}, {"hub": {"id": "%s"}}, {"hub": {"id": "%s"}}]}
                """
                    .formatted(hub, foreign, hub))
            .expect(400);
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/hubs/1/hub/id");
    assertThat(refused.at("violations.1.pointer")).isEqualTo("/hubs/2/hub/id");
    Api.Answer unreadable =
        api.post(
                "/marketplaces",
                """
                {"hubs": [{"hub": {"id": "HB-0000-0000"}}, {}, {"hub": {"id": 7}}]}
                """)
            .expect(400);
    assertThat(unreadable.pointers())
        .containsExactlyInAnyOrder("/name", "/hubs/0/hub/id", "/hubs/1/hub", "/hubs/2/hub/id");

    String id =
        id(
            api.post(
                "/marketplaces",
                "{\"name\": \"E\", \"hubs\": [{\"hub\": {\"id\": \"%s\"}}]}".formatted(hub)));
    assertThat(id).matches("MP-\\d{5}");
    Api.Answer kept = api.put("/marketplaces/" + id, "{\"description\": \"x\"}").expect(200);
    assertThat(kept.at("hubs.0.hub.id")).isEqualTo(hub);
    assertThat(kept.at("stats.hubs")).isEqualTo("1");
    Api.Answer emptied = api.put("/marketplaces/" + id, "{\"hubs\": []}").expect(200);
    assertThat(emptied.json().path("hubs")).isEmpty();
    assertThat(api.get("/marketplaces/" + id).text()).isEqualTo(emptied.text());
    vendor.api().post("/marketplaces", "{\"name\": \"x\"}").expect(403);
  }
}
