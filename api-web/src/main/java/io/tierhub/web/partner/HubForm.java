package io.tierhub.web.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.partner.Hub;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.Forms;
import io.tierhub.workflow.ManageHubs.Description;
import org.jspecify.annotations.Nullable;

/** A hub as it is sent. */
@Schema(name = "HubWrite")
record HubForm(
    @Chars(max = 256, required = true) @Schema(example = "Alpine Hub") @Nullable String name,
    @Chars(max = 4000) @Schema(example = "Orders from the Alpine portal")
        @Nullable String description) {

  static HubForm of(Hub.Snapshot hub) {
    return new HubForm(hub.name(), hub.description());
  }

  Description toDomain() {
    return new Description(Forms.given(name), Forms.orNone(description));
  }
}
