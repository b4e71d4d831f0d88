package io.tierhub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.HttpTest;
import io.tierhub.support.Api;
import io.tierhub.support.Logged;
import io.tierhub.support.RudeMailServer;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The mail server is the only one whose words come in from outside, besides the issuer's keys, of
 * which JwtKeysTest tells.
 */
@DisplayName("API10:2023, unsafe consumption of APIs")
@Isolated("reads the log, which starts of other servers set up anew")
class MailServersWordIT extends HttpTest {

  @AutoClose private Logged log;

  /** Not before: the start of a server sets up all logging anew. */
  @BeforeEach
  void listens() {
    log = new Logged();
  }

  private static final RudeMailServer SERVER = new RudeMailServer();

  @DynamicPropertySource
  static void aMailServer(DynamicPropertyRegistry properties) {
    SERVER.start();
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", SERVER::port);
    properties.add("tierhub.mail.from", () -> "TierHub <asks@tierhub.example>");
    // Others' servers have no mail server, and would keep its mails.
    properties.add("tierhub.test.own-database", () -> "true");
  }

  @AfterAll
  static void noMailServer() {
    SERVER.stop();
  }

  @Test
  void whatItSaysOfPeopleIsNotLoggedAndMakesNoLines() {
    String mark = "q" + UUID.randomUUID().toString().substring(0, 8);
    World world = world();
    Company vendor = world.vendor();
    Company distributor = world.distributor();
    String hub = world.hub(distributor);
    String product = world.tierProduct(vendor, 1, distributor, hub);
    vendor
        .api()
        .put("/products/" + product, "{\"name\": \"P\\r\\nBcc: %s@evil.example\"}".formatted(mark))
        .expect(200);
    World.requires(vendor, product, "tier1", "ordering", "region");
    String reseller =
        distributor
            .api()
            .post(
                "/tier/accounts",
                World.accountBody("reseller", "R", null).replace("ada@", mark + "@"))
            .expect(201)
            .at("id");
    String request =
        distributor
            .api()
            .post(
                "/tier/config-requests",
                """
                {"type": "setup",
                 "configuration": {"product": {"id": "%s"}, "account": {"id": "%s"}, "tier_level": 1}}
                """
                    .formatted(product, reseller))
            .expect(201)
            .at("id");
    String explain = "/tier/config-requests/" + request + "/explain";
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> distributor.api().get(explain).expect(200).at("mails.0.error") != null);
    Api.Answer told = distributor.api().get(explain).expect(200);
    assertThat(told.at("mails.0.error")).as("who may know is told").contains("550");
    String logged = String.join("\n", log.entries());
    assertThat(logged).contains(request + ".1 was not taken");
    assertThat(logged)
        .doesNotContain(mark)
        .doesNotContain("\u001b[31m")
        .doesNotContain("Forged line");
    assertThat(SERVER.recipients()).containsExactly("<" + mark + "@example.com>");
  }
}
