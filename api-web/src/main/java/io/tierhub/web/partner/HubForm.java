package io.tierhub.web.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.partner.Hub;
import io.tierhub.partner.HubInstance;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.Forms;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** A hub as it is sent. */
@Schema(name = "HubWrite")
record HubForm(
    @Chars(max = 256, required = true) @Schema(example = "Alpine Hub") @Nullable String name,
    @Chars(max = 4000) @Schema(example = "Orders from the Alpine portal")
        @Nullable String description,
    @Pattern(regexp = "[Aa][Pp][Ii]|[Oo][Aa]", message = "Use api or oa.") @Schema(
            allowableValues = {"api", "oa"},
            defaultValue = "api",
            description = "`oa` for Odin Automation, whose accounts clients of Connect leave alone")
        @Nullable String instanceType,
    @Chars(max = 255)
        @Schema(description = "What the commerce system is called", example = "alpine-eu")
        @Nullable String instanceId) {

  static HubForm of(Hub.Profile hub) {
    return new HubForm(
        hub.name(), hub.description(), hub.instance().type().name(), hub.instance().id());
  }

  Hub.Profile toDomain() {
    return new Hub.Profile(
        Forms.given(name),
        Forms.orNone(description),
        new HubInstance(
            instanceType == null
                ? HubInstance.Type.API
                : HubInstance.Type.ofWire(instanceType).orElseThrow(),
            Forms.orNone(instanceId)));
  }
}
