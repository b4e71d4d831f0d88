package io.tierhub.web.queue;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One piece of work. Absent members are left out. */
@Schema(name = "QueueEntry")
record QueueView(
    @Schema(allowableValues = {"fulfillment", "tier_setup", "tier_update"}) String kind,
    @Schema(example = "TCR-195-110-021-001") String id,
    @Schema(example = "setup") String type,
    @Schema(example = "pending") String status,
    Named product,
    Named provider,
    Named vendor,
    @Schema(description = "The customer of an order, the reseller of a tier request") Named account,
    @Schema(description = "Of tier requests", example = "1") @Nullable Integer tierLevel,
    @Schema(description = "Of orders") @Nullable Reference asset,
    @Schema(description = "Of tier requests") @Nullable Reference configuration,
    @Schema(allowableValues = {"production", "test", "preview"}) String environment,
    @Schema(example = "2026-11-25T10:00:00+00:00") String created,
    @Schema(example = "2026-11-25T10:00:00+00:00") String updated) {

  @Schema(name = "NamedInQueue")
  record Named(
      @Schema(example = "PRD-276-377-545") String id,
      @Schema(example = "Nimbus Backup") String name) {}

  @Schema(name = "ReferenceInQueue")
  record Reference(@Schema(example = "TC-195-110-021") String id) {}
}
