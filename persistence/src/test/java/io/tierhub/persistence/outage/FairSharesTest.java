package io.tierhub.persistence.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FairSharesTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration AT_ONCE = Duration.ZERO;

  @AutoClose private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final FairShares shares = new FairShares(10);
  private final AtomicBoolean worthIt = new AtomicBoolean(true);
  private final LinkedBlockingQueue<String> served = new LinkedBlockingQueue<>();

  private boolean takes(String caller, Duration patience) {
    try {
      return shares.take(caller, worthIt::get, AT_ONCE, patience);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void takesAll(String caller, int places) {
    for (int i = 0; i < places; i++) {
      assertThat(takes(caller, AT_ONCE)).as("place %d of %s", i, caller).isTrue();
    }
  }

  /** A call that waits for its turn, in the order in which they are made. */
  private Future<Boolean> waits(String caller) {
    int before = shares.waiting();
    Future<Boolean> call =
        threads.submit(() -> {
          boolean got = takes(caller, LONG);
          if (got) {
            served.add(caller);
          }
          return got;
        });
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> shares.waiting() == before + 1);
    return call;
  }

  private @Nullable String next() throws InterruptedException {
    return served.poll(10, TimeUnit.SECONDS);
  }

  @Test
  void oneCallerNeverHasAll() {
    takesAll("noisy", 8);
    assertThat(takes("noisy", AT_ONCE)).isFalse();
    takesAll("quiet", 2);
  }

  @Test
  void theServersOwnWorkMayHaveAll() {
    takesAll(FairShares.NOBODY, 10);
    assertThat(takes(FairShares.NOBODY, AT_ONCE)).isFalse();
  }

  @Test
  void fewPlacesAreShared() {
    FairShares two = new FairShares(2);
    FairShares one = new FairShares(1);
    List<Boolean> taken = new ArrayList<>();
    try {
      taken.add(two.take("noisy", worthIt::get, AT_ONCE, AT_ONCE));
      taken.add(two.take("noisy", worthIt::get, AT_ONCE, AT_ONCE));
      taken.add(two.take("quiet", worthIt::get, AT_ONCE, AT_ONCE));
      taken.add(one.take("alone", worthIt::get, AT_ONCE, AT_ONCE));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    assertThat(taken).containsExactly(true, false, true, true);
  }

  /** Two who ask for all there is, a hundred times each, and one who asks once. */
  @Test
  void whoHasFewestIsNext() throws InterruptedException {
    takesAll("noisy", 8);
    takesAll("loud", 2);
    for (int i = 0; i < 100; i++) {
      waits("noisy");
      waits("loud");
    }
    waits("quiet");
    shares.giveBack("noisy");
    assertThat(next()).as("has none").isEqualTo("quiet");
    shares.giveBack("noisy");
    assertThat(next()).as("has two, and the other six").isEqualTo("loud");
    shares.giveBack("quiet");
    assertThat(next()).as("has three").isEqualTo("loud");
    assertThat(shares.waiting()).isEqualTo(198);
  }

  @Test
  void amongEqualsWhoWaitedLongestIsNext() throws InterruptedException {
    takesAll(FairShares.NOBODY, 10);
    for (String caller : List.of("first", "second", "third")) {
      waits(caller);
    }
    for (String caller : List.of("first", "second", "third")) {
      shares.giveBack(FairShares.NOBODY);
      assertThat(next()).isEqualTo(caller);
    }
  }

  @Test
  void whoHasItsShareWaitsForItsOwnAlthoughOthersAreFree() throws InterruptedException {
    takesAll("noisy", 8);
    takesAll("quiet", 1);
    Future<Boolean> ninth = waits("noisy");
    shares.giveBack("quiet");
    takesAll("quiet", 2);
    assertThat(ninth.isDone()).isFalse();
    shares.giveBack("noisy");
    assertThat(next()).isEqualTo("noisy");
  }

  @Test
  void whenNothingComesBackAllAreSentAway() throws Exception {
    takesAll("noisy", 8);
    Future<Boolean> waiting = waits("noisy");
    worthIt.set(false);
    assertThat(waiting.get(10, TimeUnit.SECONDS)).isFalse();
    assertThat(shares.waiting()).isZero();
  }

  @Test
  void aPlaceOfWorkThatBrokeOffIsOfNoUse() throws Exception {
    takesAll("noisy", 8);
    Future<Boolean> waiting = threads.submit(() -> shares.take("noisy", worthIt::get, LONG, LONG));
    await().until(() -> shares.waiting() == 1);
    worthIt.set(false);
    shares.giveBack("noisy");
    assertThat(waiting.get(10, TimeUnit.SECONDS)).isFalse();
    worthIt.set(true);
    takesAll("noisy", 1);
  }

  @Test
  void whoIsInterruptedLeavesNothingBehind() throws Exception {
    takesAll("noisy", 8);
    Future<Boolean> waiting = waits("noisy");
    waiting.cancel(true);
    await().until(() -> shares.waiting() == 0);
    shares.giveBack("noisy");
    takesAll("noisy", 1);
    assertThat(takes("noisy", AT_ONCE)).isFalse();
  }
}
