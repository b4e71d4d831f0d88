package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.HookServer;
import io.tierhub.support.HookServer.Mood;
import io.tierhub.support.ServerProcess;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two copies of the server on one database deliver what one would. */
@Execution(ExecutionMode.SAME_THREAD)
class WebhookCopiesIT {

  private static final Duration SOON = Duration.ofMinutes(2);

  /** Until a killed copy's work is taken for abandoned, and done. */
  private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(120);

  private static final int ORDERS = 20;

  private static final String[] SETTINGS = {
    "tierhub.webhooks.allowed-networks=127.0.0.1/32",
    // Whoever is hung up on is killed before that.
    "tierhub.webhooks.timeout=300s"
  };

  @TempDir private Path folder;

  @Test
  void deliverOnceWhileAllIsWellAndAgainWhatAKilledOneWasAt() {
    try (HookServer endpoint = new HookServer();
        ServerProcess owner = ServerProcess.start(folder, SETTINGS)) {
      Company distributor = owner.company("distributor");
      Company vendor = owner.company("vendor");
      String product = owner.products().getFirst();
      String customer =
          World.customer(distributor, "Customer", World.reseller(distributor, "Root", null));
      vendor
          .api()
          .post(
              "/notifications/webhooks",
              """
              {"object_class": "fulfillment_request", "label": "W", "external_url": "%s"}
              """
                  .formatted(endpoint.url()))
          .expect(201);
      try (ServerProcess guest = guest(owner)) {
        Company there =
            new Company(
                guest.api().as(distributor.header()), distributor.id(), distributor.header(), null);
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
          orders.add(World.order(i % 2 == 0 ? distributor : there, product, customer));
        }
        await().atMost(SOON).until(() -> endpoint.calls().size() >= ORDERS);
        awaitNoneWaiting(owner);
        for (String order : orders) {
          assertThat(endpoint.accepted(order)).as(order).hasSize(1);
        }
        assertThat(endpoint.calls()).hasSize(ORDERS);
      }

      endpoint.be(Mood.HANGS);
      String last = World.order(distributor, product, customer);
      await().atMost(SOON).until(() -> endpoint.calls().size() == ORDERS + 1);
      // Only now, so that the one who is killed is the one who is at it.
      try (ServerProcess guest = guest(owner)) {
        owner.kill();
        owner.awaitExit();
        endpoint.be(Mood.WELL);
        await().atMost(TAKEN_OVER_WITHIN).until(() -> !endpoint.accepted(last).isEmpty());
        awaitNoneWaiting(owner);
        assertThat(endpoint.accepted(last)).hasSize(1);
        assertThat(guest.api().as(vendor.header()).get("/me").expect(200).text()).contains("VA-");
      }
    }
  }

  private ServerProcess guest(ServerProcess owner) {
    return ServerProcess.start(
        folder,
        Stream.concat(owner.databaseSettings().stream(), Stream.of(SETTINGS))
            .toArray(String[]::new));
  }

  private static void awaitNoneWaiting(ServerProcess owner) {
    await()
        .atMost(SOON)
        .until(() ->
            owner
                    .jdbc()
                    .queryForObject(
                        "select count(*) from webhook_delivery where status = 'waiting'",
                        Long.class)
                == 0);
  }
}
