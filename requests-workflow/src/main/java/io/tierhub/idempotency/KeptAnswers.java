package io.tierhub.idempotency;

import java.time.Instant;
import java.util.Optional;

/** What calls with a key were answered, for as long as they may be repeated. */
public interface KeptAnswers {

  /**
   * Lets nobody else make the same call until the current transaction ends.
   *
   * @return false, at once, if somebody else is making it
   */
  boolean hold(KeyedCall call);

  /**
   * What a call with this key was answered. To be asked under {@link #hold}.
   *
   * @param since what is older is as if it had never been
   */
  Optional<Kept> find(KeyedCall call, Instant since);

  /** In the transaction of what the call does, in the place of an older one. */
  void keep(KeyedCall call, KeptAnswer answer, Instant at);

  /**
   * @return how many were deleted, at most as many as that
   */
  int deleteOlderThan(Instant then, int most);

  /**
   * @param fingerprint of the call that was answered so
   */
  record Kept(byte[] fingerprint, KeptAnswer answer) {}
}
