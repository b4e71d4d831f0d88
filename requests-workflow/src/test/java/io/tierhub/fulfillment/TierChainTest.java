package io.tierhub.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tierhub.account.TierAccountId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TierChainTest {

  private static final TierAccountId ONE = new TierAccountId("TA-0000-0000-0001");
  private static final TierAccountId TWO = new TierAccountId("TA-0000-0000-0002");

  @Test
  void rolesAreInTheOrderOfTheLocks() {
    assertThat(AnOrder.CHAIN.roles().keySet())
        .extracting(TierAccountId::value)
        .containsExactly("TA-0000-0000-0001", "TA-0000-0000-0002", "TA-0000-0000-0003");
    assertThat(AnOrder.CHAIN.roles()).containsEntry(ONE, Set.of(Tier.TIER2));
  }

  @Test
  void whoBuysForItselfPlaysTwoTiers() {
    assertThat(new TierChain(ONE, ONE, TWO).roles())
        .containsEntry(ONE, Set.of(Tier.CUSTOMER, Tier.TIER1))
        .containsEntry(TWO, Set.of(Tier.TIER2));
  }

  @Test
  void nobodyIsTier1AndTier2() {
    Refused refused = catchThrowableOfType(Refused.class, () -> new TierChain(ONE, TWO, TWO));
    assertThat(refused.why()).isEqualTo(Refusal.TIERS_INVALID);
    assertThat(refused.violations().getFirst().pointer()).isEqualTo("/asset/tiers/tier2");
  }

  @Test
  void tiersAreCountedFromTheCustomer() {
    assertThat(AnOrder.CHAIN.at(Tier.CUSTOMER)).contains(AnOrder.CHAIN.customer());
    assertThat(new TierChain(ONE, TWO, null).at(Tier.TIER2)).isEmpty();
  }
}
