package io.tierhub.web.tierconfigrequest;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.account.TierReference;
import io.tierhub.web.parameter.ParamForm;
import io.tierhub.web.wire.Forms;
import io.tierhub.web.wire.IdOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tier configuration request as it is sent (wire-format §5.2): a setup names product, account and
 * level; whatever names a configuration is an update, unless it says that it is an adjustment.
 */
@Schema(name = "TierConfigurationRequestWrite", requiredProperties = "configuration")
record TierRequestForm(
    @Pattern(regexp = "setup|update|adjustment|", message = "Expected setup, update or adjustment.") @Schema(
            allowableValues = {"setup", "update", "adjustment"},
            description = "What it is when left out follows from `configuration`")
        @Nullable String type,
    @Pattern(regexp = "draft|pending|", message = "Expected draft or pending.") @Schema(
            allowableValues = {"draft", "pending"},
            description = "A draft is yours alone until submitted, if the product validates drafts")
        @Nullable String status,
    @Valid @NotNull(message = "This field is required.") @Nullable ConfigurationForm configuration,
    @Size(max = MOST_PARAMS, message = "At most {max} parameters.") @Nullable List<@NotNull(message = "Expected an object.") @Valid ParamForm> params) {

  static final int MOST_PARAMS = 1_000;

  boolean wantsDraft() {
    return "draft".equals(status);
  }

  @Schema(name = "TierConfigurationReference")
  record ConfigurationForm(
      @IdOf("TC") @Schema(description = "Of updates and adjustments", example = "TC-195-110-021")
          @Nullable String id,
      @Valid @Nullable ProductForm product,
      @Valid @Nullable TierReference account,
      @Schema(description = "1 or 2", example = "1") @Nullable Integer tierLevel,
      @Valid @Schema(description = "The only one that leads to the product when left out")
          @Nullable ConnectionForm connection,
      @Valid @Nullable MarketplaceForm marketplace,
      @Valid @Schema(description = "The tier 2 above a tier 1; the account's parent when left out")
          @Nullable TierReference parentAccount) {

    @AssertTrue(message = "Name the configuration by id, or a setup's product by product.id.") @Schema(hidden = true)
    boolean isProduct() {
      return isNamed() || product != null && Forms.orNone(product.id()) != null;
    }

    @AssertTrue(message = "Name the account to be set up.") @Schema(hidden = true)
    boolean isAccount() {
      return isNamed() || account != null;
    }

    @AssertTrue(message = "Expected 1 or 2.") @Schema(hidden = true)
    boolean isTierLevel() {
      return isNamed() || tierLevel != null && (tierLevel == 1 || tierLevel == 2);
    }

    boolean isNamed() {
      return Forms.orNone(id) != null;
    }
  }

  @Schema(name = "ProductOfTier")
  record ProductForm(@IdOf("PRD") @Schema(example = "PRD-403-038-754") @Nullable String id) {}

  @Schema(name = "ConnectionOfTier")
  record ConnectionForm(@IdOf("CT") @Schema(example = "CT-7761-6934") @Nullable String id) {}

  @Schema(name = "MarketplaceOfTier")
  record MarketplaceForm(@IdOf("MP") @Schema(example = "MP-91673") @Nullable String id) {}
}
