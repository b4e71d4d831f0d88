package io.tierhub.histories;

import static java.util.concurrent.CompletableFuture.delayedExecutor;

import io.tierhub.support.Api;
import io.tierhub.support.ServerProcess;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** The door to servers that are struck while clients come and go, and repaired. */
final class ShakenDoor implements Door {

  /** So that there is something to lose, and then at some moment. */
  private static final int CALLS_BEFORE_A_BLOW = 30;

  private static final int CALLS_MORE = 60;

  /** About as long as a command takes. */
  private static final int LATEST_MICROS = 12_000;

  private static final long LONGEST_REPAIR_MINUTES = 5;

  private final Random random;
  private final AtomicReference<Blow> next = new AtomicReference<>();
  private volatile List<ServerProcess> copies;
  private volatile CompletableFuture<Void> calm = CompletableFuture.completedFuture(null);

  ShakenDoor(long seed, List<ServerProcess> copies) {
    this.random = new Random(seed);
    this.copies = copies;
  }

  /** Falls while the command is under way that is so many after it was announced. */
  private static final class Blow {
    private final Runnable strike;
    private final CompletableFuture<Void> struck = new CompletableFuture<>();
    private int commandsLeft;

    Blow(Runnable strike, int commandsLeft) {
      this.strike = strike;
      this.commandsLeft = commandsLeft;
    }

    synchronized boolean isDue() {
      return --commandsLeft == 0;
    }
  }

  @Override
  public Api any() {
    List<ServerProcess> all = copies;
    return all.get(random.nextInt(all.size())).api();
  }

  /** Those that there are from now on. */
  void lead(List<ServerProcess> to) {
    copies = to;
  }

  @Override
  public void sending() {
    Blow blow = next.get();
    if (blow != null && blow.isDue()) {
      next.set(null);
      delayedExecutor(random.nextInt(LATEST_MICROS), TimeUnit.MICROSECONDS)
          .execute(() -> {
            try {
              blow.strike.run();
              blow.struck.complete(null);
            } catch (RuntimeException | Error failed) {
              blow.struck.completeExceptionally(failed);
            }
          });
    }
  }

  @Override
  public void awaitCalm() {
    get(calm);
  }

  /**
   * Strikes at some moment from now on, while clients are calling.
   *
   * @param repair returns when the server answers again and nothing of before is under way
   * @param noMoreCalls if the clients have ended by themselves
   */
  void shake(Runnable strike, Runnable repair, CompletableFuture<?> noMoreCalls) {
    CompletableFuture<Void> again = new CompletableFuture<>();
    calm = again;
    Blow blow = new Blow(strike, CALLS_BEFORE_A_BLOW + random.nextInt(CALLS_MORE));
    next.set(blow);
    try {
      get(CompletableFuture.anyOf(blow.struck, noMoreCalls));
      if (blow.struck.isDone()) {
        repair.run();
      }
      again.complete(null);
    } catch (RuntimeException | Error failed) {
      again.completeExceptionally(failed);
      throw failed;
    }
  }

  private static void get(CompletableFuture<?> future) {
    try {
      future.get(LONGEST_REPAIR_MINUTES, TimeUnit.MINUTES);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } catch (ExecutionException failed) {
      // A summary shows the message only: of whoever failed, a client or what strikes.
      throw new AssertionError(String.valueOf(failed.getCause()), failed);
    } catch (TimeoutException failed) {
      throw new AssertionError("the server was not repaired", failed);
    }
  }
}
