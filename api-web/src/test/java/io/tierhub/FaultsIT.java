package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import io.tierhub.support.Api;
import io.tierhub.support.RawCaller;
import io.tierhub.support.SlowMailServer;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import io.tierhub.web.SettableClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Callers, mail servers and crowds at their worst: each is answered in bounded time, and nobody
 * else notices. With a pool of few connections and short limits, so that the worst comes soon.
 */
@TestPropertySource(
    properties = {
      "tierhub.test.own-database=true",
      "spring.datasource.hikari.maximum-pool-size=" + FaultsIT.CONNECTIONS,
      "tierhub.database.wait-when-busy=1s",
      "tierhub.max-body-time=3s",
      "server.tomcat.connection-timeout=2s",
      "spring.datasource.hikari.data-source-properties.options="
          + "-c statement_timeout=30s -c idle_in_transaction_session_timeout=8s"
    })
@Execution(ExecutionMode.SAME_THREAD)
class FaultsIT extends TierTest {

  static final int CONNECTIONS = 4;
  private static final int SLOW_CALLERS = 300;
  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final SlowMailServer MAILS = new SlowMailServer();

  @Autowired private Scheduler scheduler;
  @Autowired private SettableClock clock;
  @Autowired private TransactionTemplate transaction;

  @DynamicPropertySource
  static void aMailServer(DynamicPropertyRegistry properties) {
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", MAILS::port);
  }

  @AfterAll
  static void noMailServer() {
    MAILS.close();
  }

  // Callers

  private String post(String headers) {
    return post(distributor, headers);
  }

  private static String post(Company caller, String headers) {
    return "POST /public/v1/tier/accounts HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n%s\r\n\r\n"
        .formatted(caller.api().authorization(), headers);
  }

  @Test
  void aBodyThatBreaksOffIsNotWaitedFor() {
    try (RawCaller caller = new RawCaller(port())) {
      String answer = caller.say(post("Content-Length: 100") + "{\"type\":").listen();
      assertThat(answer)
          .startsWith("HTTP/1.1 408")
          .contains("\"error_code\":\"HTTP_408\"", "Connection: close");
    }
  }

  @Test
  void aHeadThatBreaksOffIsNotWaitedFor() {
    try (RawCaller caller = new RawCaller(port())) {
      assertThat(caller.say("GET /public/v1/tier/acc").listen()).as("there is no call").isEmpty();
    }
    try (RawCaller caller = new RawCaller(port())) {
      assertThat(caller.listen()).as("nothing is said at all").isEmpty();
    }
  }

  @Test
  void aBodyThatTricklesIsNotWaitedForForEver() throws Exception {
    try (RawCaller caller = new RawCaller(port());
        ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      caller.say(post("Content-Length: 1000") + "{");
      Future<String> answer = thread.submit(caller::status);
      await()
          .atMost(BOUND)
          .pollInterval(Duration.ofMillis(200))
          .until(() -> {
            caller.isHeard(" ");
            return answer.isDone();
          });
      assertThat(answer.get()).startsWith("HTTP/1.1 408");
      await().atMost(BOUND).pollInterval(Duration.ofMillis(200)).until(() -> !caller.isHeard(" "));
    }
  }

  @Test
  void manySlowCallersHoldNobodyUp() throws SQLException {
    Company others = world.distributor();
    List<RawCaller> slow = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW_CALLERS; i++) {
        slow.add(new RawCaller(port()).say(post(others, "Content-Length: 100") + "{"));
        slow.add(new RawCaller(port()).say("GET /public/v1/tier/acc"));
      }
      World.customer(distributor, "Quick", reseller);
      // Jobs have one now and then, but not for as long as these callers.
      await().atMost(BOUND).until(() -> pool().getHikariPoolMXBean().getActiveConnections() == 0);
    } finally {
      slow.forEach(RawCaller::close);
    }
  }

  @Test
  void aHugeBodyIsRefusedAtOnceAndNotReadWhole() {
    for (String length : List.of("Content-Length: 99999999999", "Transfer-Encoding: chunked")) {
      try (RawCaller caller = new RawCaller(port())) {
        caller.say(post(length));
        if (length.startsWith("Transfer")) {
          caller.say("200000\r\n" + " ".repeat(1024 * 1024 + 1));
        }
        assertThat(caller.status()).as(length).startsWith("HTTP/1.1 413");
      }
    }
    World.customer(distributor, "Next", reseller);
  }

  // Crowds

  @Test
  void whoFindsNoConnectionInTimeIsToldWhenToComeAgain() throws SQLException {
    List<Connection> held = new ArrayList<>();
    try {
      while (held.size() < CONNECTIONS) {
        held.add(pool().getConnection());
      }
      Api.Answer refused =
          distributor
              .api()
              .post("/tier/accounts", World.accountBody("customer", "Crowd", reseller))
              .expect(503);
      assertThat(refused.at("error_code")).isEqualTo("SYS_002");
      assertThat(refused.at("detail")).contains("nothing was changed");
      assertThat(refused.header("Retry-After")).isEqualTo("3");
    } finally {
      for (Connection connection : held) {
        connection.close();
      }
    }
    assertThat(distributor.api().get("/tier/accounts?name=Crowd").expect(200).ids()).isEmpty();
  }

  private HikariDataSource pool() throws SQLException {
    return jdbc.getDataSource().unwrap(HikariDataSource.class);
  }

  // Mail servers

  @Test
  void aMailServerThatThinksForLongIsSentTheMailOnce() {
    MAILS.think();
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    try {
      await().atMost(BOUND).until(() -> hasStoodIdleFor("9 s"));
    } finally {
      MAILS.takeAll();
    }
    await().atMost(BOUND).until(() -> "sent".equals(explained(request).at("mails.0.status")));
    assertThat(explained(request).at("mails.0.tries")).isEqualTo("1");
    assertThat(MAILS.takenAbout(request)).isEqualTo(1);
  }

  /** Longer than a transaction may otherwise stand. */
  private boolean hasStoodIdleFor(String time) {
    return jdbc.queryForObject(
        "select exists (select 1 from pg_stat_activity where state = 'idle in transaction'"
            + " and clock_timestamp() - state_change > ?::interval)",
        Boolean.class,
        time);
  }

  /** As of a copy that stood still while another one took its work for abandoned. */
  @Test
  void aMailThatSomebodyElseIsSendingIsNotForgotten() throws Exception {
    MAILS.refuseAll();
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    await().atMost(BOUND).until(() -> "1".equals(explained(request).at("mails.0.tries")));
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch fails = new CountDownLatch(1);
    try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> other = thread.submit(() -> sending(request, locked, fails));
      locked.await();
      try {
        MAILS.takeAll();
        clock.advance(Duration.ofMinutes(2));
        scheduler.triggerCheckForDueExecutions();
        await().atMost(BOUND).until(this::somebodyWaitsForALock);
      } finally {
        fails.countDown();
      }
      other.get();
    }
    await().atMost(BOUND).until(() -> "sent".equals(explained(request).at("mails.0.status")));
    assertThat(MAILS.takenAbout(request)).isEqualTo(1);
  }

  private void sending(String request, CountDownLatch locked, CountDownLatch fails) {
    transaction.executeWithoutResult(_ -> {
      jdbc.execute("set local idle_in_transaction_session_timeout = 0");
      jdbc.queryForList("select 1 from mail where request_id = ? for update", request);
      locked.countDown();
      try {
        fails.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    });
  }

  private boolean somebodyWaitsForALock() {
    return jdbc.queryForObject("select count(*) from pg_locks where not granted", Integer.class)
        > 0;
  }
}
