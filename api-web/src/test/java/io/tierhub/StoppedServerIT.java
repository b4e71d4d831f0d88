package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.Api;
import io.tierhub.support.Api.Answer;
import io.tierhub.support.EventStreamReader;
import io.tierhub.support.ServerProcess;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server as in production: with JSON logs, and asked to stop while it is at work. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisabledOnOs(OS.WINDOWS)
class StoppedServerIT {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final JsonMapper JSON = new JsonMapper();

  /** What must never be in a log, nor in an answer about somebody else's accident. */
  private static final List<String> PERSONAL =
      List.of("Geheim", "geheim@example.com", "Ferrer", "Mallorca", "X-1234567");

  @TempDir static Path folder;
  @TempDir static Path accessLogs;
  private static ServerProcess server;

  @BeforeAll
  static void start() {
    server =
        ServerProcess.start(
            folder,
            "logging.structured.format.console=ecs",
            "server.tomcat.accesslog.enabled=true",
            "server.tomcat.accesslog.buffered=false",
            "server.tomcat.accesslog.directory=" + accessLogs);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Constraints that no check of ours goes before, as when two callers are at it at once. */
  @Test
  @Order(1)
  void accidentsAreLoggedWithTheirTraceAndWithoutData() {
    JdbcTemplate jdbc = server.jdbc();
    jdbc.execute("alter table tier_account add constraint probe_check check (name <> 'Geheim')");
    jdbc.execute("create unique index probe_key on tier_account (tax_id)");
    Answer checked = open("Geheim", null);
    open("One", "X-1234567").expect(201);
    Answer duplicate = open("Two", "X-1234567");
    for (Answer accident : List.of(checked, duplicate)) {
      accident.expect(500);
      assertThat(accident.text()).doesNotContain(PERSONAL);
      assertThat(logOf(accident.at("trace_id")))
          .as("the accident can be found by its trace id")
          .anyMatch(line -> line.path("log").path("level").asString().equals("ERROR"));
    }
    assertThat(logOf(checked.at("trace_id")).toString()).contains("probe_check");
    assertThat(logOf(duplicate.at("trace_id")).toString()).contains("probe_key");
    assertThat(String.join("\n", server.output())).doesNotContain(PERSONAL);
    jdbc.execute("alter table tier_account drop constraint probe_check");
    jdbc.execute("drop index probe_key");
  }

  @Test
  @Order(2)
  void aRowThatCannotBeReadIsNotTakenForNone() {
    Company distributor = server.company("distributor");
    String id = World.reseller(distributor, "Reseller", null);
    JdbcTemplate jdbc = server.jdbc();
    jdbc.execute(
        "create function broken_disk() returns boolean language plpgsql as"
            + " $$ begin raise exception 'broken' using errcode = 'io_error'; end $$");
    jdbc.execute("alter table tier_account rename to tier_account_kept");
    jdbc.execute("create view tier_account as select * from tier_account_kept where broken_disk()");
    try {
      distributor.api().put("/tier/accounts/" + id, "{\"name\": \"Renamed\"}").expect(503);
      distributor.api().delete("/tier/accounts/" + id).expect(503);
    } finally {
      jdbc.execute("drop view tier_account");
      jdbc.execute("alter table tier_account_kept rename to tier_account");
    }
  }

  @Test
  @Order(3)
  void codesOfLinksAreInNoLogAndNoError() throws IOException {
    String code = "PR-1895-0864-1238-001.1.1." + "s".repeat(43);
    String pend = "/requests/PR-1895-0864-1238-001/pend?code=" + code;
    String answer = "{\"asset\": {\"params\": []}}";
    Api site = new Api(server.api().base().replace("/public/v1", ""), null);
    JdbcTemplate jdbc = server.jdbc();
    jdbc.execute("alter table link_key rename to link_key_kept");
    List<Answer> accidents;
    try {
      accidents =
          List.of(
              site.get("/forms/" + code),
              site.send(r -> r.header("Accept", "application/json").GET(), "/forms/" + code),
              server.api().post(pend, answer));
    } finally {
      jdbc.execute("alter table link_key_kept rename to link_key");
    }
    for (Answer accident : accidents) {
      accident.expect(500);
      assertThat(accident.text()).doesNotContain(code);
      assertThat(logOf(accident.header("X-Trace-Id"))).isNotEmpty();
    }
    for (Answer refused :
        List.of(
            site.get("/forms/" + code + "/x").expect(404),
            server.api().post(pend, answer).expect(404),
            server.api().get(pend).expect(401))) {
      assertThat(refused.text()).doesNotContain(code);
    }
    site.get("/forms/" + code).expect(404);
    assertThat(String.join("\n", server.output())).doesNotContain(code);
    await().atMost(SOON).until(() -> accessLog().contains("GET /public/v1/requests/PR-1895"));
    assertThat(accessLog()).doesNotContain(code);
  }

  private static String accessLog() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(accessLogs)) {
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  @Test
  @Order(4)
  void stopsWhenItHasAnsweredWhatItBegan() throws Exception {
    Company distributor = server.company("distributor");
    String id = World.reseller(distributor, "Reseller", null);
    Future<Answer> slow;
    try (EventStreamReader waits = new EventStreamReader(distributor.api(), "/feed", null);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection holder = server.jdbc().getDataSource().getConnection();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("select 1 from tier_account where id = '" + id + "' for update");
      slow =
          threads.submit(
              () -> distributor.api().put("/tier/accounts/" + id, "{\"name\": \"Renamed\"}"));
      await().atMost(SOON).until(StoppedServerIT::somebodyWaitsForALock);
      server.terminate();
      await().atMost(SOON).until(() -> logSays("Commencing graceful shutdown"));
      while (waits.next() != null) {
        assertThat(waits.response().statusCode()).as("until it ends").isEqualTo(200);
      }
      holder.rollback();
      assertThat(slow.get().expect(200).at("name")).isEqualTo("Renamed");
    }
    assertThat(server.awaitExit()).as("128 + SIGTERM").isEqualTo(143);
    assertThat(logSays("Graceful shutdown complete")).isTrue();
    assertThat(logSays("Embedded PostgreSQL (pid " + server.postgresPid() + ") stopped")).isTrue();
    assertThat(server.output())
        .as("every line is JSON")
        .allSatisfy(line -> assertThat(JSON.readTree(line).path("ecs").isMissingNode()).isFalse());
  }

  private static Answer open(String name, String taxId) {
    Api api = server.company("distributor").api();
    String tax = taxId == null ? "" : "\"tax_id\": \"%s\", ".formatted(taxId);
    return api.post(
        "/tier/accounts",
        World.accountBody("reseller", name, null)
            .replace("ada@example.com", "geheim@example.com")
            .replaceFirst("\\{", "{" + tax));
  }

  private static List<JsonNode> logOf(String trace) {
    List<JsonNode> lines = new java.util.ArrayList<>();
    await()
        .atMost(SOON)
        .until(() -> {
          lines.clear();
          server.output().stream()
              .filter(line -> line.contains(trace))
              .map(JSON::readTree)
              .filter(line -> line.path("trace_id").asString().equals(trace))
              .forEach(lines::add);
          return !lines.isEmpty();
        });
    return lines;
  }

  private static boolean logSays(String message) {
    return server.output().stream().anyMatch(line -> line.contains(message));
  }

  private static boolean somebodyWaitsForALock() {
    return server
            .jdbc()
            .queryForObject("select count(*) from pg_locks where not granted", Integer.class)
        == 1;
  }
}
