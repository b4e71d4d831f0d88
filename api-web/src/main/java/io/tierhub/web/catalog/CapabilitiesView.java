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
    Subscription subscription,
    Deadlines deadlines) {

  @Schema(name = "PpuCapability", description = "Pay as you go; null for none")
  record Ppu(
      @Schema(example = "QT") @Nullable String schema,
      @Schema(example = "false") boolean dynamic,
      @Schema(example = "false") boolean future,
      @Schema(example = "false") boolean late,
      @Schema(example = "false") boolean predictive) {}

  @Schema(name = "ReservationCapability")
  record Reservation(@Schema(example = "false") boolean consumption) {}

  @Schema(name = "ValidationCapability")
  record Validated(@Schema(example = "false") boolean validation) {}

  @Schema(name = "TiersCapability")
  record Tiers(
      @Schema(description = "Tier Accounts Sync", example = "true") boolean updates,
      @OrNull Configs configs,
      @Schema(example = "false") boolean validation) {}

  @Schema(
      name = "TierConfigsCapability",
      description = "Reseller authorization; null when disabled")
  record Configs(@Schema(example = "2") int level, Setup setup, Update update) {}

  @Schema(name = "TierSetupCapability")
  record Setup(@Schema(example = "false") boolean inquiringValidation) {}

  @Schema(name = "TierUpdateCapability")
  record Update(
      @Schema(example = "false") boolean validation,
      @Schema(example = "false") boolean inquiringValidation) {}

  @Schema(name = "SubscriptionCapability")
  record Subscription(
      @Schema(example = "false") boolean hold,
      @Schema(example = "evergreen") String schema,
      Change change) {}

  @Schema(
      name = "DeadlinesCapability",
      description = "Days after somebody was asked and has not answered; null for never")
  record Deadlines(
      @OrNull @Schema(example = "3") Integer remindAfter,
      @OrNull @Schema(example = "7") Integer escalateAfter,
      @OrNull @Schema(example = "30") Integer failAfter) {}

  @Schema(name = "SubscriptionChangeCapability")
  record Change(
      @Schema(example = "false") boolean editableOrderingParameters,
      @Schema(example = "false") boolean validation,
      @Schema(example = "false") boolean inquiringValidation) {}
}
