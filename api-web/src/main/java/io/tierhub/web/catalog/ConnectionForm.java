package io.tierhub.web.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.PartnerId;
import io.tierhub.partner.HubId;
import io.tierhub.web.wire.Forms;
import io.tierhub.web.wire.OwnEnvironment;
import io.tierhub.workflow.ManageConnections.Target;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** A connection as it is asked for; its type is the environment of the token that asks. */
@Schema(name = "ConnectionWrite")
record ConnectionForm(
    @Valid @NotNull(message = "This field is required.") @Nullable HubToConnect hub,
    @Schema(description = "Whose hub it is; not needed, but checked when sent") @Valid @Nullable ProviderReference provider,
    @Schema(
            description = "Your token's environment; no other can be asked for",
            allowableValues = {"production", "test", "preview"})
        @Nullable String type) {

  @Schema(name = "HubToConnect")
  record HubToConnect(
      @NotNull(message = "This field is required.") @Pattern(
              regexp = "(?!HB-0000-0000)HB-[0-9]{4}-[0-9]{4}",
              message = "This is not the id of a hub.")
          @Schema(example = "HB-0309-9389")
          @Nullable String id) {}

  @Schema(name = "ProviderReference")
  record ProviderReference(
      @NotNull(message = "This field is required.") @Pattern(
              regexp = "PA-[0-9]{3}-[0-9]{3}",
              message = "This is not the id of a distributor.")
          @Schema(example = "PA-687-574")
          @Nullable String id) {}

  Target toDomain(Actor actor) {
    OwnEnvironment.require(actor, type, "/type");
    return new Target(
        new HubId(Forms.given(Forms.given(hub).id())),
        provider == null ? null : new PartnerId(Forms.given(provider.id())));
  }
}
