package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.Api;
import io.tierhub.support.ServerProcess;
import io.tierhub.support.Together;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** On servers of its own: whoever alters the audit of others makes it worthless. */
class AuditChainIT {

  @TempDir Path folder;
  @TempDir Path other;

  private static void sealed(JdbcTemplate jdbc) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> jdbc.queryForObject("select count(*) from audit_unsealed", Long.class) == 0);
  }

  private static List<String> faults(Api ops) {
    return ops.get("/ops/audit/verification")
        .expect(200)
        .json()
        .path("faults")
        .valueStream()
        .map(fault -> fault.asString())
        .toList();
  }

  /** Many who write at once, some of whom are refused. */
  private static int write(Company distributor) throws Exception {
    try (ExecutorService workers = Executors.newFixedThreadPool(6)) {
      List<Future<?>> running = new ArrayList<>();
      for (int w = 0; w < 6; w++) {
        running.add(
            workers.submit(() -> {
              String id = World.reseller(distributor, "R", null);
              for (int i = 0; i < 10; i++) {
                distributor
                    .api()
                    .put("/tier/accounts/" + id, "{\"name\": \"R%d\"}".formatted(i))
                    .expect(200);
                distributor
                    .api()
                    .put("/tier/accounts/" + id, "{\"type\": \"customer\"}")
                    .expect(400);
              }
            }));
      }
      for (Future<?> done : running) {
        done.get();
      }
      return running.size();
    }
  }

  /** In a transaction that is rolled back would not be seen: so it is done, seen, and undone. */
  private static void found(Api ops, JdbcTemplate jdbc, String what, String alter, String undo) {
    assertThat(jdbc.update(alter)).as(alter).isPositive();
    assertThat(faults(ops)).as(alter).anySatisfy(fault -> assertThat(fault).contains(what));
    jdbc.update(undo);
    assertThat(faults(ops)).as("undone: " + alter).isEmpty();
  }

  @Test
  void whateverIsAlteredIsFound() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder)) {
      JdbcTemplate jdbc = server.jdbc();
      Company distributor = server.company("distributor");
      Api ops = server.company("ops").api();
      write(distributor);
      sealed(jdbc);
      World.reseller(distributor, "In a seal of its own", null);
      sealed(jdbc);
      Api.Answer whole = ops.get("/ops/audit/verification").expect(200);
      assertThat(whole.at("holds")).isEqualTo("true");
      assertThat(Long.parseLong(whole.at("seals"))).isGreaterThan(1);
      assertThat(Long.parseLong(whole.at("entries")))
          .isEqualTo(jdbc.queryForObject("select count(*) from audit_entry", Long.class))
          .isGreaterThan(66);

      long entry =
          jdbc.queryForObject(
              "select min(id) from audit_entry where action = 'tier_account.changed'", Long.class);
      for (String fact :
          List.of(
              "action = action || 'x'",
              "object_id = object_id || 'x'",
              "part_id = ''",
              "owner_id = owner_id || 'x'",
              "vendor_id = owner_id",
              "environment = 'test'",
              "at = at + interval '1 microsecond'",
              "by_id = null",
              "token_type = 'jwt'",
              "token_id = null",
              "trace = reverse(trace)",
              "digest = sha256(digest)",
              "sealed = replace(sealed, '\"R0\"', '\"R1\"')",
              "salt = sha256(salt)")) {
        jdbc.execute("create table was as select * from audit_entry where id = " + entry);
        String column = fact.substring(0, fact.indexOf(' '));
        found(
            ops,
            jdbc,
            "AE-" + entry,
            "update audit_entry set %s where id = %d".formatted(fact, entry),
            "update audit_entry e set %1$s = was.%1$s from was where e.id = was.id"
                .formatted(column));
        jdbc.execute("drop table was");
      }
      // Also if its own hash is made anew.
      jdbc.execute("create table was as select * from audit_entry where id = " + entry);
      found(
          ops,
          jdbc,
          "does not seal",
          "update audit_entry set hash = sha256(hash) where id = " + entry,
          "update audit_entry e set hash = was.hash from was where e.id = was.id");
      found(
          ops,
          jdbc,
          "AE-%d of seal".formatted(entry),
          "delete from audit_entry where id = " + entry,
          "insert into audit_entry overriding system value select * from was");
      found(
          ops,
          jdbc,
          "is in no seal",
          "insert into audit_entry overriding system value select -id, action, object_id, part_id,"
              + " owner_id, vendor_id, environment, at, by_id, token_type, token_id, trace, sealed,"
              + " salt, digest, hash from was",
          "delete from audit_entry where id < 0");
      long other =
          jdbc.queryForObject(
              "select max(id) from audit_entry where action = 'tier_account.changed'", Long.class);
      String swapped =
          "update audit_entry a set action = b.action, object_id = b.object_id, at = b.at, trace ="
              + " b.trace, sealed = b.sealed, salt = b.salt, digest = b.digest, hash = b.hash from"
              + " audit_entry b where a.id in (%1$d, %2$d) and b.id in (%1$d, %2$d) and a.id <> b.id";
      found(
          ops,
          jdbc,
          "does not seal",
          swapped.formatted(entry, other),
          swapped.formatted(entry, other));
      jdbc.execute("create table seals as select * from audit_seal");
      found(
          ops,
          jdbc,
          "seal 2 does not seal",
          "update audit_seal set hash = sha256('made anew') where number = 1",
          "update audit_seal s set hash = seals.hash from seals where s.number = seals.number");
      found(
          ops,
          jdbc,
          "after seal 0 comes seal 2",
          "delete from audit_seal where number = 1",
          "insert into audit_seal select * from seals where number = 1");
      found(
          ops,
          jdbc,
          "the chain ends with seal",
          "delete from audit_seal where number = (select max(number) from audit_seal)",
          "insert into audit_seal select * from seals order by number desc limit 1");
      found(
          ops,
          jdbc,
          "does not seal",
          "update audit_seal set entries = array(select unnest(entries) order by 1 desc) where"
              + " number = (select number from audit_seal order by cardinality(entries) desc limit 1)",
          "update audit_seal s set entries = seals.entries from seals where s.number ="
              + " seals.number");
    }
  }

  @Test
  void holdsThroughKillsAndIsVerifiedByTheCommand() throws Exception {
    Company distributor;
    try (ServerProcess server = ServerProcess.start(folder)) {
      distributor = server.company("distributor");
      write(distributor);
      server.kill();
      server.awaitExit();
    }
    try (ServerProcess server = ServerProcess.start(folder)) {
      Company again =
          new Company(
              server.api().as(distributor.header()), distributor.id(), distributor.header(), null);
      try (ServerProcess copy = server.copy(other)) {
        Company there =
            new Company(
                copy.api().as(distributor.header()), distributor.id(), distributor.header(), null);
        Together.together(
            List.<Callable<Integer>>of(() -> write(again), () -> write(there), () -> write(again)));
        copy.kill();
        copy.awaitExit();
      }
      write(again);
      sealed(server.jdbc());
      assertThat(faults(server.company("ops").api())).isEmpty();
      server
          .jdbc()
          .execute("create table was as select * from audit_entry order by id desc limit 1");
    }
    assertThat(command()).contains("exit 0", "The audit is as it was written.", "0 not sealed");
    try (ServerProcess server = ServerProcess.start(folder)) {
      server
          .jdbc()
          .update("update audit_entry set trace = reverse(trace) where id = (select id from was)");
    }
    assertThat(command()).contains("exit 1", "The audit was altered.", "the facts of entry AE-");
  }

  /** What the command prints of the database in the folder, and how it ends. */
  private String command() throws Exception {
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TierHubApplication.class.getName(),
                "--verify-audit",
                "--tierhub.embedded.data-dir=" + folder)
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_"));
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return printed + "exit " + process.waitFor();
  }
}
