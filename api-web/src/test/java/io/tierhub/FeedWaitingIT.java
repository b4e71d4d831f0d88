package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.Api;
import io.tierhub.support.EventStreamReader;
import io.tierhub.support.EventStreamReader.Event;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;

/** Who waits for events is told at once, by a long poll or by a stream. */
class FeedWaitingIT extends LimitedTest {

  private static final Duration SOON = Duration.ofMinutes(2);

  @AutoClose private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @Autowired
  @Qualifier("listeningBell") private SmartLifecycle bell;

  private World world;
  private Company distributor;

  @BeforeEach
  void company() {
    world = world();
    distributor = world.distributor();
  }

  private static Api.Answer poll(Company company, int seconds, String query) {
    return company
        .api()
        .send(call -> call.header("Prefer", "respond-async, wait=" + seconds), "/feed?" + query);
  }

  private EventStreamReader stream(Company company, String query, String lastEventId) {
    return new EventStreamReader(company.api(), "/feed?" + query, lastEventId);
  }

  /** Where the feed is for the company by now, nothing of its own being under way. */
  private static String latest(Company company) {
    return company.api().get("/feed?after=latest").expect(200).header("X-Feed-Position");
  }

  @Test
  void aPollThatWaitsIsAnsweredOnceThereIsSomething() throws Exception {
    String from = latest(distributor);
    Future<Api.Answer> waiting =
        threads.submit(() -> poll(distributor, 50, "type=tier_account.*&after=" + from));
    Company stranger = world.distributor();
    World.reseller(stranger, "Of somebody else", null);
    String reseller = World.reseller(distributor, "Fjord", null);
    Api.Answer told = waiting.get().expect(200);
    assertThat(told.header("Preference-Applied")).isEqualTo("wait=50");
    assertThat(told.json()).hasSize(1);
    assertThat(told.json().get(0).path("subject").asString()).isEqualTo(reseller);
    assertThat(Long.parseLong(told.header("X-Feed-Position")))
        .as("perhaps farther, past what others were told meanwhile")
        .isGreaterThanOrEqualTo(told.json().get(0).path("position").asLong());
  }

  /** As Spring stops what runs and starts it again, of this server between tests and of others. */
  @Test
  void whoListensHearsAgainAfterAStandstill() {
    bell.stop();
    bell.start();
    try (EventStreamReader stream = stream(distributor, "after=latest", null)) {
      String reseller = World.reseller(distributor, "Fjord", null);
      assertThat(stream.next().data().path("subject").asString()).isEqualTo(reseller);
    }
  }

  @Test
  void aPollThatWaitsIsAnsweredAtOnceIfThereIsSomethingAlready() {
    World.reseller(distributor, "Fjord", null);
    await().atMost(SOON).until(() -> !distributor.api().get("/feed").json().isEmpty());
    long begin = System.nanoTime();
    assertThat(poll(distributor, 50, "").expect(200).json()).isNotEmpty();
    assertThat(poll(distributor, 50, "limit=0").expect(200).json()).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
  }

  @Test
  void aPollThatWaitedInVainSaysHowFarItLooked() {
    Company stranger = world.distributor();
    String before = latest(distributor);
    World.reseller(stranger, "Of somebody else", null);
    await().atMost(SOON).until(() -> !stranger.api().get("/feed").json().isEmpty());
    Api.Answer nothing = poll(distributor, 1, "after=" + before).expect(200);
    assertThat(nothing.text()).isEqualTo("[]");
    assertThat(nothing.header("Preference-Applied")).isEqualTo("wait=1");
    assertThat(Long.parseLong(nothing.header("X-Feed-Position")))
        .as("what is others' need not be looked through again")
        .isGreaterThan(Long.parseLong(before));
  }

