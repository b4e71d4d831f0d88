package io.tierhub.support;

import io.tierhub.support.Api.Answer;
import io.tierhub.support.World.Company;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Many callers who change and open accounts at once, and remember what they were promised. */
public final class AccountWriters implements AutoCloseable {

  private static final int OPENS_ONE_IN = 5;

  private final Company company;
  private final List<String> accounts;
  private final String reseller;
  private final Queue<Promise> promises = new ConcurrentLinkedQueue<>();
  private final Queue<TimedAnswer> refusals = new ConcurrentLinkedQueue<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> writers = new ArrayList<>();
  private volatile boolean enough;

  /** A version that the server said it made. */
  public record Promise(String account, int version, String name) {}

  /** What came instead of a promise, and after how long. */
  public record TimedAnswer(Answer answer, long millis) {}

  /**
   * @param accounts are changed
   * @param reseller gets further customers
   */
  public AccountWriters(Company company, List<String> accounts, String reseller) {
    this.company = company;
    this.accounts = accounts;
    this.reseller = reseller;
  }

  /**
   * Lets them begin, each with one call after the other until its server is gone or they are
   * stopped.
   *
   * @param atPromise is run once, by the caller who is promised this one, while all others go on
   */
  public AccountWriters write(int callers, int atPromise, Runnable then) {
    AtomicInteger count = new AtomicInteger();
    for (int caller = 0; caller < callers; caller++) {
      String account = accounts.get(caller % accounts.size());
      writers.add(
          threads.submit(() -> {
            try {
              while (!enough) {
                if (call(account) && count.incrementAndGet() == atPromise) {
                  then.run();
                }
              }
            } catch (UncheckedIOException gone) {
              // Whatever that call did, nothing was promised.
            }
          }));
    }
    return this;
  }

  private boolean call(String account) {
    int number = numbers.incrementAndGet();
    String name = "Name " + number;
    long begin = System.nanoTime();
    Answer answer =
        number % OPENS_ONE_IN == 0
            ? company.api().post("/tier/accounts", World.accountBody("customer", name, reseller))
            : company.api().put("/tier/accounts/" + account, "{\"name\": \"%s\"}".formatted(name));
    if (answer.status() >= 300) {
      refusals.add(new TimedAnswer(answer, (System.nanoTime() - begin) / 1_000_000));
      return false;
    }
    promises.add(
        new Promise(answer.at("id"), Integer.parseInt(answer.at("version")), answer.at("name")));
    return true;
  }

  public List<Promise> promises() {
    return List.copyOf(promises);
  }

  public List<TimedAnswer> refusals() {
    return List.copyOf(refusals);
  }

  /** Returns when the last of them is done. */
  public void await() {
    for (Future<?> writer : writers) {
      try {
        writer.get();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      } catch (java.util.concurrent.ExecutionException failure) {
        throw new AssertionError(failure.getCause());
      }
    }
  }

  /** Lets each finish its call. */
  public void stop() {
    enough = true;
    await();
  }

  @Override
  public void close() {
    stop();
    threads.close();
  }
}
