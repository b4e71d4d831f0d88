package io.tierhub.explanation;

import io.tierhub.account.TierAccountId;
import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfig.TierLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order of a product for a customer would be asked, and of whom.
 *
 * @param parks whether the order would wait for its tiers
 * @param sentence for people
 * @param order what the order itself is asked
 * @param tiers the tiers above the customer, tier 1 first
 */
public record Requirements(
    ProductId product,
    ConnectionId connection,
    TierAccountId customer,
    boolean parks,
    String sentence,
    List<Asked> order,
    List<Tier> tiers) {

  /**
   * A parameter.
   *
   * @param known whether there is a value already
   */
  public record Asked(
      String name,
      String title,
      String type,
      String phase,
      boolean required,
      boolean hidden,
      boolean known) {}

  /**
   * A reseller in the chain.
   *
   * @param needed whether the product asks this tier for anything
   * @param satisfied whether there is nothing to wait for
   * @param configuration none if it was never begun
   * @param openRequest what is under way
   * @param asked empty if nothing is asked
   */
  public record Tier(
      TierLevel level,
      TierAccountId account,
      String accountName,
      boolean needed,
      boolean satisfied,
      @Nullable TierConfigurationId configuration,
      @Nullable TierConfigurationRequestId openRequest,
      List<Asked> asked) {}
}