  @Test
  void aStreamTellsWhatComesAndGoesOnWhereItsReaderWas() {
    String first;
    String id;
    try (EventStreamReader stream = stream(distributor, "type=tier_account.*", null)) {
      assertThat(stream.response().statusCode()).isEqualTo(200);
      assertThat(stream.response().headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/event-stream");
      assertThat(stream.response().headers().firstValue("Cache-Control").orElseThrow())
          .contains("no-store");
      first = World.reseller(distributor, "First", null);
      Event told = stream.next();
      assertThat(told.type()).isEqualTo("io.tierhub.tier_account.created");
      assertThat(told.data().path("subject").asString()).isEqualTo(first);
      assertThat(told.data().path("position").asString()).isEqualTo(told.id());
      id = told.id();
    }
    String second = World.reseller(distributor, "Second", null);
    // The address is the one it began with.
    try (EventStreamReader again = stream(distributor, "after=0&type=tier_account.*", id)) {
      assertThat(again.next().data().path("subject").asString()).isEqualTo(second);
      distributor.api().put("/tier/accounts/" + first, "{\"name\": \"Third\"}").expect(200);
      Event third = again.next();
      assertThat(third.type()).isEqualTo("io.tierhub.tier_account.changed");
      assertThat(third.data().path("subject").asString()).isEqualTo(first);
    }
  }

  @Test
  void aStreamWithoutNewsShowsThatItIsAlive() {
    String before = latest(distributor);
    try (EventStreamReader stream = stream(distributor, "after=latest", null)) {
      await().atMost(SOON).until(() -> !stream.lastId().isEmpty());
      assertThat(Long.parseLong(stream.lastId())).isGreaterThanOrEqualTo(Long.parseLong(before));
    }
  }

  @Test
  void aTokenThatIsDeletedHearsNothingMore() throws Exception {
    Api.Answer made = distributor.api().post("/auth/tokens", "{\"name\": \"Feed\"}").expect(201);
    Api watcher = distributor.api().as(made.at("token"));
    String from = latest(distributor);
    String last;
    try (EventStreamReader stream =
        new EventStreamReader(watcher, "/feed?after=latest&type=tier_account.*", null)) {
      Future<Api.Answer> waiting =
          threads.submit(() ->
              watcher.send(
                  call -> call.header("Prefer", "wait=50"),
                  "/feed?type=tier_account.*&after=" + from));
      last = World.reseller(distributor, "Heard", null);
      assertThat(stream.next().data().path("subject").asString()).isEqualTo(last);
      assertThat(waiting.get().expect(200).text()).contains(last);
      Future<Api.Answer> waitsOn =
          threads.submit(() ->
              watcher.send(
                  call -> call.header("Prefer", "wait=50"),
                  "/feed?after=latest&type=tier_account.decommissioned"));
      distributor.api().delete("/auth/tokens/" + made.at("id")).expect(204);
      distributor.api().delete("/tier/accounts/" + last).expect(204);
      assertThat(stream.next()).as("the stream has ended").isNull();
      assertThat(waitsOn.get().status()).isEqualTo(401);
    }
  }

  @Test
  void aTokenWaitsNoMoreOftenThanItMay() {
    try (EventStreamReader first = stream(distributor, "after=latest&type=tier_account.*", null);
        EventStreamReader second = stream(distributor, "after=latest&type=tier_account.*", null)) {
      Api.Answer refused = poll(distributor, 1, "after=latest").expect(429);
      assertThat(refused.header("Retry-After")).isEqualTo("5");
      assertThat(refused.at("detail")).contains("2 calls of this token wait for events");
      try (EventStreamReader third = stream(distributor, "after=latest", null)) {
        assertThat(third.response().statusCode()).isEqualTo(429);
      }
      String reseller = World.reseller(distributor, "Fjord", null);
      for (EventStreamReader each : List.of(first, second)) {
        assertThat(each.next().data().path("subject").asString()).isEqualTo(reseller);
      }
    }
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> poll(distributor, 1, "after=latest").expect(200, 429).status() == 200);
  }
}
