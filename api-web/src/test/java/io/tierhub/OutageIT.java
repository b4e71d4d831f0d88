package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.tierhub.link.LinkCode;
import io.tierhub.link.LinkKeys;
import io.tierhub.link.LinkPurpose;
import io.tierhub.persistence.embedded.EmbeddedDatabase;
import io.tierhub.support.AccountInvariants;
import io.tierhub.support.AccountWriters;
import io.tierhub.support.AccountWriters.TimedAnswer;
import io.tierhub.support.Api;
import io.tierhub.support.Api.Answer;
import io.tierhub.support.PostgresProcesses;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database goes away under a running server, in every way a database does. Own server, own
 * database: nobody else would like this.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "tierhub.embedded.ephemeral=true",
      // What is committed here must outlive the process, if not the machine.
      "tierhub.embedded.settings.synchronous-commit=on",
      "tierhub.demo=never",
      "management.server.port=0",
      "server.address=127.0.0.1",
      "spring.datasource.hikari.maximum-pool-size=" + OutageIT.CONNECTIONS
    })
@DirtiesContext
@Isolated("reads the log, which starts of other servers set up anew")
@ExtendWith(OutputCaptureExtension.class)
@DisabledOnOs(OS.WINDOWS)
class OutageIT {

  /** What callers are promised, while the database is away. */
  private static final long ANSWER_MILLIS = 3_000;

  static final int CONNECTIONS = 10;
  private static final int MOST_OF_ONE_CALLER = 8;
  private static final Duration BACK_WITHIN = Duration.ofSeconds(10);

  @LocalServerPort private int port;
  @Autowired private ApplicationContext context;
  @Autowired private EmbeddedDatabase database;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private LinkKeys keys;

  private PostgresProcesses postgres;
  private Company distributor;
  private Company unknownYet;
  private String reseller;
  private String customer;
  private String code;

  @BeforeEach
  void companies() {
    postgres = new PostgresProcesses(database);
    World world = new World(context, new Api("http://127.0.0.1:" + port + "/public/v1", null));
    distributor = world.distributor();
    unknownYet = world.distributor();
    reseller = World.reseller(distributor, "Reseller", null);
    customer = World.customer(distributor, "Customer", reseller);
    code = new LinkCode(LinkPurpose.FORM, "TCR-000-000-000-001", 1).sealed(keys);
  }

