package io.tierhub.web.account;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.openapi.Seldom;
import io.tierhub.web.partner.EventsView;
import io.tierhub.web.partner.PartyView;
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
    PartyView owner,
    @Schema(description = "Roles the account plays in assets", example = "[\"tier1\"]")
        List<String> scopes,
    Hub hub,
    @Schema(example = "B65410011") @Nullable String taxId,
    Events events,
    @Schema(allowableValues = {"production", "test", "preview"}) String environment,
    ContactInfoView contactInfo) {

  @Schema(name = "TierAccountParent")
  record Parent(
      @Schema(example = "TA-7374-0753-1907") String id,
      @Schema(example = "Walsh and Sons") String name,
      @Schema(example = "39878") @Nullable String externalId) {}

  @Schema(name = "HubOfAccount", description = "`HB-0000-0000` stands for none")
  record Hub(
      @Schema(example = "HB-0309-9389") String id, @Schema(example = "Alpine Hub") String name) {}

  @Schema(name = "TierAccountEvents")
  record Events(
      EventsView.StampView created,
      EventsView.StampView updated,
      @Seldom EventsView.@Nullable StampView decommissioned) {}

  /** An account with its place in the tree. */
  @Schema(
      name = "PlacedTierAccount",
      description = "A tier account with its place in the tree",
      allOf = AccountView.class)
  record Placed(
      @Schema(description = "Counted from the root, which is 0", example = "1") int level,
      @Schema(description = "Counted from the asked account (ancestors only)", example = "0")
          @Nullable Integer tier) {}

  /** An account with what is below it. */
  @Schema(
      name = "TierAccountNode",
      description = "A tier account with what is below it",
      allOf = AccountView.class)
  record Node(
      @Schema(example = "0") int level,
      List<Node> children,
      @Schema(description = "On the top only: whether accounts were left out", example = "false")
          @Nullable Boolean truncated) {}
}
