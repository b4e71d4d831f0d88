package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.kernel.Environment;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** How much of the server one token may have, on a server where that is little. */
@TestPropertySource(
    properties = {
      "tierhub.tokens.calls-per-minute=40",
      "tierhub.tokens.calls-at-once=8",
      "spring.datasource.hikari.maximum-pool-size=10"
    })
class TokenRateIT extends HttpTest {

  private static final Pattern LEFT = Pattern.compile("\"token\";r=(\\d+);t=(\\d+)");

  @Autowired private TransactionTemplate transaction;

  private static int left(Api.Answer answer) {
    assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"token\";q=40;w=60");
    Matcher left = LEFT.matcher(answer.header("RateLimit"));
    assertThat(left.matches()).as(answer.header("RateLimit")).isTrue();
    assertThat(Integer.parseInt(left.group(2))).as("all come back within a minute").isLessThan(61);
    return Integer.parseInt(left.group(1));
  }

  @Test
  void whoCallsTooOftenIsToldWhenToComeAgainAndNobodyElseIs() {
    World world = world();
    Company busy = world.distributor();
    Company other = world.in(Environment.TEST, busy);
    Api.Answer answer = busy.api().get("/me").expect(200);
    assertThat(left(answer)).isEqualTo(39);
    assertThat(left(busy.api().get("/tier/accounts/TA-0000-0000-0000").expect(404)))
        .as("what is refused is counted and told too")
        .isBetween(38, 39);
    int calls = 2;
    while (answer.status() != 429) {
      answer = busy.api().get("/me");
      calls++;
    }
    assertThat(calls).isGreaterThan(40);
    assertThat(left(answer)).isZero();
    assertThat(Integer.parseInt(answer.header("Retry-After"))).as("one in 1.5 s").isBetween(1, 2);
    assertThat(answer.at("error_code")).isEqualTo("HTTP_429");
    assertThat(answer.at("detail")).contains("more than 40 times a minute");
    assertThat(left(other.api().get("/me").expect(200)))
        .as("another token of the same account")
        .isEqualTo(39);
    assertThat(api().get("/me").expect(401).header("RateLimit")).isNull();
  }

  /**
   * Twenty calls that cannot go on, of a token that may have eight at once, on a server with ten
   * connections of which this test has one.
   */
  @Test
  @Timeout(50) // Within which none of the twenty gives up.
  void callsThatHangLeaveRoomForEverybodyElse() throws Exception {
    Company noisy = world().distributor();
    Company quiet = world().distributor();
    String account = World.reseller(noisy, "Held", null);
    CountDownLatch done = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> holder =
          threads.submit(() ->
              transaction.executeWithoutResult(status -> {
                jdbc.queryForList("select id from tier_account where id = ? for update", account);
                held.countDown();
                awaitQuietly(done);
              }));
      held.await();
      List<Future<Api.Answer>> hanging = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String name = "Name " + i;
        Callable<Api.Answer> rename =
            () ->
                noisy.api().put("/tier/accounts/" + account, "{\"name\": \"%s\"}".formatted(name));
        hanging.add(threads.submit(rename));
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() ->
              jdbc.queryForObject(
                      "select count(*) from pg_stat_activity where datname ="
                          + " current_database() and wait_event_type = 'Lock'",
                      Integer.class)
                  == 8);
      quiet.api().get("/me").expect(200);
      quiet.api().get("/tier/accounts").expect(200);
      String own = World.reseller(quiet, "Made meanwhile", null);
      quiet.api().put("/tier/accounts/" + own, "{\"name\": \"Renamed\"}").expect(200);
      assertThat(hanging).as("not one of them has ended").noneMatch(Future::isDone);
      done.countDown();
      holder.get();
      for (Future<Api.Answer> call : hanging) {
        call.get().expect(200);
      }
    }
    assertThat(noisy.api().get("/tier/accounts/" + account).expect(200).at("version"))
        .as("each of them was done, one after the other")
        .isEqualTo("21");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
