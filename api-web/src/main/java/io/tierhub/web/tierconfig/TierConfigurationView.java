package io.tierhub.web.tierconfig;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.openapi.OrEmpty;
import io.tierhub.web.openapi.Seldom;
import io.tierhub.web.parameter.ParamView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tier configuration as it is answered (wire-format §4.1). Absent members are left out. */
@Schema(name = "TierConfiguration")
public record TierConfigurationView(
    @Schema(example = "TC-195-110-021") String id,
    @Schema(example = "Configuration of TA-6458-9737-0065") String name,
    @Schema(ref = "#/components/schemas/AccountOfAsset") Object account,
    @Schema(ref = "#/components/schemas/ProductOfRequest") Object product,
    @Schema(description = "1 the customer's reseller, 2 the one above", example = "1")
        int tierLevel,
    @Schema(ref = "#/components/schemas/ConnectionOfAsset") Object connection,
    @Schema(ref = "#/components/schemas/TierAccountRequestEvents") Object events,
    @Schema(description = "All parameters of the tier, with what holds") List<ParamView> params,
    @Schema(description = "The one request that is open, if one is")
        @Nullable OpenRequest openRequest,
    @Schema(description = "What the reseller is shown") @Nullable Template template,
    @Schema(allowableValues = {"processing", "active"}) String status,
    @Schema(
            ref = "#/components/schemas/ConfigurationOfAsset",
            description = "What was set of the product beforehand")
        Object configuration,
    @Schema(ref = "#/components/schemas/MarketplaceOfAsset") @Nullable Object marketplace,
    @Seldom @Schema(description = "Of one configuration only, not in lists")
        @Nullable Tiers tiers) {

  /** The open request. */
  @Schema(name = "OpenTierConfigurationRequest")
  public record OpenRequest(
      @Schema(example = "TCR-195-110-021-001") String id,
      @Schema(example = "setup") String type,
      @Schema(example = "pending") String status) {}

  /** A tile. */
  @Schema(name = "RenderedTemplate")
  public record Template(
      @Schema(example = "TL-551-876-782") @Nullable String id,
      @Schema(example = "Default Activation Template") @Nullable String name,
      @Schema(description = "Markdown", example = "# You are set up") String representation) {}

  /** The accounts at the tiers; {@code {}} where there is none. */
  @Schema(name = "TiersOfConfiguration")
  public record Tiers(
      @OrEmpty @Schema(ref = "#/components/schemas/AccountOfAsset") Object tier1,
      @OrEmpty @Schema(ref = "#/components/schemas/AccountOfAsset") Object tier2) {}
}
