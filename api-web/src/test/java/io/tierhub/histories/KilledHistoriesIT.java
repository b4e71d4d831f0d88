package io.tierhub.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.AccountInvariants;
import io.tierhub.support.Api;
import io.tierhub.support.PostgresProcesses;
import io.tierhub.support.ServerProcess;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The server, its PostgreSQL and both are killed, PostgreSQL stands still, and the clock jumps, in
 * the middle of random histories. A call without an answer may have been done wholly or not at all;
 * what was answered is as it was answered.
 *
 * <p>50 kills, with a PostgreSQL that is away for 30 s: {@code ./mvnw verify -pl api-web -am
 * -Dtest=None -Dit.test=KilledHistoriesIT -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfailsafe.failIfNoSpecifiedTests=false -Dtierhub.histories.kills=50 -Dtierhub.histories.away=30}
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be stood still there")
class KilledHistoriesIT {

  private static final int PLAYS = 3;
  private static final int KILLS_PER_SERVER = 3;

  /** What callers are promised while the database is away, on a machine that does much else. */
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);

  private static final Duration BACK_WITHIN = Duration.ofSeconds(10);
  private static final Duration AWAY =
      Duration.ofSeconds(Integer.getInteger("tierhub.histories.away", 4));

  /** Less than idempotency keys are kept: a call that is sent once more is not done once more. */
  private static final Duration AHEAD = Duration.ofHours(23);

  @TempDir private Path folder;
  private ServerProcess server;
  private ShakenDoor door;
  private String token;
  private volatile long struckPostgres;

  private enum Blow {
    SERVER,
    POSTGRES,
    BOTH,
    STANDSTILL,
    CLOCK_BACK,
    CLOCK_AHEAD
  }

  static LongStream seeds() {
    int kills = Integer.getInteger("tierhub.histories.kills", KILLS_PER_SERVER);
    long first = Long.getLong("tierhub.histories.seed", 1);
    return LongStream.range(first, first + Math.ceilDiv(kills, KILLS_PER_SERVER));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nothingIsLostOrDoubledAndNothingWaitsForEver(long seed) {
    server = ServerProcess.start(folder);
    List<Stage> stages = IntStream.range(0, PLAYS).mapToObj(i -> Stage.in(server)).toList();
    token = stages.getFirst().tokens().get(Seat.distributor(0, 0));
    door = new ShakenDoor(seed, List.of(server));
    List<Blow> blows = new ArrayList<>(Arrays.asList(Blow.values()));
    Collections.shuffle(blows, new Random(seed));
    try (Troupe troupe = new Troupe(stages, door, seed)) {
      for (Blow blow : blows) {
        door.shake(() -> strike(blow), () -> repair(blow), troupe.stopped());
      }
      assertThat(troupe.finish()).as("after %s", blows).isEmpty();
      AccountInvariants.checkOfAnyHistory(server.jdbc());
    } finally {
      server.close();
    }
  }

  private void strike(Blow blow) {
    struckPostgres = server.postgresPidNow();
    ProcessHandle postgres = ProcessHandle.of(struckPostgres).orElseThrow();
    switch (blow) {
      case SERVER -> server.kill();
      case POSTGRES -> postgres.destroyForcibly();
      case BOTH -> {
        postgres.destroyForcibly();
        server.kill();
      }
      case STANDSTILL -> PostgresProcesses.signal(postgres, "STOP");
      case CLOCK_BACK -> server.moveClock(Duration.ofHours(-1));
      case CLOCK_AHEAD -> server.moveClock(AHEAD);
    }
  }

  private void repair(Blow blow) {
    switch (blow) {
      case SERVER, BOTH -> {
        server.awaitExit();
        server = ServerProcess.start(folder);
        door.lead(List.of(server));
      }
      // Children of the killed one may answer for a moment.
      case POSTGRES ->
          await().atMost(BACK_WITHIN).until(() -> server.postgresPidNow() != struckPostgres);
      case CLOCK_BACK, CLOCK_AHEAD -> {}
      case STANDSTILL -> {
        Instant end = Instant.now().plus(AWAY);
        while (Instant.now().isBefore(end)) {
          refusedInTime();
        }
        Instant thawed = Instant.now();
        PostgresProcesses.signal(ProcessHandle.of(server.postgresPidNow()).orElseThrow(), "CONT");
        awaitAnswers();
        awaitEndOfWhatBeganBefore(thawed);
      }
    }
    awaitAnswers();
  }

  private void refusedInTime() {
    long begin = System.nanoTime();
    Api.Answer refused = ask().expect(503);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(ANSWERED_WITHIN);
    assertThat(refused.header("Retry-After")).isNotNull();
  }

  private void awaitAnswers() {
    await().atMost(BACK_WITHIN).until(() -> ask().expect(200, 503).status() == 200);
  }

  private Api.Answer ask() {
    return server.api().as(token).get("/tier/accounts?limit=1");
  }

  /** A connection that the server gave up may still commit what it was told to. */
  private void awaitEndOfWhatBeganBefore(Instant moment) {
    await()
        .atMost(BACK_WITHIN)
        .until(() ->
            server
                    .jdbc()
                    .queryForObject(
                        "select count(*) from pg_stat_activity"
                            + " where application_name = 'tierhub' and backend_start < ?",
                        Integer.class,
                        Timestamp.from(moment))
                == 0);
  }

  @AfterAll
  static void whatClientsHeard() {
    System.out.println("Answers of the histories amid kills: " + Play.ANSWERED);
  }
}
