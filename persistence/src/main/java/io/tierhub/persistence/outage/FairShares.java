package io.tierhub.persistence.outage;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Shares a fixed number of places among callers, so that one who asks for many does not keep the
 * others waiting: a place that becomes free goes to whoever has the fewest, and no caller ever has
 * all of them. A caller alone may have as many as a caller may.
 */
final class FairShares {

  /** How often one who waits looks whether waiting is worth it. */
  private static final Duration LOOK = Duration.ofMillis(100);

  /** The server itself. */
  static final String NOBODY = "";

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Share> shares = new HashMap<>();
  private final int mostOfOne;
  private int free;
  private long asked;

  /** What one caller has, and those of its calls that wait. */
  private static final class Share {
    private final int most;
    private final Deque<Waiter> waiting = new ArrayDeque<>();
    private int held;

    Share(int most) {
      this.most = most;
    }

    boolean mayHaveMore() {
      return held < most;
    }

    boolean isWaiting() {
      return !waiting.isEmpty();
    }

    long waitsSince() {
      return waiting.getFirst().number;
    }
  }

  private static final class Waiter {
    private final long number;
    private final Condition turn;
    private boolean called;

    Waiter(long number, Condition turn) {
      this.number = number;
      this.turn = turn;
    }
  }

  /**
   * @param places all there are; a fifth of them, and at least one, no caller has beside the rest
   */
  FairShares(int places) {
    free = places;
    mostOfOne = Math.max(1, places - Math.max(1, places / 5));
  }

  /**
   * Takes a place, which is to be {@linkplain #giveBack given back}, or waits for one.
   *
   * @param worthIt whether places will become free; if not, only {@code inVain} is waited
   * @return whether it got one
   */
  boolean take(String caller, BooleanSupplier worthIt, Duration inVain, Duration patience)
      throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Share share = shares.computeIfAbsent(caller, this::newShare);
      // If one is free, whoever waits may have no more.
      if (free > 0 && share.mayHaveMore()) {
        hand(share);
        return true;
      }
      Waiter waiter = new Waiter(asked++, lock.newCondition());
      share.waiting.addLast(waiter);
      boolean got = false;
      try {
        got = isCalled(waiter, worthIt, inVain, patience);
        return got;
      } finally {
        if (!got) {
          giveUp(caller, share, waiter);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** The work that is the server's own is not bounded: without it nothing would go on. */
  private Share newShare(String caller) {
    return new Share(caller.equals(NOBODY) ? Integer.MAX_VALUE : mostOfOne);
  }

  private static boolean isCalled(
      Waiter waiter, BooleanSupplier worthIt, Duration inVain, Duration patience)
      throws InterruptedException {
    long left = patience.toNanos();
    long hopeful = left - inVain.toNanos();
    while (!waiter.called && left > 0 && (left > hopeful || worthIt.getAsBoolean())) {
      long look = Math.min(left, LOOK.toNanos());
      left -= look - waiter.turn.awaitNanos(look);
    }
    // A place that became free because all work broke off is of no use.
    return waiter.called && worthIt.getAsBoolean();
  }

  private void giveUp(String caller, Share share, Waiter waiter) {
    if (waiter.called) {
      takeBack(caller, share);
    } else {
      share.waiting.remove(waiter);
      forget(caller, share);
    }
  }

  void giveBack(String caller) {
    lock.lock();
    try {
      takeBack(caller, Objects.requireNonNull(shares.get(caller), "took none"));
    } finally {
      lock.unlock();
    }
  }

  private void hand(Share share) {
    free--;
    share.held++;
  }

  private void takeBack(String caller, Share share) {
    free++;
    share.held--;
    shares.values().stream()
        .filter(other -> other.isWaiting() && other.mayHaveMore())
        .min(Comparator.<Share>comparingInt(other -> other.held).thenComparing(Share::waitsSince))
        .ifPresent(next -> {
          hand(next);
          Waiter waiter = next.waiting.removeFirst();
          waiter.called = true;
          waiter.turn.signal();
        });
    forget(caller, share);
  }

  private void forget(String caller, Share share) {
    if (share.held == 0 && !share.isWaiting()) {
      shares.remove(caller);
    }
  }

  /** How many wait. */
  int waiting() {
    lock.lock();
    try {
      return shares.values().stream().map(share -> share.waiting).mapToInt(Collection::size).sum();
    } finally {
      lock.unlock();
    }
  }
}
