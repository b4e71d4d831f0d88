package io.tierhub.account;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of people is kept about accounts, wherever it is. Every method belongs into a transaction.
 */
public interface PersonalData {

  /** The account, living or not, with nobody else changing it until the transaction ends. */
  Optional<Subject> lock(TierAccountId id);

  /**
   * Takes it out of everything that is kept, for good.
   *
   * @return from how much of each kind
   */
  Map<String, Integer> erase(TierAccountId id, Instant at);

  /**
   * Whose data it is.
   *
   * @param erased when it was erased; null if it was not
   */
  record Subject(Realm realm, int version, boolean living, @Nullable Instant erased) {}
}
