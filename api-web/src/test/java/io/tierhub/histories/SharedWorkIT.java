package io.tierhub.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.AccountInvariants;
import io.tierhub.support.Api;
import io.tierhub.support.ServerProcess;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Many workers share out many orders by claims, over two copies of the server. One copy is killed
 * amid it, and two of the workers die with what they hold: each order is handled once all the same.
 */
class SharedWorkIT {

  private static final int ORDERS = 4_000;
  private static final int WORKERS = 16;
  private static final int MORTALS = 2;
  private static final int AT_ONCE = 25;

  /** Long enough for what is claimed at once, short enough to wait for what the dead have held. */
  private static final int LEASE_SECONDS = 10;

  /** On a machine that does much else; alone it is half a minute. */
  private static final Duration DONE_WITHIN = Duration.ofMinutes(10);

  private final Map<String, Instant> held = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> approved = new ConcurrentHashMap<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicInteger late = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();

  @TempDir private Path folder;
  @TempDir private Path guestsFolder;

  @Test
  void eachOrderIsHandledOnce() throws Exception {
    try (ServerProcess owner = ServerProcess.start(folder)) {
      String product = owner.products().getLast();
      ordersOf(owner, product);
      try (ServerProcess guest = owner.copy(guestsFolder);
          ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> workers = new ArrayList<>();
        Instant end = Instant.now().plus(DONE_WITHIN);
        for (int i = 0; i < WORKERS; i++) {
          Worker worker = new Worker(i % 2 == 0 ? guest : owner, owner, product, i < MORTALS, end);
          workers.add(threads.submit(worker));
        }
        await().atMost(DONE_WITHIN).until(() -> approved.size() > ORDERS / 4);
        guest.kill();
        for (Future<?> worker : workers) {
          worker.get();
        }
      }
      assertThat(faults).isEmpty();
      assertThat(approved)
          .as("answers 200 to an approval")
          .hasSizeBetween(ORDERS - WORKERS, ORDERS);
      assertThat(approved.values()).allMatch(times -> times.get() == 1);
      assertThat(
              owner
                  .jdbc()
                  .queryForObject(
                      "select count(*) from fulfillment_request where status = 'pending'",
                      Integer.class))
          .isZero();
      // What a copy was told last it may do after it was answered for dead; its events are moved
      // too.
      await()
          .until(
              () -> owner.jdbc().queryForObject("select count(*) from outbox", Integer.class) == 0);
      assertThat(
              owner
                  .jdbc()
                  .queryForMap(
                      "select count(*) as told, count(distinct subject) as orders from feed where"
                          + " type = 'fulfillment_request.approved'"))
          .containsEntry("told", (long) ORDERS)
          .containsEntry("orders", (long) ORDERS);
      AccountInvariants.checkOfAnyHistory(owner.jdbc());
      System.out.printf(
          "%d orders, %d workers: %d approvals came with a lease that had ended, of %d calls the"
              + " answer was lost%n",
          ORDERS, WORKERS, late.get(), lost.get());
    }
  }

  /** One order, and many like it. */
  private static void ordersOf(ServerProcess server, String product) {
    Company distributor = server.company("distributor");
    String customer =
        World.customer(distributor, "Customer", World.reseller(distributor, "Reseller", null));
    String first = World.order(distributor, product, customer);
    String asset = distributor.api().get("/requests/" + first).expect(200).at("asset.id");
    multiply(server, "asset", asset, "id = 'AS-' || n, external_uid = n::text");
    multiply(
        server, "fulfillment_request", first, "id = 'PR-' || n || '-001', asset_id = 'AS-' || n");
  }

  private static void multiply(ServerProcess server, String table, String id, String changed) {
    List<String> others = List.of(changed.split(", (?=[a-z_]+ = )"));
    List<String> columns =
        server
            .jdbc()
            .queryForList(
                "select column_name from information_schema.columns where table_name = ? and"
                    + " table_schema = current_schema and is_generated = 'NEVER'",
                String.class,
                table);
    List<String> values =
        columns.stream()
            .map(column ->
                others.stream()
                    .filter(one -> one.startsWith(column + " = "))
                    .map(one -> one.substring(column.length() + 3))
                    .findFirst()
                    .orElse("a." + column))
            .toList();
    server
        .jdbc()
        .update(
            "insert into %1$s (%2$s) select %3$s from %1$s a, generate_series(10001, ?) n where a.id = ?"
                .formatted(table, String.join(", ", columns), String.join(", ", values)),
            10_000 + ORDERS - 1,
            id);
  }

  /** Claims and approves until nothing is pending any more. */
  private final class Worker implements Runnable {

    private final ServerProcess other;
    private final String product;
    private final boolean mortal;
    private final Instant end;
    private Api api;

    Worker(ServerProcess first, ServerProcess other, String product, boolean mortal, Instant end) {
      this.other = other;
      this.product = product;
      this.mortal = mortal;
      this.end = end;
      this.api = first.api().as(other.company("vendor").header());
    }

    @Override
    public void run() {
      for (int round = 0; isPending(); round++) {
        if (Instant.now().isAfter(end)) {
          faults.add("something is pending still");
          return;
        }
        Api.Answer claim =
            send(
                "/requests/claim?asset.product.id=%s&limit=%d".formatted(product, AT_ONCE),
                "{\"seconds\": %d}".formatted(LEASE_SECONDS),
                null);
        if (claim == null) {
          continue;
        }
        claim.expect(200);
        if (claim.json().path("requests").isEmpty()) {
          continue;
        }
        Instant until = OffsetDateTime.parse(claim.at("expires_at")).toInstant();
        List<String> mine = new ArrayList<>();
        for (JsonNode request : claim.json().path("requests")) {
          String id = request.path("id").asString();
          mine.add(id);
          Instant others = held.put(id, until);
          // Moments of the wire are whole seconds.
          if (others != null
              && Duration.between(others, until).abs().toSeconds() < LEASE_SECONDS - 1) {
            faults.add(id + " was claimed while somebody else held it");
          }
        }
        if (mortal && round == 2) {
          return;
        }
        mine.forEach(id -> approve(id, claim.at("lease")));
      }
    }

    private boolean isPending() {
      Api.Answer left = null;
      while (left == null) {
        left = get("/requests?status=pending&limit=0&asset.product.id=" + product);
      }
      return !left.expect(200).header("Content-Range").endsWith("/0");
    }

    private void approve(String id, String lease) {
      Api.Answer answer = send("/requests/" + id + "/approve", "{}", lease);
      if (answer == null) {
        // Whether it was done is not known: whoever claims it next, or nobody, will see.
        return;
      }
      switch (answer.expect(200, 409).status()) {
        case 200 -> approved.computeIfAbsent(id, _ -> new AtomicInteger()).incrementAndGet();
        default -> late.incrementAndGet();
      }
    }

    private Api.Answer get(String path) {
      try {
        return api.get(path);
      } catch (UncheckedIOException gone) {
        return elsewhere();
      }
    }

    private Api.Answer send(String path, String body, String lease) {
      try {
        return api.send(
            call -> {
              if (lease != null) {
                call.header("X-Lease", lease);
              }
              return call.header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(body));
            },
            path);
      } catch (UncheckedIOException gone) {
        return elsewhere();
      }
    }

    private Api.Answer elsewhere() {
      lost.incrementAndGet();
      api = other.api().as(api.authorization());
      return null;
    }
  }
}
