package io.tierhub.parking;

import io.tierhub.tierconfig.TierConfigurationId;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;

/**
 * The stored reasons why requests wait: each points from a waiter, an order or a tier-1 setup, to a
 * tier configuration that is not set up yet. A blocker is added or removed only by who has locked
 * its configuration, and a waiter's last one is judged by who has locked the waiter (design §4.13).
 * So nothing is stranded. Every method belongs into a transaction.
 */
public interface Blockers {

  void add(Waiter waiter, Collection<TierConfigurationId> awaited, Instant since);

  /** Who waits for the configuration, which is locked, by id. */
  SortedSet<Waiter> waitingFor(TierConfigurationId configuration);

  /** What a waiter waits for. */
  Set<TierConfigurationId> of(Waiter waiter);

  /**
   * Takes the configuration from the reasons of all who wait for it; it and they are locked.
   *
   * @return those who wait for nothing any more, by id
   */
  SortedSet<Waiter> lift(TierConfigurationId configuration);

  /** Takes all reasons away; the waiter and all that it waits for are locked. */
  void removeAll(Waiter waiter);
}
