package io.tierhub.web.template;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.template.Template;
import io.tierhub.template.TemplateScope;
import io.tierhub.template.TemplateType;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A template as it is sent. Without type, as older clients send those of tiers, it is shown once
 * approved.
 */
@Schema(
    name = "TemplateWrite",
    requiredProperties = {"name", "scope"})
public record TemplateForm(
    @Chars(max = 255, required = true) @Schema(example = "Welcome as a reseller")
        @Nullable String name,
    @Chars(max = 50_000)
        @Schema(
            description = "Markdown; `{{ name }}` stands for a parameter's value",
            example = "# Welcome\n\nYour VAT number is **{{ vat_number }}**.")
        @Nullable String body,
    @NotNull(message = "This field is required.") @Pattern(regexp = "asset|tier1|tier2", message = "Use asset, tier1 or tier2.") @Schema(allowableValues = {"asset", "tier1", "tier2"})
        @Nullable String scope,
    @Pattern(
            regexp = "fulfillment|inquire|pending|",
            message = "Use fulfillment, inquire or pending.")
        @Schema(
            description =
                "When it is shown: once it is approved, while something is asked, while the"
                    + " vendor has it",
            allowableValues = {"fulfillment", "inquire", "pending"},
            defaultValue = "fulfillment")
        @Nullable String type,
    @Min(value = 0, message = POSITIONS) @Max(value = 4_294_967_295L, message = POSITIONS) @Schema(description = "Among the others; last when left out", example = "100000")
        @Nullable Long position) {

  private static final String POSITIONS = "Use a number from 0 to 4294967295.";

  /**
   * @param place if none is said
   */
  public static Template.Content read(Body body, long place) {
    return body.as(TemplateForm.class).content(TemplateType.FULFILLMENT, place);
  }

  static Template.Content merge(Template.Content now, Body body) {
    TemplateForm form =
        new TemplateForm(
            now.name(), now.body(), now.scope().wire(), now.type().wire(), now.position());
    return Body.merged(form, body, TemplateForm.class).content(now.type(), now.position());
  }

  private Template.Content content(TemplateType otherwise, long place) {
    return new Template.Content(
        TemplateScope.ofWire(Forms.given(scope)).orElseThrow(),
        type == null || type.isEmpty() ? otherwise : TemplateType.ofWire(type).orElseThrow(),
        Forms.given(name),
        body == null ? "" : body,
        position == null ? place : position);
  }
}
