package io.tierhub.web.configured;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.catalog.ProductItemId;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.web.parameter.ParamForm;
import io.tierhub.web.parameter.ParamForms;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.Forms;
import io.tierhub.web.wire.IdOf;
import io.tierhub.workflow.WantedPlace;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A value of a configuration-phase parameter as it is sent (wire-format §7). */
@Schema(name = "ConfiguredValueWrite", requiredProperties = "parameter")
record ConfiguredForm(
    @Schema(
            implementation = String.class,
            description = "Nothing or an empty text takes what was set away",
            example = "https://api.nimbus.example")
        @Nullable JsonNode value,
    @Schema(
            implementation = Object.class,
            description = "Instead of `value`, for addresses, phones, checkboxes and objects")
        @Nullable JsonNode structuredValue,
    @Valid @NotNull(message = "This field is required.") @Nullable Parameter parameter,
    @Valid @Schema(description = "If the scope is `item` or `item_marketplace`")
        @Nullable Item item,
    @Valid @Schema(description = "If the scope is `marketplace` or `item_marketplace`")
        @Nullable Marketplace marketplace) {

  @Schema(name = "ConfiguredParameterWrite", requiredProperties = "id")
  record Parameter(
      @Chars(max = 255, required = true)
          @Schema(description = "Its id or its name", example = "PRM-276-377-545-0008")
          @Nullable String id) {}

  @Schema(name = "ConfiguredItemWrite", requiredProperties = "id")
  record Item(
      @Chars(max = 40, required = true) @IdOf("PRD") @Schema(example = "PRD-276-377-545-0001")
          @Nullable String id) {}

  @Schema(name = "ConfiguredMarketplaceWrite", requiredProperties = "id")
  record Marketplace(
      @Chars(max = 40, required = true) @IdOf("MP") @Schema(example = "MP-91673")
          @Nullable String id) {}

  WantedPlace place() {
    String forItem = item == null ? null : item.id();
    String in = marketplace == null ? null : marketplace.id();
    return new WantedPlace(
        called(),
        forItem == null ? null : new ProductItemId(forItem),
        in == null || in.equals(MarketplaceId.NONE) ? null : new MarketplaceId(in));
  }

  SubmittedValue submitted() {
    return ParamForms.read(new ParamForm(called(), said(), structuredValue, null, null, null), "");
  }

  /** Nothing said is nothing set, here where there is but one value. */
  private @Nullable JsonNode said() {
    return value == null && structuredValue == null ? StringNode.valueOf("") : value;
  }

  private String called() {
    return Forms.given(Forms.given(parameter).id());
  }
}
