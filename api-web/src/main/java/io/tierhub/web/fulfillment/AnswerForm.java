package io.tierhub.web.fulfillment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.parameter.ParamForm;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody answers to an inquiry who has the code of its link. */
@Schema(name = "FulfillmentRequestAnswer")
record AnswerForm(@Valid @Nullable FilledAssetForm asset) {

  @Nullable List<ParamForm> params() {
    return asset == null ? null : asset.params();
  }
}
