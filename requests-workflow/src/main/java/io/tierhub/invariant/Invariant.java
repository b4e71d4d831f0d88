package io.tierhub.invariant;

import java.util.List;

/**
 * A rule that must hold at every moment, and what breaks it.
 *
 * @param rule in words
 * @param brokenBy the ids of objects by which it is broken, {@link Invariants#MOST} at most; none
 *     if it holds
 */
public record Invariant(String rule, List<String> brokenBy) {

  public Invariant {
    brokenBy = List.copyOf(brokenBy);
  }

  public boolean holds() {
    return brokenBy.isEmpty();
  }
}
