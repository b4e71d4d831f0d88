package io.tierhub.web.action;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.action.Action;
import io.tierhub.action.ActionScope;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.Forms;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** An action as it is sent. */
@Schema(
    name = "ActionWrite",
    requiredProperties = {"action", "name", "scope"})
record ActionForm(
    @Chars(max = 100, required = true)
        @Pattern(regexp = "[A-Za-z0-9_.-]*", message = "Use letters, digits, _, - and dots.") @Schema(
            description = "Your own name for it, unique in the product: your endpoint is told it",
            example = "open_console")
        @Nullable String action,
    @Chars(max = 100, required = true) @Schema(example = "Open console") @Nullable String name,
    @Chars(max = 100)
        @Schema(description = "What the button says; the name when left out", example = "Console")
        @Nullable String title,
    @Pattern(regexp = "button|", message = "The only type is button.") @Schema(
            allowableValues = {"button"},
            defaultValue = "button")
        @Nullable String type,
    @NotNull(message = "This field is required.") @Pattern(regexp = "asset|tier1|tier2", message = "Use asset, tier1 or tier2.") @Schema(allowableValues = {"asset", "tier1", "tier2"})
        @Nullable String scope,
    @Chars(max = 300) @Schema(example = "Signs in to the console of the reseller.")
        @Nullable String description) {

  static Action.Content read(Body body) {
    return body.as(ActionForm.class).content();
  }

  static Action.Content merge(Action.Content now, Body body) {
    ActionForm form =
        new ActionForm(
            now.localId(), now.name(), now.title(), null, now.scope().wire(), now.description());
    return Body.merged(form, body, ActionForm.class).content();
  }

  private Action.Content content() {
    String given = Forms.given(name);
    String caption = Forms.orNone(title);
    return new Action.Content(
        Forms.given(action),
        given,
        caption == null ? given : caption,
        ActionScope.ofWire(Forms.given(scope)).orElseThrow(),
        description == null ? "" : description);
  }
}