  /** A machine that stands still, a cable that is torn: connections stay open and say nothing. */
  @Test
  void silence(CapturedOutput output) throws Exception {
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.submit(() -> holdCustomer(locked, release));
      locked.await();
      long begin = System.nanoTime();
      Future<TimedAnswer> waiting = threads.submit(() -> timed(this::change));
      await().until(() -> waitingForLocks() == 1);
      postgres.freeze();
      long waitedBefore = millisSince(begin);
      try {
        assertAllAreRefusedInTime();
        TimedAnswer underWay = waiting.get();
        assertThat(underWay.answer().expect(503).at("detail")).contains("may or may not");
        assertThat(underWay.millis() - waitedBefore).isLessThan(ANSWER_MILLIS);
        assertAllAreRefusedInTime();
      } finally {
        release.countDown();
        postgres.thaw();
      }
    }
    assertBackSoon();
    assertThat(output).contains("the database does not answer", "the database answers again");
  }

  @Test
  void refusal(CapturedOutput output) {
    Answer refused;
    postgres.loseData();
    try {
      refused = assertAllAreRefusedInTime();
    } finally {
      postgres.bringDataBack();
    }
    assertBackSoon();
    assertThat(output.toString().lines())
        .as("the trace id leads to the log")
        .anyMatch(line ->
            line.contains("[" + refused.at("trace_id") + "]")
                && line.contains("database not available"));
    assertThat(output).doesNotContain("Application exception overridden");
  }

  /** Whoever can wait for it is answered as if nothing had been, the others are told to repeat. */
  @Test
  void restart() {
    List<String> accounts =
        Stream.generate(() -> World.customer(distributor, "Another", reseller)).limit(5).toList();
    long pid = database.pid();
    try (AccountWriters writers = new AccountWriters(distributor, accounts, reseller)) {
      writers.write(10, 30, postgres::kill);
      await().until(() -> !isAlive(pid));
      await().atMost(BACK_WITHIN).until(() -> database.pid() != pid);
      int promised = writers.promises().size();
      await().atMost(BACK_WITHIN).until(() -> writers.promises().size() > promised + 10);
      writers.stop();
      assertThat(writers.refusals()).allSatisfy(OutageIT::assertRefusedInTime);
      AccountInvariants.check(jdbc, writers.promises());
    }
  }

  @Test
  void aDatabaseThatIsOnlyBusyIsWaitedFor() throws Exception {
    Callable<String> sleep =
        () -> jdbc.queryForObject("select 'slept' from pg_sleep(4)", String.class);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> sleepers =
          Stream.generate(() -> threads.submit(sleep)).limit(CONNECTIONS).toList();
      await().until(() -> pool().getActiveConnections() == CONNECTIONS);
      distributor.api().get("/tier/accounts").expect(200);
      for (Future<String> sleeper : sleepers) {
        assertThat(sleeper.get()).as("a long statement").isEqualTo("slept");
      }
    }
  }

  /** One connection has who holds the lock, and another one whoever asks in this test. */
  @Test
  void callsThatHangLeaveRoomForEverybodyElse() throws Exception {
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Company quiet = unknownYet;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.submit(() -> holdCustomer(locked, release));
      locked.await();
      List<Future<Answer>> hanging =
          Stream.generate(() -> threads.submit(this::change)).limit(4 * CONNECTIONS).toList();
      try {
        await().until(() -> waitingForLocks() == MOST_OF_ONE_CALLER);
        quiet.api().get("/me").expect(200);
        quiet.api().get("/tier/accounts").expect(200);
        String own = World.reseller(quiet, "Made meanwhile", null);
        quiet.api().put("/tier/accounts/" + own, "{\"name\": \"Renamed\"}").expect(200);
        assertThat(waitingForLocks()).isEqualTo(MOST_OF_ONE_CALLER);
        assertThat(hanging).as("not one of them has ended").noneMatch(Future::isDone);
      } finally {
        release.countDown();
      }
      for (Future<Answer> call : hanging) {
        call.get().expect(200);
      }
    }
    assertThat(distributor.api().get("/tier/accounts/" + customer).expect(200).at("version"))
        .as("each of them was done, one after the other")
        .isEqualTo(String.valueOf(4 * CONNECTIONS + 1));
  }

  @Test
  void eventsAreToldWhileCallsHoldAllConnections() throws SQLException {
    DataSource pool = jdbc.getDataSource();
    List<Connection> held = new ArrayList<>();
    try {
      while (held.size() < CONNECTIONS) {
        held.add(pool.getConnection());
      }
      JdbcTemplate last = new JdbcTemplate(new SingleConnectionDataSource(held.getLast(), true));
      long event =
          last.queryForObject(
              "insert into outbox (type, subject, owner_id, environment, at, trace, data) values"
                  + " ('probe', 'TA-0', 'PA-000-000', 'production', now(), 'none', '{}')"
                  + " returning id",
              Long.class);
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() ->
              last.queryForObject(
                      "select count(*) from feed where event_id = ?", Integer.class, event)
                  == 1);
    } finally {
      for (Connection connection : held) {
        connection.close();
      }
    }
  }

  private HikariPoolMXBean pool() throws SQLException {
    return jdbc.getDataSource().unwrap(HikariDataSource.class).getHikariPoolMXBean();
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  private Answer assertAllAreRefusedInTime() {
    assertPeopleAreToldInAPage();
    Api api = distributor.api();
    List<Callable<Answer>> calls =
        List.of(
            () -> unknownYet.api().get("/tier/accounts"),
            () -> api.get("/tier/accounts"),
            () -> api.get("/tier/accounts/" + customer),
            () -> api.get("/tier/accounts/" + customer + "/versions"),
            () -> api.get("/tier/account-requests"),
            () -> api.get("/feed"),
            () -> api.put("/tier/accounts/" + reseller, "{\"name\": \"Changed\"}"),
            () -> api.post("/tier/accounts", World.accountBody("customer", "Late", reseller)),
            () -> api.delete("/tier/accounts/" + customer));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<TimedAnswer> answers =
          threads.invokeAll(calls.stream().map(OutageIT::timing).toList()).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(answers).allSatisfy(OutageIT::assertRefusedInTime);
      return answers.getLast().answer();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private void assertPeopleAreToldInAPage() {
    Answer page = new Api("http://127.0.0.1:" + port, null).get("/forms/" + code).expect(503);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.text()).contains("<h1>We will be back in a moment</h1>");
    assertThat(Integer.parseInt(page.header("Retry-After"))).isPositive();
  }

  private static void assertRefusedInTime(TimedAnswer refused) {
    Answer answer = refused.answer();
    answer.expect(503);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    assertThat(answer.at("error_code")).isEqualTo("SYS_002");
    assertThat(answer.at("status")).isEqualTo("503");
    assertThat(answer.at("trace_id")).isEqualTo(answer.header("X-Trace-Id"));
    assertThat(refused.millis()).isLessThan(ANSWER_MILLIS);
  }

  private void assertBackSoon() {
    await()
        .atMost(BACK_WITHIN)
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(() -> {
          unknownYet.api().get("/tier/accounts").expect(200);
          change().expect(200);
        });
    AccountInvariants.check(jdbc, List.of());
  }

  private Answer change() {
    return distributor
        .api()
        .put(
            "/tier/accounts/" + customer,
            "{\"name\": \"Customer %d\"}".formatted(System.nanoTime()));
  }

  private void holdCustomer(CountDownLatch locked, CountDownLatch release) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(status -> {
          jdbc.queryForList("select 1 from tier_account where id = ? for update", customer);
          locked.countDown();
          try {
            release.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private int waitingForLocks() {
    return jdbc.queryForObject("select count(*) from pg_locks where not granted", Integer.class);
  }

  private static Callable<TimedAnswer> timing(Callable<Answer> call) {
    return () -> timed(call);
  }

  private static TimedAnswer timed(Callable<Answer> call) throws Exception {
    long begin = System.nanoTime();
    Answer answer = call.call();
    return new TimedAnswer(answer, millisSince(begin));
  }

  private static long millisSince(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime).toMillis();
  }
}
