package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.Api;
import io.tierhub.support.RawCaller;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One token cannot fill the server with calls that do not end. */
class CallMemoryIT extends LimitedTest {

  /** Half of what {@link LimitedTest} has memory for, which others of its tests use a little of. */
  private static final int MOST = 10;

  private static final int A_FEW = 5;

  private static String post(String authorization, int length, String body) {
    return "POST /public/v1/tier/accounts HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n"
            .formatted(authorization)
        + "Content-Length: %d\r\n\r\n%s".formatted(length, body);
  }

  @Test
  void whoHasTooManyCallsUnderWayIsToldToComeAgainAndNobodyElseIs() {
    World world = world();
    Company busy = world.distributor();
    Company other = world.distributor();
    String unfinished = post(busy.api().authorization(), 100, "{");
    List<RawCaller> hanging = new ArrayList<>();
    try {
      // One that comes while another call is under way may itself be the one too many.
      Api.Answer refused =
          await()
              .until(
                  () -> {
                    hanging.add(new RawCaller(port()).say(unfinished));
                    return busy.api().get("/me");
                  },
                  answer -> answer.status() != 200);
      assertThat(hanging).hasSizeBetween(MOST - A_FEW, MOST + A_FEW);
      assertThat(refused.expect(429).at("detail"))
          .contains("Your calls that are under way hold", "are left for all others");
      assertThat(refused.at("error_code")).isEqualTo("HTTP_429");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      other.api().get("/me").expect(200);
    } finally {
      hanging.forEach(RawCaller::close);
    }
    await().until(() -> busy.api().get("/me").status() == 200);
  }

  @Test
  void aLongBodyAndALargePageTakeTheirPlaces() {
    Company company = world().distributor();
    String longer = "{\"name\": \"%s\"}".formatted("x".repeat(400_000));
    assertThat(company.api().post("/tier/accounts", longer).expect(413).at("detail"))
        .as("what never has room is not told to come again")
        .contains("may have");
    String half = " ".repeat(40_000);
    try (RawCaller one = new RawCaller(port())) {
      one.say(post(company.api().authorization(), 80_000, half));
      Api.Answer refused =
          await()
              .until(
                  () -> company.api().post("/tier/accounts", half + "{}"),
                  answer -> answer.status() == 429);
      assertThat(refused.at("detail")).contains("send and ask for less at once");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
    }
    await().until(() -> company.api().post("/tier/accounts", half + "{}").status() == 400);
    company.api().get("/tier/accounts?limit=1000").expect(429);
    company.api().get("/feed?limit=1000").expect(429);
    company.api().get("/tier/accounts?limit=300").expect(200);
    company.api().post("/tier/accounts", "{}").expect(400);
  }

  @Test
  void aRefusedCallKeepsItsConnectionIfAllOfItHasCome() {
    try (RawCaller caller = new RawCaller(port())) {
      String whole = post("ApiKey SU-000-000-000:wrong", 20_000, " ".repeat(20_000));
      caller.say(whole + whole + post("ApiKey SU-000-000-000:wrong", 2, "{"));
      assertThat(caller.listen().split("HTTP/1.1 401")).hasSize(4);
    }
  }

  @Test
  void aRefusedCallThatIsNotWholeIsNotWaitedForUnlessItIsKnownWhoCalls() {
    for (String stranger : new String[] {"ApiKey SU-000-000-000:wrong", "none"}) {
      try (RawCaller caller = new RawCaller(port())) {
        assertThat(caller.say(post(stranger, 100, "{")).listen())
            .as("all that is said until the connection ends, which is soon")
            .startsWith("HTTP/1.1 401");
      }
    }
    try (RawCaller caller = new RawCaller(port())) {
      String token = world().distributor().api().authorization();
      String nowhere = post(token, 1_500_000, " ").replace("/accounts", "/nothing");
      assertThat(caller.say(nowhere).status()).startsWith("HTTP/1.1 404");
      caller.say(" ".repeat(1_499_999)).say(post(token, 2, "{}"));
      assertThat(caller.listen()).as("the same connection").contains("HTTP/1.1 400");
    }
  }

  @Test
  void whoWaitsForEventsHoldsNothingOfThePageThatMayCome() throws Exception {
    Company company = world().distributor();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      String from = company.api().get("/feed?after=latest").expect(200).header("X-Feed-Position");
      List<Future<Api.Answer>> waiting =
          Stream.generate(() ->
                  threads.submit(() ->
                      company
                          .api()
                          .send(
                              call -> call.header("Prefer", "wait=50"),
                              "/feed?limit=300&type=tier_account.*&after=" + from)))
              .limit(A_FEW)
              .toList();
      // While they look whether there is something, they do hold a page, and there may be no room.
      String told = World.accountBody("reseller", "Told", null);
      await().until(() -> company.api().post("/tier/accounts", told).status() == 201);
      for (Future<Api.Answer> poll : waiting) {
        assertThat(poll.get().status()).isIn(200, 429);
      }
      assertThat(waiting.stream().map(Future::resultNow).map(Api.Answer::status)).contains(200);
    }
  }
}
