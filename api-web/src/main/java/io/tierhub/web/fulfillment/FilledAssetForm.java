package io.tierhub.web.fulfillment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.web.parameter.ParamForm;
import io.tierhub.web.parameter.ParamForms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An asset of which only the values are said; the rest of what clients send back is passed over.
 */
@Schema(name = "FilledAsset")
record FilledAssetForm(
    @Size(max = PurchaseForm.MOST_PARAMS, message = "At most {max} parameters.") @Nullable List<@NotNull(message = "Expected an object.") @Valid ParamForm> params) {

  /** What was said of the asset that was sent, if any was. */
  static List<SubmittedValue> values(@Nullable FilledAssetForm asset) {
    return ParamForms.read(asset == null ? null : asset.params(), "/asset/params");
  }
}
