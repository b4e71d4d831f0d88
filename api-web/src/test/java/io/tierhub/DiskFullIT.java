package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tierhub.support.AccountInvariants;
import io.tierhub.support.AccountWriters;
import io.tierhub.support.Api;
import io.tierhub.support.ServerProcess;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The disk with the data gets full under changes, and is emptied later: {@code ./mvnw verify -pl
 * api-web -am -Dtest=None -Dit.test=DiskFullIT -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfailsafe.failIfNoSpecifiedTests=false -Dtierhub.disk-full}, as somebody who may mount.
 */
@EnabledIfSystemProperty(
    named = "tierhub.disk-full",
    matches = ".*",
    disabledReason = "it mounts a small disk, which few may: -Dtierhub.disk-full")
class DiskFullIT {

  private static final int CALLERS = 8;
  private static final int PROMISES_BEFORE = 50;
  private static final int REFUSALS = 100;
  private static final int WAL_MESSAGES = 200;
  private static final Duration BOUND = Duration.ofMinutes(2);

  /** Tries to start PostgreSQL are 8 s apart at most; it then recovers first. */
  private static final Duration BACK_WITHIN = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @BeforeEach
  void aSmallDisk() throws Exception {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=200m,mode=0700", "tmpfs", folder.toString()) == 0,
        "who runs this may not mount a disk");
  }

  @AfterEach
  void noDisk() throws Exception {
    run("umount", "-l", folder.toString());
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  @Test
  void isAnsweredAndGotOverWithoutARestart() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder)) {
      Company distributor = server.company("distributor");
      String reseller = World.reseller(distributor, "Reseller", null);
      List<String> accounts =
          Stream.generate(() -> World.customer(distributor, "Customer", reseller))
              .limit(CALLERS)
              .toList();
      try (AccountWriters writers = new AccountWriters(distributor, accounts, reseller)) {
        writers.write(CALLERS, PROMISES_BEFORE, () -> {});
        await().atMost(BOUND).until(() -> writers.promises().size() > PROMISES_BEFORE);
        Path filler = fill();
        await().atMost(BOUND).until(() -> writers.refusals().size() > REFUSALS);
        fillTheLog(server.jdbc());
        int before = writers.refusals().size();
        await().atMost(BOUND).until(() -> writers.refusals().size() > before + REFUSALS);
        tell("full", server, writers);
        Files.delete(filler);
        int promised = writers.promises().size();
        long freed = System.nanoTime();
        await().atMost(BACK_WITHIN).until(() -> writers.promises().size() > promised + CALLERS);
        System.out.println("back after ms " + (System.nanoTime() - freed) / 1_000_000);
        writers.stop();
        tell("freed", server, writers);
        assertThat(writers.refusals()).allSatisfy(refused -> assertRefused(refused.answer()));
        AccountInvariants.check(server.jdbc(), writers.promises());
      }
    }
  }

  private static void assertRefused(Api.Answer refused) {
    refused.expect(503);
    assertThat(refused.header("Retry-After")).isNotNull();
  }

  private Path fill() throws IOException {
    Path filler = folder.resolve("filler");
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
      return filler;
    }
  }

  /** Not even PostgreSQL's log can be written then, for which it gives up. */
  private static void fillTheLog(JdbcTemplate jdbc) {
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < WAL_MESSAGES; i++) {
                jdbc.queryForList(
                    "select pg_logical_emit_message(false, 'full', repeat('x', 1000000))");
              }
            })
        .isInstanceOf(DataAccessException.class);
  }

  private void tell(String when, ServerProcess server, AccountWriters writers) throws IOException {
    System.out.printf(
        "%s: %d promises, %d refusals, PostgreSQL %d%n%s%n",
        when,
        writers.promises().size(),
        writers.refusals().size(),
        server.postgresPidNow(),
        Files.readString(folder.resolve("server.log"))
            .lines()
            .filter(line -> line.contains("PANIC") || line.contains("FATAL:  could not"))
            .distinct()
            .limit(6)
            .toList());
  }
}
