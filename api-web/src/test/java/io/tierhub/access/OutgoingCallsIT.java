package io.tierhub.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.HttpTest;
import io.tierhub.support.Visitor;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The server calls nobody but its database, its mail server and, for JWTs, the issuer that its
 * configuration names; and the endpoints of webhooks, of which {@code WebhooksIT} tells. Other
 * addresses that callers send are kept, shown and redirected to, and no more.
 */
@DisplayName("API7:2023, server side request forgery")
class OutgoingCallsIT extends HttpTest {

  private ServerSocketChannel trap;
  private String address;

  @BeforeEach
  void somebodyWhoWaitsForACall() throws IOException {
    trap = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
    trap.configureBlocking(false);
    address = "http://127.0.0.1:" + trap.socket().getLocalPort() + "/latest/meta-data";
  }

  @AfterEach
  void nobodyWaitsAnyMore() throws IOException {
    trap.close();
  }

  @Test
  void addressesAreNotCalled() throws IOException {
    World world = world();
    Company vendor = world.vendor();
    Company distributor = world.distributor();
    String hub = world.hub(distributor);
    String product = world.tierProduct(vendor, 1, distributor, hub);
    String path = "/products/" + product;
    vendor
        .api()
        .put(path, "{\"customer_ui_settings\": {\"action\": {\"url\": \"%s\"}}}".formatted(address))
        .expect(200);
    vendor.api().post(path + "/actions/regeneratesecret", "{}").expect(200);
    String action =
        vendor
            .api()
            .post(
                path + "/actions",
                """
                {"action": "go", "name": "Go", "title": "Go", "type": "button", "scope": "tier1"}
                """)
            .expect(201)
            .at("id");
    for (String type : List.of("url", "domain", "text")) {
      vendor
          .api()
          .post(
              path + "/parameters",
              """
              {"name": "of_%1$s", "title": "T", "type": "%1$s", "scope": "tier1",
               "phase": "ordering", "description": "![x](%2$s) <img src='%2$s'>"}
              """
                  .formatted(type, address))
          .expect(201);
    }
    String template =
        vendor
            .api()
            .post(
                path + "/templates",
                """
                {"name": "T", "scope": "tier1", "type": "fulfillment",
                 "body": "![x](%1$s) <img src='%1$s'> {{{of_url}}} {{> %1$s}}"}
                """
                    .formatted(address))
            .expect(201, 400)
            .at("id");
    String reseller = World.reseller(distributor, "R", null);
    String request =
        distributor
            .api()
            .post(
                "/tier/config-requests",
                """
                {"type": "setup",
                 "configuration": {"product": {"id": "%s"}, "account": {"id": "%s"}, "tier_level": 1},
                 "params": [{"id": "of_url", "value": "%s"}]}
                """
                    .formatted(product, reseller, address))
            .expect(201)
            .at("id");
    vendor.api().post("/tier/config-requests/" + request + "/approve", "{}").expect(200);
    String configuration =
        distributor
            .api()
            .get("/tier/config-requests/" + request)
            .expect(200)
            .at("configuration.id");
    if (template != null) {
      vendor.api().get(path + "/templates/" + template + "/preview").expect(200);
      vendor.api().get(path + "/templates/" + template + "/render").expect(200);
    }
    distributor.api().get("/tier/configs/" + configuration + "/render").expect(200);
    distributor
        .api()
        .get(path + "/actions/" + action + "/actionLink?tier_config_id=" + configuration)
        .expect(200);
    String portal =
        distributor
            .api()
            .post("/tier/configs/" + configuration + "/portal-link", "{\"send\": false}")
            .expect(201)
            .at("link");
    assertThat(Visitor.open(portal).statusCode()).isEqualTo(200);
    assertThat(Visitor.open(portal + "/actions/" + action).statusCode()).isBetween(300, 399);
    assertThat(trap.accept()).as("somebody called").isNull();
  }

  @Test
  void theTrapWouldHear() throws IOException {
    Visitor.knock(address);
    assertThat(trap.accept()).isNotNull();
  }
}
