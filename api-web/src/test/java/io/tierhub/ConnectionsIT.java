package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Role;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsIT extends HttpTest {

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

  @Test
  void eitherEndConnects() {
    String product = world.product(vendor, true);
    String path = "/products/" + product + "/connections";
    String hub = world.hub(distributor);
    String body = "{\"hub\": {\"id\": \"%s\"}}".formatted(hub);
    // A distributor finds a published product by its id alone, and sees it from then on.
    distributor.api().get("/products/" + product).expect(404);
    Api.Answer made = distributor.api().post(path, body).expect(201);
    assertThat(made.at("id")).matches("CT-\\d{4}-\\d{4}");
    assertThat(made.at("status")).isEqualTo("active");
    assertThat(made.at("type")).isEqualTo("production");
    assertThat(made.at("provider.id")).isEqualTo(distributor.id());
    assertThat(made.at("vendor.id")).isEqualTo(vendor.id());
    assertThat(made.at("hub.id")).isEqualTo(hub);
    assertThat(made.at("created_at")).endsWith("+00:00");
    distributor.api().get("/products/" + product).expect(200);

    Api.Answer byVendor =
        vendor
            .api()
            .post(
                path,
                "{\"hub\": {\"id\": \"%s\"}, \"provider\": {\"id\": \"%s\"}}"
                    .formatted(hub, distributor.id()))
            .expect(201);
    assertThat(vendor.api().get(path).ids())
        .containsExactlyInAnyOrder(made.at("id"), byVendor.at("id"));
    assertThat(byVendor.at("status")).as("the distributor has not agreed yet").isEqualTo("pending");
    assertThat(vendor.api().get(path + "?hub.id=" + hub + "&status=active").ids())
        .containsExactly(made.at("id"));
    vendor.api().put(path + "/" + byVendor.at("id"), "{\"status\": \"approved\"}").expect(403);
    assertThat(
            distributor
                .api()
                .put(path + "/" + byVendor.at("id"), "{\"status\": \"approved\"}")
                .expect(200)
                .at("status"))
        .isEqualTo("active");

    String wrongProvider =
        "{\"hub\": {\"id\": \"%s\"}, \"provider\": {\"id\": \"PA-000-000\"}}".formatted(hub);
    assertThat(vendor.api().post(path, wrongProvider).expect(400).pointers())
        .containsExactly("/hub/id");
    assertThat(world.distributor().api().post(path, body).expect(400).pointers())
        .containsExactly("/hub/id");
    assertThat(vendor.api().post(path, "{}").expect(400).pointers()).containsExactly("/hub");
  }

  @Test
  void aDraftIsNotForDistributorsToConnect() {
    String product = product("").at("id");
    String body = "{\"hub\": {\"id\": \"%s\"}}".formatted(world.hub(distributor));
    distributor.api().post("/products/" + product + "/connections", body).expect(404);
    vendor.api().post("/products/" + product + "/connections", body).expect(201);
    distributor.api().get("/products/" + product).expect(200);
  }

  @Test
  void eitherEndRevokesAndTheDistributorApprovesAgain() {
    String product = world.product(vendor, true);
    String hub = world.hub(distributor);
    String path =
        "/products/"
            + product
            + "/connections/"
            + world.connection(product, vendor, distributor, hub);
    assertThat(distributor.api().put(path, "{\"status\": \"revoked\"}").expect(200).at("status"))
        .isEqualTo("revoked");
    vendor.api().put(path, "{\"status\": \"approved\"}").expect(403);
    assertThat(distributor.api().put(path, "{\"status\": \"approved\"}").expect(200).at("status"))
        .isEqualTo("active");
    vendor.api().put(path, "{\"status\": \"revoked\"}").expect(200);
    distributor.api().put(path, "{\"status\": \"active\"}").expect(200);
    Api.Answer refused = distributor.api().put(path, "{\"status\": \"rejected\"}").expect(400);
    assertThat(refused.at("error_code")).isEqualTo("CON_001");
    assertThat(refused.at("allowed.0")).isEqualTo("revoke");
    assertThat(vendor.api().put(path, "{\"status\": \"gone\"}").expect(400).pointers())
        .containsExactly("/status");
    world.vendor().api().put(path, "{}").expect(404);
    world.distributor().api().get(path).expect(404);
    ops.api().get(path).expect(200);
    ops.api().put(path, "{\"status\": \"revoked\"}").expect(403);
    String other = world.product(vendor, true);
    vendor.api().get(path.replace(product, other)).expect(404);
  }

  @Test
  void aConnectionBelongsToItsEnvironment() {
    Company tester = world.company(Role.VENDOR, Environment.TEST);
    String product = tester.api().post("/products", "{\"name\": \"T\"}").expect(201).at("id");
    String hub = world.hub(distributor);
    Api.Answer made =
        tester
            .api()
            .post(
                "/products/" + product + "/connections",
                "{\"hub\": {\"id\": \"%s\"}}".formatted(hub))
            .expect(201);
    assertThat(made.at("type")).isEqualTo("test");
    distributor.api().get("/products/" + product).expect(404);
    assertThat(distributor.api().get("/hubs/" + hub + "/connections").ids()).isEmpty();
  }

  @Test
  void aConnectionOfAnotherTypeThanAskedForIsNotMade() {
    Company vendor = world().vendor();
    String product = world().product(vendor, true);
    String hub = world().hub(world().distributor());
    String path = "/products/" + product + "/connections";
    String body = "{\"type\": \"%s\", \"hub\": {\"id\": \"" + hub + "\"}}";
    Api.Answer refused = vendor.api().post(path, body.formatted("test")).expect(400);
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/type");
    assertThat(vendor.api().get(path).ids()).isEmpty();
    vendor.api().post(path, body.formatted("production")).expect(201);
  }
}
