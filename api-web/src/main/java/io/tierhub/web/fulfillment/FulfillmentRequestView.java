package io.tierhub.web.fulfillment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.form.ActivationView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fulfillment request as it is answered (wire-format §6.1). Absent members are left out. */
@Schema(name = "FulfillmentRequest")
record FulfillmentRequestView(
    @Schema(example = "PR-1895-0864-1238-001") String id,
    @Schema(example = "purchase") String type,
    @Schema(
            allowableValues = {
              "draft",
              "tiers_setup",
              "inquiring",
              "pending",
              "approved",
              "failed",
              "scheduled",
              "revoking",
              "revoked"
            })
        String status,
    @Schema(example = "Asked sales.") @Nullable String note,
    @Schema(description = "Why it failed") @Nullable String reason,
    @Schema(ref = "#/components/schemas/Assignee", description = "Who sees to it at the vendor")
        @Nullable Object assignee,
    @Nullable Template template,
    @Schema(
            description = "While the status is inquiring, for the distributor: the form's link",
            example =
                "https://tierhub.example.com/forms/PR-1895-0864-1238-001.1.1.mW3uQ0lSGz3ZrkQb2u8vJt6Yx5n4oPc7dEfGhIjKlMn")
        @Nullable String paramsFormUrl,
    @Nullable ActivationView activation,
    @Schema(example = "2026-11-22T10:00:00+00:00") String created,
    @Schema(example = "2026-11-22T10:00:00+00:00") String updated,
    @Schema(description = "From when an approval holds", example = "2026-12-01T00:00:00+00:00")
        @Nullable String effectiveDate,
    @Schema(description = "Of the asset's requests before this one, the last that was approved")
        @Nullable Reference previousApprovedRequest,
    AssetView asset,
    @Schema(
            description =
                "What its tiers have agreed with the product, tier 2 before tier 1; empty if nothing"
                    + " is or was asked of them")
        List<TierConfigurationOfRequest> tierConfigurations,
    AssetView.@Nullable Marketplace marketplace,
    @Schema(
            description = "In the answer to an order: what of it was not done as it was written",
            example = "[\"asset.tiers.tier1: TA-6458-9737-0065 exists and is used as it is\"]")
        @Nullable List<String> warnings) {

  @Schema(name = "TierConfigurationOfRequest")
  record TierConfigurationOfRequest(
      @Schema(example = "TC-195-110-021") String id,
      @Schema(example = "1") int tierLevel,
      @Schema(allowableValues = {"processing", "active"}) String status,
      Account account,
      @Schema(description = "Of any type, if one is open") @Nullable OpenRequest openRequest) {}

  @Schema(name = "TierAccountOfRequest")
  record Account(
      @Schema(example = "TA-6458-9737-0065") String id,
      @Schema(example = "Ferrer SL") String name) {}

  @Schema(name = "OpenRequestOfTier")
  record OpenRequest(
      @Schema(example = "TCR-195-110-021-001") String id,
      @Schema(allowableValues = {"setup", "update", "adjustment"}) String type,
      @Schema(allowableValues = {"tiers_setup", "inquiring", "pending"}) String status) {}

  @Schema(name = "FulfillmentRequestReference")
  record Reference(@Schema(example = "PR-1895-0864-1238-001") String id) {}

  @Schema(
      name = "TemplateOfRequest",
      description =
          "What the customer is shown: once it is approved the text, while it is asked the template"
              + " alone")
  record Template(
      @Schema(description = "Markdown", example = "# Your subscription is ready") String message,
      @Schema(example = "TL-551-876-782") @Nullable String id,
      @Schema(example = "Default Subscription Activation Template") @Nullable String name) {}
}
