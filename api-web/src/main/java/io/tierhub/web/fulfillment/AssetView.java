package io.tierhub.web.fulfillment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.openapi.OrEmpty;
import io.tierhub.web.openapi.Seldom;
import io.tierhub.web.parameter.ParamView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An asset as it is answered (wire-format §6.1). Absent members are left out. */
@Schema(name = "Asset")
record AssetView(
    @Schema(example = "AS-1895-0864-1238") String id,
    @Schema(
            allowableValues = {
              "draft",
              "processing",
              "active",
              "terminating",
              "suspended",
              "terminated"
            })
        String status,
    @Schema(example = "10005") @Nullable String externalId,
    @Schema(example = "1c378bdd-9c8a-4566-be8a-bd90a51aa42a") String externalUid,
    @Schema(ref = "#/components/schemas/ProductOfRequest") Object product,
    Connection connection,
    Events events,
    List<Item> items,
    List<ParamView> params,
    Tiers tiers,
    Configuration configuration,
    @Nullable Marketplace marketplace,
    @Seldom
        @Schema(
            ref = "#/components/schemas/TemplateOfRequest",
            description = "What the customer is shown, if selected")
        @Nullable Object template,
    @Seldom @Schema(description = "If selected, and if there is one")
        @Nullable PendingRequest pendingRequest) {

  @Schema(name = "PendingRequest")
  record PendingRequest(
      @Schema(example = "PR-1895-0864-1238-001") String id,
      @Schema(example = "purchase") String type,
      @Schema(example = "tiers_setup") String status,
      @Schema(ref = "#/components/schemas/TemplateOfRequest") @Nullable Object template) {}

  @Schema(name = "ConnectionOfAsset")
  record Connection(
      @Schema(example = "CT-7761-6934") String id,
      @Schema(allowableValues = {"production", "test", "preview"}) String type,
      @Schema(example = "active") String status,
      @Schema(ref = "#/components/schemas/Party") Object provider,
      @Schema(ref = "#/components/schemas/Party") Object vendor,
      @Schema(ref = "#/components/schemas/HubOfAccount") Object hub,
      @Schema(example = "2026-11-22T10:00:00+00:00") String createdAt) {}

  @Schema(name = "AssetEvents")
  record Events(
      @Schema(ref = "#/components/schemas/EventStamp") Object created,
      @Schema(ref = "#/components/schemas/EventStamp") Object updated) {}

  @Schema(name = "AssetItem")
  record Item(
      @Schema(example = "PRD-276-377-545-0001") String id,
      @Schema(example = "PRD-276-377-545-0001") String globalId,
      @Schema(example = "MPN-A") String mpn,
      @Schema(example = "0") String oldQuantity,
      @Schema(example = "5") String quantity,
      @Schema(example = "Users") String type,
      @Schema(example = "Nimbus Backup seat") String displayName,
      @Schema(example = "Monthly") String period,
      @Schema(example = "Reservation") String itemType,
      @Seldom @Schema(description = "What is configured of the item, if anything is")
          @Nullable List<ParamView> params) {}

  @Schema(name = "TiersOfAsset", description = "`tier2` is `{}` when there is none")
  record Tiers(Account customer, Account tier1, @OrEmpty Account tier2) {}

  @Schema(name = "AccountOfAsset")
  record Account(
      @Schema(example = "TA-6458-9737-0065") String id,
      @Schema(example = "Núvol Partners SL") String name,
      @Schema(allowableValues = {"customer", "reseller"}) String type,
      @Schema(example = "16547") @Nullable String externalId,
      @Schema(example = "5663c260-38a4-4f0e-9d6b-7e1a7c2f3d10") String externalUid,
      @Schema(example = "B65410011") @Nullable String taxId,
      @Schema(ref = "#/components/schemas/ContactInfo") Object contactInfo) {}

  @Schema(name = "ConfigurationOfAsset")
  record Configuration(List<ParamView> params) {}

  @Schema(name = "MarketplaceOfAsset")
  record Marketplace(
      @Schema(example = "MP-91673") String id,
      @Schema(example = "Alpine Market") String name,
      @Nullable String icon) {}
}
