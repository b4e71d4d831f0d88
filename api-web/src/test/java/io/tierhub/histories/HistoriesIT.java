package io.tierhub.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.tierhub.HttpTest;
import io.tierhub.support.KeptInvariants;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories of many clients, with a plain model beside the server. A seed that fails is
 * played again, with ever less of it, and the least that still fails is printed. After it no other
 * is played.
 *
 * <p>More of them: {@code ./mvnw verify -pl api-web -am -Dtest=None -Dit.test=HistoriesIT
 * -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
 * -Dtierhub.histories=1-1000}, and {@code -Dtierhub.histories.whole} to see a failing one whole.
 */
class HistoriesIT extends HttpTest {

  private static final int ROUNDS = 30;

  /** What depends on who is faster does not fail each time. */
  private static final int TRIES = 3;

  private static volatile boolean failed;

  static LongStream seeds() {
    long[] ends =
        Arrays.stream(System.getProperty("tierhub.histories", "1-8").split("-"))
            .mapToLong(Long::parseLong)
            .toArray();
    return LongStream.rangeClosed(ends[0], ends[ends.length - 1]);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatHappensIsWhatTheModelSays(long seed) throws Exception {
    assumeFalse(failed, "another seed failed before");
    History history = History.random(seed, ROUNDS);
    Optional<String> wrong = play(history);
    failed = wrong.isPresent();
    if (wrong.isPresent()) {
      throw new AssertionError("seed %d: %s\n\n%s".formatted(seed, wrong.get(), least(history)));
    }
    KeptInvariants.requireAll(jdbc);
  }

  private Optional<String> play(History history) throws Exception {
    return Play.of(history, Stage.in(world()), Door.steady(api()));
  }

  private String least(History failing) throws Exception {
    if (System.getProperty("tierhub.histories.whole") != null) {
      return "All of it:\n" + failing;
    }
    History least = Shrinking.of(failing, smaller -> failure(smaller).isPresent());
    return "The least of it that fails:\n%s\n%s"
        .formatted(least, failure(least).orElse("(not this time)"));
  }

  private Optional<String> failure(History history) throws Exception {
    for (int i = 0; i < TRIES; i++) {
      Optional<String> wrong = play(history);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  @AfterAll
  static void everythingWasTried() {
    System.out.println("Answers of the histories: " + Play.ANSWERED);
    assertThat(failed || seeds().count() < 8 || Play.triedEverything())
        .as("a command that no history sends: %s", Play.ANSWERED)
        .isTrue();
  }
}
