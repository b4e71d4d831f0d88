package io.tierhub.web.explanation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.explanation.Requirements;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an order would be asked, and of whom. */
@Schema(name = "Requirements")
record RequirementsView(
    @Schema(example = "PRD-276-377-545") String product,
    @Schema(example = "CT-7761-6934") String connection,
    @Schema(example = "TA-6458-9737-0065") String customer,
    @Schema(description = "Whether the order would wait for its tiers", example = "true")
        boolean parks,
    @Schema(
            description = "In words",
            example = "An order would wait until tier 1, Walsh and Sons, is set up.")
        String sentence,
    @Schema(description = "What the order itself is asked") List<AskedView> order,
    @Schema(description = "The tiers above the customer, tier 1 first") List<TierView> tiers) {

  static RequirementsView of(Requirements requirements) {
    return new RequirementsView(
        requirements.product().value(),
        requirements.connection().value(),
        requirements.customer().value(),
        requirements.parks(),
        requirements.sentence(),
        requirements.order().stream().map(AskedView::of).toList(),
        requirements.tiers().stream().map(TierView::of).toList());
  }

  @Schema(name = "AskedParameter")
  record AskedView(
      @Schema(example = "partner_id") String id,
      @Schema(example = "Partner id") String title,
      @Schema(example = "text") String type,
      @Schema(allowableValues = {"ordering", "fulfillment"}) String phase,
      @Schema(example = "true") boolean required,
      @Schema(example = "false") boolean hidden,
      @Schema(description = "Whether there is a value already", example = "false") boolean known) {

    static AskedView of(Requirements.Asked asked) {
      return new AskedView(
          asked.name(),
          asked.title(),
          asked.type(),
          asked.phase(),
          asked.required(),
          asked.hidden(),
          asked.known());
    }
  }

  @Schema(name = "RequiredTier")
  record TierView(
      @Schema(example = "1") int tierLevel,
      @Schema(example = "TA-7374-0753-1907") String account,
      @Schema(example = "Walsh and Sons") String accountName,
      @Schema(description = "Whether the product asks this tier for anything", example = "true")
          boolean needed,
      @Schema(description = "Whether there is nothing to wait for", example = "false")
          boolean satisfied,
      @Schema(example = "TC-195-110-021") @Nullable String configuration,
      @Schema(description = "What is under way", example = "TCR-195-110-021-001")
          @Nullable String openRequest,
      List<AskedView> params) {

    static TierView of(Requirements.Tier tier) {
      TierConfigurationId configuration = tier.configuration();
      TierConfigurationRequestId open = tier.openRequest();
      return new TierView(
          tier.level().number(),
          tier.account().value(),
          tier.accountName(),
          tier.needed(),
          tier.satisfied(),
          configuration == null ? null : configuration.value(),
          open == null ? null : open.value(),
          tier.asked().stream().map(AskedView::of).toList());
    }
  }
}
