package io.tierhub.histories;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Several plays at once, each with companies of its own, until it is enough. */
final class Troupe implements AutoCloseable {

  /** More than any is played of. */
  private static final int ROUNDS = 10_000;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<CompletableFuture<Optional<String>>> plays;
  private volatile boolean enough;

  Troupe(List<Stage> stages, Door door, long seed) {
    plays =
        IntStream.range(0, stages.size())
            .mapToObj(number ->
                CompletableFuture.supplyAsync(
                    () -> play(stages.get(number), door, seed * stages.size() + number), threads))
            .toList();
  }

  private Optional<String> play(Stage stage, Door door, long seed) {
    try (Play play = new Play(stage, door, seed)) {
      Optional<String> wrong = play.through(History.random(seed, ROUNDS), () -> enough);
      wrong = wrong.isPresent() ? wrong : play.finish();
      wrong = wrong.isPresent() ? wrong : play.lookBack();
      return wrong.map(what -> "history %d: %s".formatted(seed, what));
    } catch (Exception | AssertionError failed) {
      throw new AssertionError("history %d: %s".formatted(seed, failed), failed);
    }
  }

  /** Is done when one of them ends, as none does by itself unless something is wrong. */
  CompletableFuture<?> stopped() {
    return CompletableFuture.anyOf(plays.toArray(CompletableFuture[]::new));
  }

  /** Lets them come to their end; what went wrong. */
  List<String> finish() {
    enough = true;
    return plays.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();
  }

  @Override
  public void close() {
    enough = true;
    threads.close();
  }
}
