package io.tierhub.web.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.openapi.OrNull;
import org.jspecify.annotations.Nullable;

/** Capabilities as they are answered (wire-format §8.3): every member, whether it is on or off. */
@Schema(name = "Capabilities")
record CapabilitiesView(
    @OrNull Ppu ppu,
    Reservation reservation,
    Validated cart,
    Validated inquiring,
    Tiers tiers,
    Subscription subscription) {

  @Schema(name = "Ppu", description = "Pay as you go; null for none")
  record Ppu(
      @Schema(example = "QT") @Nullable String schema,
      @Schema(example = "false") boolean dynamic,
      @Schema(example = "false") boolean future,
      @Schema(example = "false") boolean late,
      @Schema(example = "false") boolean predictive) {}

  @Schema(name = "Reservation")
  record Reservation(@Schema(example = "false") boolean consumption) {}

  @Schema(name = "Validated")
  record Validated(@Schema(example = "false") boolean validation) {}

  @Schema(name = "Tiers")
  record Tiers(
      @Schema(description = "Tier Accounts Sync", example = "true") boolean updates,
      @OrNull Configs configs,
      @Schema(example = "false") boolean validation) {}

  @Schema(name = "TierConfigs", description = "Reseller authorization; null when disabled")
  record Configs(@Schema(example = "2") int level, Setup setup, Update update) {}

  @Schema(name = "TierSetup")
  record Setup(@Schema(example = "false") boolean inquiringValidation) {}

  @Schema(name = "TierUpdate")
  record Update(
      @Schema(example = "false") boolean validation,
      @Schema(example = "false") boolean inquiringValidation) {}

  @Schema(name = "Subscription")
  record Subscription(
      @Schema(example = "false") boolean hold,
      @Schema(example = "evergreen") String schema,
      Change change) {}

  @Schema(name = "SubscriptionChange")
  record Change(
      @Schema(example = "false") boolean editableOrderingParameters,
      @Schema(example = "false") boolean validation,
      @Schema(example = "false") boolean inquiringValidation) {}
}
