package io.tierhub.web.productmessage;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.productmessage.ProductMessage.Text;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.Forms;
import org.jspecify.annotations.Nullable;

/** A message as it is sent. */
@Schema(
    name = "ProductMessageWrite",
    requiredProperties = {"external_id", "value"})
record ProductMessageForm(
    @Chars(max = 128, required = true)
        @Schema(description = "Your own id for it, unique in the product", example = "vat-unknown")
        @Nullable String externalId,
    @Chars(max = 2048, required = true)
        @Schema(example = "The tax office does not know this number.")
        @Nullable String value,
    @Schema(description = "Whether it was added by itself with a validation's answer")
        @Nullable Boolean auto) {

  static Text read(Body body) {
    return body.as(ProductMessageForm.class).text();
  }

  static Text merge(Text now, Body body) {
    ProductMessageForm form = new ProductMessageForm(now.externalId(), now.value(), now.auto());
    return Body.merged(form, body, ProductMessageForm.class).text();
  }

  private Text text() {
    return new Text(Forms.given(externalId), Forms.given(value), Boolean.TRUE.equals(auto));
  }
}
