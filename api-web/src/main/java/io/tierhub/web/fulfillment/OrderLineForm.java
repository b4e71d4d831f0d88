package io.tierhub.web.fulfillment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.Forms;
import io.tierhub.workflow.OrderLine;
import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;

/** How much there will be of an item. */
@Schema(name = "OrderLine", requiredProperties = "quantity")
record OrderLineForm(
    @Chars(max = 100) @Schema(example = "PRD-403-038-754-0001") @Nullable String id,
    @Chars(max = 100) @Schema(description = "The same as `id`") @Nullable String globalId,
    @Chars(max = 100) @Schema(description = "Names the item when no id is sent")
        @Nullable String mpn,
    @Chars(max = 30, required = true)
        @Schema(description = "A number, or `unlimited`", example = "5")
        @Nullable String quantity) {

  @AssertTrue(message = "Name the item by id, global_id or mpn.") @Schema(hidden = true)
  boolean isId() {
    return name() != null || Forms.orNone(mpn) != null;
  }

  private @Nullable String name() {
    return Forms.orNone(id) == null ? Forms.orNone(globalId) : id;
  }

  OrderLine toLine() {
    return new OrderLine(name(), Forms.orNone(mpn), Forms.given(quantity));
  }
}
