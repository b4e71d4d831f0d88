package io.tierhub.web.fulfillment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.parameter.ParamForm;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.IdOf;
import io.tierhub.workflow.OrderLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request about an asset that is there, as it is sent (wire-format §6.3). */
@Schema(
    name = "AssetRequestWrite",
    requiredProperties = {"type", "asset"})
record AssetRequestForm(
    @Schema(allowableValues = {"change", "suspend", "resume", "cancel", "adjustment"})
        @Nullable String type,
    @Valid @NotNull(message = "This field is required.") @Nullable AssetForm asset) {

  @Schema(name = "RequestedAsset", requiredProperties = "id")
  record AssetForm(
      @Chars(max = 40, required = true) @IdOf("AS") @Schema(example = "AS-1895-0864-1238")
          @Nullable String id,
      @Size(max = PurchaseForm.MOST_ITEMS, message = "At most {max} items.") @Schema(
              description =
                  "Of changes and adjustments: what there will be another quantity of, `0` to take an"
                      + " item away. What is not listed stays.")
          @Nullable List<@NotNull(message = "Expected an object.") @Valid OrderLineForm> items,
      @Size(max = PurchaseForm.MOST_PARAMS, message = "At most {max} parameters.") @Schema(
              description =
                  "Of adjustments, and of changes if the product says"
                      + " `capabilities.subscription.change.editable_ordering_parameters`")
          @Nullable List<@NotNull(message = "Expected an object.") @Valid ParamForm> params) {

    List<OrderLine> lines() {
      return items == null ? List.of() : items.stream().map(OrderLineForm::toLine).toList();
    }
  }
}
