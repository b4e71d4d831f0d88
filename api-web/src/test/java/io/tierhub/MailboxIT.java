package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Role;
import io.tierhub.support.BrowsersOfClass;
import io.tierhub.support.Device;
import io.tierhub.support.PageReader;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where ops reads what a server without a mail server would have sent. */
class MailboxIT extends TierTest {

  @RegisterExtension private static final BrowsersOfClass BROWSERS = new BrowsersOfClass();

  private Company ops;

  /** In an environment in which hardly anybody else is asked for anything. */
  @Override
  @BeforeEach
  void aProductThatIsConfiguredForTwoTiers() {
    world = world();
    distributor = world.company(Role.DISTRIBUTOR, "Alpine Distribution", Environment.PREVIEW);
    vendor = world.company(Role.VENDOR, "Nimbus", Environment.PREVIEW);
    ops = world.company(Role.OPS, "Ops", Environment.PREVIEW);
    hub = world.hub(distributor);
    product = world.tierProduct(vendor, 1, distributor, hub);
    vendor.api().put("/products/" + product, "{\"name\": \"Nimbus Workplace\"}").expect(200);
    World.requires(vendor, product, "tier1", "ordering", "region");
    reseller = World.reseller(distributor, "Ticino Digitale Sagl", null);
    customer = World.customer(distributor, "Hotel Lago Maggiore", reseller);
  }

  @ParameterizedTest
  @EnumSource
  void opsReadsWhatWasAskedAndTriesTheLink(Device device) {
    orderOf(customer);
    String request = tierRequestOf(reseller, 1).at("id");
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> "kept".equals(explained(request).at("mails.0.status")));
    try (PageReader reader = BROWSERS.reader(device, ops)) {
      reader.open(mailbox());
      assertThat(reader.heading()).isEqualTo("Mailbox");
      assertThat(reader.text())
          .contains("nothing was sent", request, "Ada Ferrer <ada@example.com>")
          .contains("Nimbus Workplace: a few answers are needed", "Sent for Alpine Distribution");
      reader.inspect("mailbox");
      reader.follow("Answer now", request);
      assertThat(reader.heading()).isEqualTo("Nimbus Workplace");
      assertThat(reader.has("The region")).isTrue();
    }
    try (PageReader other = BROWSERS.reader(device, vendor)) {
      other.open(mailbox());
      assertThat(other.status()).isEqualTo(403);
      assertThat(other.heading()).isEqualTo("The mailbox is for ops");
      other.inspect("mailbox-closed");
    }
  }

  private String mailbox() {
    return "http://127.0.0.1:" + port() + "/mailbox";
  }
}
