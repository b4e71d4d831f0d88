package io.tierhub.web.account;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as it is answered (wire-format §2.1). Absent members are left out. */
@Schema(name = "TierAccount")
record AccountView(
    @Schema(example = "TA-6458-9737-0065") String id,
    @Schema(example = "2") int version,
    @Schema(example = "Núvol Partners SL") String name,
    @Schema(allowableValues = {"customer", "reseller"}) String type,
    @Schema(example = "16547") @Nullable String externalId,
    @Schema(example = "5663c260-38a4-4f0e-9d6b-7e1a7c2f3d10") String externalUid,
    @Nullable Parent parent,
    Party owner,
    @Schema(description = "Roles the account plays in assets", example = "[\"tier1\"]")
        List<String> scopes,
    Named hub,
    @Schema(example = "B65410011") @Nullable String taxId,
    Events events,
    @Schema(allowableValues = {"production", "test", "preview"}) String environment,
    ContactInfoForm contactInfo) {

  @Schema(name = "TierAccountParent")
  record Parent(
      @Schema(example = "TA-7374-0753-1907") String id,
      @Schema(example = "Walsh and Sons") String name,
      @Schema(example = "39878") @Nullable String externalId) {}

  @Schema(name = "Party")
  record Party(
      @Schema(example = "PA-687-574") String id,
      @Schema(example = "Alpine Distribution") String name,
      @Nullable String icon) {}

  @Schema(name = "Named")
  record Named(
      @Schema(example = "HB-0309-9389") String id, @Schema(example = "Alpine Hub") String name) {}

  @Schema(name = "TierAccountEvents")
  record Events(EventStamp created, EventStamp updated, @Nullable EventStamp decommissioned) {}

  @Schema(name = "EventStamp")
  record EventStamp(@Schema(example = "2026-11-22T10:00:00+00:00") String at, @Nullable Named by) {}

  /** An account with its place in the tree. */
  @Schema(name = "PlacedTierAccount", description = "A tier account with its place in the tree")
  record Placed(
      @Schema(example = "TA-6458-9737-0065") String id,
      @Schema(description = "Counted from the root, which is 0", example = "1") int level,
      @Schema(description = "Counted from the asked account (ancestors only)", example = "0")
          @Nullable Integer tier) {}

  /** An account with what is below it. */
  @Schema(name = "TierAccountNode", description = "A tier account with what is below it")
  record Node(
      @Schema(example = "TA-6458-9737-0065") String id,
      @Schema(example = "0") int level,
      @Schema(description = "Nodes of the same kind") List<Object> children,
      @Schema(description = "On the top only: whether accounts were left out") boolean truncated) {}
}
