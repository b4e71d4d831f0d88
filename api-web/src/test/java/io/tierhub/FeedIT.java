package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FeedIT extends HttpTest {

  /** Everything the company may read, once it is at least as much as expected. */
  private static List<JsonNode> eventually(Company company, int atLeast) {
    List<JsonNode> read = new ArrayList<>();
    long[] after = {0};
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          Api.Answer page = company.api().get("/feed?limit=7&after=" + after[0]).expect(200);
          page.json().forEach(read::add);
          after[0] = Long.parseLong(page.header("X-Feed-Position"));
          return read.size() >= atLeast && page.json().isEmpty();
        });
    return read;
  }

  @Test
  void everyChangeIsToldOnceAndInOrder() {
    Company distributor = world().distributor();
    String id = World.reseller(distributor, "Fjord", null);
    distributor.api().put("/tier/accounts/" + id, "{\"name\": \"Fjord 2\"}").expect(200);
    distributor.api().put("/tier/accounts/" + id, "{\"name\": \"Fjord 2\"}").expect(200);
    distributor.api().delete("/tier/accounts/" + id).expect(204);
    List<JsonNode> events =
        eventually(distributor, 3).stream()
            .filter(e -> e.path("subject").asString().equals(id))
            .toList();
    assertThat(events)
        .extracting(e -> e.path("type").asString())
        .containsExactly(
            "io.tierhub.tier_account.created",
            "io.tierhub.tier_account.changed",
            "io.tierhub.tier_account.decommissioned");
    JsonNode changed = events.get(1);
    assertThat(changed.path("specversion").asString()).isEqualTo("1.0");
    assertThat(changed.path("data").path("version").asInt()).isEqualTo(2);
    assertThat(changed.path("data").path("changed").get(0).asString()).isEqualTo("name");
    assertThat(changed.path("by").path("id").asString()).startsWith("SU-");
    assertThat(changed.path("traceid").asString()).hasSize(32);
    assertThat(changed.path("environment").asString()).isEqualTo("production");
  }

  @Test
  void aRefusedChangeIsNotTold() {
    Company distributor = world().distributor();
    String id = World.reseller(distributor, "Fjord", null);
    distributor.api().put("/tier/accounts/" + id, "{\"type\": \"customer\"}").expect(400);
    World.reseller(distributor, "Last", null);
    assertThat(eventually(distributor, 2))
        .filteredOn(e -> e.path("subject").asString().equals(id))
        .hasSize(1);
  }

  @Test
  void whatChangesNothingIsNotTold() {
    Company distributor = world().distributor();
    String hub = world().hub(distributor);
    distributor.api().put("/hubs/" + hub, "{}").expect(200);
    distributor.api().put("/hubs/" + hub, "{\"name\": \"Another name\"}").expect(200);
    distributor.api().put("/hubs/" + hub, "{\"name\": \"Another name\"}").expect(200);
    assertThat(eventually(distributor, 3))
        .filteredOn(e -> e.path("type").asString().equals("io.tierhub.hub.changed"))
        .hasSize(1);
    Api.Answer none = distributor.api().get("/feed?limit=0").expect(200);
    assertThat(none.text()).isEqualTo("[]");
    assertThat(none.header("X-Feed-Position")).isEqualTo("0");
  }

  @Test
  void nobodyReadsWhatIsNotTheirs() {
    Company distributor = world().distributor();
    Company other = world().distributor();
    String id = World.reseller(distributor, "Fjord", null);
    World.reseller(other, "Other", null);
    assertThat(eventually(other, 1))
        .extracting(e -> e.path("subject").asString())
        .doesNotContain(id);
  }

  @Test
  void whileManyWriteNothingIsLostNorTwiceNorOutOfOrder() throws Exception {
    Company distributor = world().distributor();
    int writers = 6;
    int changes = 15;
    try (ExecutorService workers = Executors.newFixedThreadPool(writers)) {
      List<Future<?>> running = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        running.add(
            workers.submit(() -> {
              String id = World.reseller(distributor, "R", null);
              for (int i = 0; i < changes; i++) {
                distributor
                    .api()
                    .put("/tier/accounts/" + id, "{\"name\": \"R%d\"}".formatted(i))
                    .expect(200);
              }
            }));
      }
      for (Future<?> done : running) {
        done.get();
      }
    }
    List<JsonNode> events = eventually(distributor, writers * (changes + 1));
    List<JsonNode> accounts =
        events.stream().filter(e -> e.path("subject").asString().startsWith("TA-")).toList();
    assertThat(accounts).hasSize(writers * (changes + 1));
    assertThat(accounts)
        .extracting(e -> e.path("position").asLong())
        .isSorted()
        .doesNotHaveDuplicates();
    Map<String, Integer> versions = new HashMap<>();
    for (JsonNode event : accounts) {
      int version = event.path("data").path("version").asInt();
      assertThat(version)
          .isEqualTo(versions.merge(event.path("subject").asString(), 1, Integer::sum));
    }
    assertThat(
            jdbc.queryForObject(
                "select (select count(*) from feed) = (select last_position from feed_sequencer)",
                Boolean.class))
        .as("positions are dense")
        .isTrue();
  }

  @Test
  void onlyWhatIsAskedForIsTold() {
    World world = world();
    Company distributor = world.distributor();
    Company vendor = world.vendor();
    String hub = world.hub(distributor);
    String product = world.soldProduct(vendor, false, distributor, hub);
    String other = world.soldProduct(vendor, false, distributor, hub);
    String customer =
        World.customer(distributor, "Customer", World.reseller(distributor, "Reseller", null));
    for (String bought : List.of(product, other)) {
      distributor.api().post("/requests", World.purchaseBody(bought, customer)).expect(201);
    }
    eventually(distributor, 6);
    assertThat(types(distributor, "type=tier_account.created"))
        .containsExactly("io.tierhub.tier_account.created", "io.tierhub.tier_account.created");
    assertThat(types(distributor, "type=io.tierhub.asset.created,tier_account.*"))
        .contains("io.tierhub.tier_account.created")
        .allMatch(type ->
            type.equals("io.tierhub.asset.created") || type.startsWith("io.tierhub.tier_account."));
    assertThat(types(distributor, "type=io.tierhub.asset.created&type=tier_account.*"))
        .isEqualTo(types(distributor, "type=io.tierhub.asset.created,tier_account.*"));
    for (Company reader : List.of(distributor, vendor)) {
      Api.Answer ofProduct = reader.api().get("/feed?limit=1000&product=" + product).expect(200);
      assertThat(ofProduct.json()).isNotEmpty();
      ofProduct
          .json()
          .forEach(event -> assertThat(event.path("product").asString()).isEqualTo(product));
    }
    assertThat(types(distributor, "type=nothing.known")).isEmpty();
    assertThat(types(distributor, "type=tier_account.created&product=" + product)).isEmpty();
    assertThat(types(distributor, "environment=production&type=tier_account.created")).hasSize(2);
  }

  private static List<String> types(Company company, String query) {
    List<String> types = new ArrayList<>();
    company
        .api()
        .get("/feed?limit=1000&" + query)
        .expect(200)
        .json()
        .forEach(event -> types.add(event.path("type").asString()));
    return types;
  }

  @Test
  void whatCannotBeReadIsToldAtOnce() {
    Company distributor = world().distributor();
    Api.Answer refused =
        distributor
            .api()
            .get("/feed?after=-1&limit=x&type=Account&product=%27&environment=test&consumer=a")
            .expect(400);
    assertThat(refused.pointers())
        .containsExactlyInAnyOrder(
            "/after", "/limit", "/type", "/product", "/environment", "/consumer");
    assertThat(
            distributor
                .api()
                .send(call -> call.header("Last-Event-ID", "x"), "/feed")
                .expect(400)
                .pointers())
        .containsExactly("/Last-Event-ID");
    assertThat(distributor.api().get("/feed?after=99999999999").expect(400).at("detail"))
        .contains("was not given yet");
  }

  @Test
  void aBatchOfCloudEventsForWhoeverAsksForOne() {
    Company distributor = world().distributor();
    World.reseller(distributor, "Fjord", null);
    eventually(distributor, 1);
    Api.Answer batch =
        distributor
            .api()
            .send(call -> call.header("Accept", "application/cloudevents-batch+json"), "/feed")
            .expect(200);
    assertThat(batch.header("Content-Type")).isEqualTo("application/cloudevents-batch+json");
    assertThat(batch.json().get(0).path("specversion").asString()).isEqualTo("1.0");
  }

  @Test
  void aConsumerGoesOnWhereItCommittedToBe() {
    Company distributor = world().distributor();
    Api api = distributor.api();
    World.reseller(distributor, "First", null);
    World.reseller(distributor, "Second", null);
    List<JsonNode> events = eventually(distributor, 2);
    String first = events.getFirst().path("position").asString();
    assertThat(api.get("/feed?consumer=billing&limit=1").expect(200).json().get(0))
        .as("who never committed begins with the oldest")
        .isEqualTo(events.getFirst());
    Api.Answer committed =
        api.put("/feed/consumers/billing", "{\"position\": %s}".formatted(first)).expect(200);
    assertThat(committed.at("name")).isEqualTo("billing");
    assertThat(committed.at("position")).isEqualTo(first);
    assertThat(committed.at("behind")).isEqualTo(String.valueOf(events.size() - 1));
    assertThat(committed.at("oldest_unread")).isEqualTo(events.get(1).path("time").asString());
    assertThat(api.get("/feed?consumer=billing&limit=1").expect(200).json().get(0))
        .isEqualTo(events.get(1));
    String last = events.getLast().path("position").asString();
    api.put("/feed/consumers/billing", "{\"position\": %s}".formatted(last)).expect(200);
    Api.Answer done = api.get("/feed/consumers/billing").expect(200);
    assertThat(done.at("behind")).isEqualTo("0");
    assertThat(done.json().has("oldest_unread")).isFalse();
    assertThat(api.get("/feed?consumer=billing").expect(200).json()).isEmpty();
    assertThat(api.get("/feed/consumers").expect(200).json()).hasSize(1);
    Company stranger = world().distributor();
    stranger.api().get("/feed/consumers/billing").expect(404);
    stranger.api().delete("/feed/consumers/billing").expect(404);
    assertThat(stranger.api().get("/feed/consumers").expect(200).json()).isEmpty();
    api.delete("/feed/consumers/billing").expect(204);
    api.get("/feed/consumers/billing").expect(404);
    assertThat(events)
        .as("reading leaves no trace in the feed")
        .hasSize(eventually(distributor, events.size()).size());
  }

  @Test
  void whatIsNoPositionIsNotKept() {
    Api api = world().distributor().api();
    assertThat(
            api.put("/feed/consumers/a b", "{\"position\": 999999999999}").expect(400).pointers())
        .containsExactlyInAnyOrder("/name", "/position");
    for (String body : List.of("{}", "{\"position\": null}", "{\"position\": -1}")) {
      assertThat(api.put("/feed/consumers/a", body).expect(400).pointers())
          .as(body)
          .containsExactly("/position");
    }
    api.put("/feed/consumers/a?dry_run=true", "{\"position\": 0}").expect(200);
    assertThat(api.get("/feed/consumers").expect(200).json()).isEmpty();
  }

  @Test
  void anAccountHasOnlySoManyConsumers() {
    Company distributor = world().distributor();
    for (int i = 0; i < 100; i++) {
      distributor.api().put("/feed/consumers/c" + i, "{\"position\": 0}").expect(200);
    }
    assertThat(
            distributor
                .api()
                .put("/feed/consumers/one-more", "{\"position\": 0}")
                .expect(409)
                .at("error_code"))
        .isEqualTo("FEED_002");
    distributor.api().put("/feed/consumers/c7", "{\"position\": 0}").expect(200);
  }
}
