package io.tierhub.web.fulfillment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.Forms;
import io.tierhub.web.wire.IdOf;
import io.tierhub.workflow.WantedAssignee;
import org.jspecify.annotations.Nullable;

/** Whom to assign: the caller if nobody is named. */
@Schema(name = "FulfillmentRequestAssign")
record AssignForm(
    @IdOf("UR") @Schema(example = "UR-276-377-545") @Nullable String id,
    @Chars(max = 254) @Schema(example = "mika.laine@example.com") @Nullable String email) {

  WantedAssignee whom() {
    return new WantedAssignee(Forms.orNone(id), Forms.orNone(email));
  }
}
