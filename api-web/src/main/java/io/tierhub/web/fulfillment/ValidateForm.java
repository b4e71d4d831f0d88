package io.tierhub.web.fulfillment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.parameter.SubmittedValue;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values to be tried. */
@Schema(name = "FulfillmentRequestValidate")
record ValidateForm(@Valid @Nullable FilledAssetForm asset) {

  List<SubmittedValue> values() {
    return FilledAssetForm.values(asset);
  }
}
