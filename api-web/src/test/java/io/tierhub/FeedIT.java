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
        .atMost(Duration.ofSeconds(20))
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
}
