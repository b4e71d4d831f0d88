package io.tierhub.workflow;

import io.tierhub.account.TierAccountId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whom an order names as one of its tiers. */
public sealed interface TierChoice {

  /** Nothing is said: whoever is above the tier below in the tree. */
  record FromTheTree() implements TierChoice {}

  /** It is said that there is nobody. */
  record Nobody() implements TierChoice {}

  /**
   * @param withData whether more was sent of the account than what names it
   */
  record Known(TierAccountId id, boolean withData) implements TierChoice {}

  /**
   * The account of that external uid, or of that external id, and a new one if there is none.
   *
   * @param opening reads what is needed to open it; refuses what is missing, naming every fault
   */
  record Described(
      @Nullable String externalUid,
      @Nullable String externalId,
      boolean withData,
      Supplier<AccountOpening> opening)
      implements TierChoice {}
}
