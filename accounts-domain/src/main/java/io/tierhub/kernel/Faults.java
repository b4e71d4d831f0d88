package io.tierhub.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Gathers refusals, so that a caller hears of every fault at once. */
public final class Faults {

  private final List<Refused> gathered = new ArrayList<>();

  public void add(Refusal why, String pointer, String message) {
    gathered.add(Refused.at(why, pointer, message));
  }

  /** Runs a check and keeps its refusal instead of stopping at it. */
  public void check(Runnable check) {
    try {
      check.run();
    } catch (Refused refused) {
      gathered.add(refused);
    }
  }

  /** Makes something, or keeps the refusal. */
  public <T> Optional<T> tried(Supplier<T> make) {
    try {
      return Optional.of(make.get());
    } catch (Refused refused) {
      gathered.add(refused);
      return Optional.empty();
    }
  }

  public boolean isEmpty() {
    return gathered.isEmpty();
  }

  /**
   * Refuses if anything was gathered: with the reason's own code if all have the same, else as
   * {@link Refusal#INVALID}.
   */
  public void refuseIfAny() {
    if (gathered.isEmpty()) {
      return;
    }
    if (gathered.size() == 1) {
      throw gathered.getFirst();
    }
    Refusal first = gathered.getFirst().why();
    boolean alike = gathered.stream().allMatch(refused -> refused.why() == first);
    throw Refused.because(alike ? first : Refusal.INVALID, violations())
        .with(gathered.getFirst().params());
  }

  /** Everything gathered so far. */
  public List<Violation> violations() {
    return gathered.stream()
        .flatMap(refused ->
            refused.violations().isEmpty()
                ? Stream.of(new Violation("", refused.getMessage()))
                : refused.violations().stream())
        .toList();
  }
}
