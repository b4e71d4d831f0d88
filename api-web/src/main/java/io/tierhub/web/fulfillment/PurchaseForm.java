package io.tierhub.web.fulfillment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.account.TierReference;
import io.tierhub.web.parameter.ParamForm;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.IdOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as it is sent (wire-format §6.3). A draft is a wish: products that validate nothing
 * have none, and the answer then says another status.
 */
@Schema(
    name = "PurchaseWrite",
    requiredProperties = {"type", "asset"})
record PurchaseForm(
    @Schema(allowableValues = "purchase") @Nullable String type,
    @Pattern(regexp = "draft|pending|", message = "Use draft, pending or nothing.") @Schema(
            description =
                "A draft is yours alone until submitted, if the product validates drafts"
                    + " (`capabilities.cart.validation`)",
            allowableValues = {"draft", "pending"})
        @Nullable String status,
    @Valid @NotNull(message = "This field is required.") @Nullable AssetForm asset,
    @Valid @Schema(description = "The only one of the connection's hub when left out")
        @Nullable MarketplaceForm marketplace) {

  static final int MOST_ITEMS = 1_000;
  static final int MOST_PARAMS = 1_000;

  @Schema(
      name = "PurchasedAsset",
      requiredProperties = {"product", "items", "tiers"})
  record AssetForm(
      @Valid @NotNull(message = "This field is required.") @Nullable ProductForm product,
      @Valid @Schema(description = "The only one that leads to the product when left out")
          @Nullable ConnectionForm connection,
      @Chars(max = 100) @Schema(description = "The id in your commerce system", example = "10005")
          @Nullable String externalId,
      @Chars(max = 100)
          @Schema(
              description =
                  "Names the order: a second one with it answers 409. A UUID is made up when left"
                      + " out.",
              example = "1c378bdd-9c8a-4566-be8a-bd90a51aa42a")
          @Nullable String externalUid,
      @NotNull(message = "This field is required.") @Size(min = 1, max = MOST_ITEMS, message = "An order has {min} to {max} items.") @Nullable List<@NotNull(message = "Expected an object.") @Valid OrderLineForm> items,
      @Size(max = MOST_PARAMS, message = "At most {max} parameters.") @Schema(description = "Values of the product's ordering parameters")
          @Nullable List<@NotNull(message = "Expected an object.") @Valid ParamForm> params,
      @Valid @NotNull(message = "This field is required.") @Nullable TiersForm tiers) {}

  @Schema(name = "ProductReference", requiredProperties = "id")
  record ProductForm(
      @Chars(max = 40, required = true) @IdOf("PRD") @Schema(example = "PRD-403-038-754")
          @Nullable String id) {}

  @Schema(name = "ConnectionReference")
  record ConnectionForm(@IdOf("CT") @Schema(example = "CT-7761-6934") @Nullable String id) {}

  @Schema(name = "MarketplaceReference")
  record MarketplaceForm(@IdOf("MP") @Schema(example = "MP-91673") @Nullable String id) {}

  @Schema(name = "PurchasedTiers", requiredProperties = "customer")
  record TiersForm(
      @Valid @NotNull(message = "This field is required.") @Nullable TierReference customer,
      @Valid @Schema(description = "The customer's parent when left out")
          @Nullable TierReference tier1,
      @Valid @Schema(description = "The parent of tier 1 when left out; `{}` for none")
          @Nullable TierReference tier2) {}
}
