package io.tierhub.web.tierconfigrequest;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.tierconfigrequest.TierConfigurationRequest;
import io.tierhub.web.parameter.ParamForm;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.EffectiveDates;
import io.tierhub.web.wire.Forms;
import io.tierhub.web.wire.IdOf;
import io.tierhub.workflow.WantedAssignee;
import io.tierhub.workflow.WantedTile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the actions on a tier configuration request are told. */
final class TierRequestForms {

  private TierRequestForms() {}

  /** What of a request can be edited; the rest of what clients send back is passed over. */
  @Schema(name = "TierConfigurationRequestEdit")
  record Edit(
      @Size(max = TierRequestForm.MOST_PARAMS, message = "At most {max} parameters.") @Nullable List<@NotNull(message = "Expected an object.") @Valid ParamForm> params,
      @Chars(max = TierConfigurationRequest.LONGEST_NOTES)
          @Schema(
              description = "The vendor's remark; `\"\"` takes it away",
              example = "Asked sales.")
          @Nullable String notes) {}

  /** An approval; the effective date may also stand in the template. */
  @Schema(name = "TierConfigurationRequestApprove")
  record Approve(@Valid @Nullable TemplateForm template, @Nullable String effectiveDate) {

    @AssertTrue(message = "Expected a date or a moment, ISO 8601.") @Schema(hidden = true)
    boolean isEffectiveDate() {
      return EffectiveDates.isReadable(effectiveDate);
    }

    @Nullable Instant effective() {
      Instant own = EffectiveDates.read(effectiveDate);
      return own != null || template == null ? own : EffectiveDates.read(template.effectiveDate());
    }

    WantedTile tile() {
      return template == null
          ? WantedTile.DEFAULT
          : new WantedTile(Forms.orNone(template.id()), Forms.orNone(template.representation()));
    }
  }

  @Schema(name = "TemplateToShow")
  record TemplateForm(
      @IdOf("TL")
          @Schema(
              description = "The product's default of that tier when left out",
              example = "TL-551-876-782")
          @Nullable String id,
      @Chars(max = 20_000)
          @Schema(description = "Markdown of your own, instead of a template; for older clients")
          @Nullable String representation,
      @Schema(description = "The same as beside the template", hidden = true)
          @Nullable String effectiveDate) {

    @AssertTrue(message = "Expected a date or a moment, ISO 8601.") @Schema(hidden = true)
    boolean isEffectiveDate() {
      return EffectiveDates.isReadable(effectiveDate);
    }
  }

  /** Why it comes to nothing. */
  @Schema(name = "TierConfigurationRequestFail", requiredProperties = "reason")
  record Fail(
      @Chars(max = TierConfigurationRequest.LONGEST_REASON, required = true)
          @Schema(example = "The reseller is not certified.")
          @Nullable String reason) {}

  /** Whom to assign: the caller if nobody is named. */
  @Schema(name = "TierConfigurationRequestAssign")
  record Assign(
      @IdOf("UR") @Schema(example = "UR-276-377-545") @Nullable String id,
      @Chars(max = 254) @Schema(example = "mika.laine@example.com") @Nullable String email) {

    WantedAssignee whom() {
      return new WantedAssignee(Forms.orNone(id), Forms.orNone(email));
    }
  }

  /** What somebody answers to an inquiry who has the code of its link. */
  @Schema(name = "TierConfigurationRequestAnswer")
  record Answer(
      @Size(max = TierRequestForm.MOST_PARAMS, message = "At most {max} parameters.") @Nullable List<@NotNull(message = "Expected an object.") @Valid ParamForm> params) {}

  /** Values to be tried. */
  @Schema(name = "TierConfigurationRequestValidate")
  record Validate(
      @Size(max = TierRequestForm.MOST_PARAMS, message = "At most {max} parameters.") @Nullable List<@NotNull(message = "Expected an object.") @Valid ParamForm> params) {}
}
