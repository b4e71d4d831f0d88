package io.tierhub.web.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.catalog.ConnectionStatus;
import io.tierhub.web.wire.Forms;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where to move a connection; {@code approved} leads on to {@code active} by itself. */
@Schema(name = "ConnectionMove")
record ConnectionStatusForm(
    @NotNull(message = "This field is required.") @Pattern(
            regexp = "pending|approved|rejected|revoked|active",
            message = "Use approved, rejected, revoked or active.")
        @Schema(allowableValues = {"approved", "rejected", "revoked", "active"})
        @Nullable String status) {

  ConnectionStatus toDomain() {
    return ConnectionStatus.valueOf(Forms.given(status).toUpperCase(Locale.ROOT));
  }
}
