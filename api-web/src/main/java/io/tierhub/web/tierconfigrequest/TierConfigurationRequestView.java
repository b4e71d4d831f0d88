package io.tierhub.web.tierconfigrequest;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.form.ActivationView;
import io.tierhub.web.parameter.ParamView;
import io.tierhub.web.tierconfig.TierConfigurationView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tier configuration request as it is answered (wire-format §5.1). Absent members are left out.
 */
@Schema(name = "TierConfigurationRequest")
record TierConfigurationRequestView(
    @Schema(example = "TCR-195-110-021-001") String id,
    @Schema(allowableValues = {"setup", "update", "adjustment"}) String type,
    @Schema(
            allowableValues = {
              "draft",
              "tiers_setup",
              "inquiring",
              "pending",
              "approved",
              "failed"
            })
        String status,
    TierConfigurationView configuration,
    @Schema(description = "Of a tier 1: the tier 2 that must be set up first")
        @Nullable TierConfigurationView parentConfiguration,
    @Nullable Reference previousApprovedRequest,
    @Schema(description = "What this request brings; what holds already is in the configuration")
        List<ParamView> params,
    @Nullable Assignee assignee,
    TierConfigurationView.@Nullable Template template,
    @Nullable ActivationView activation,
    @Schema(description = "Why it failed") @Nullable String reason,
    @Schema(description = "The vendor's remark") @Nullable String notes,
    @Schema(allowableValues = {"production", "test", "preview"}) String environment,
    @Schema(description = "From when an approval holds", example = "2026-12-01T00:00:00+00:00")
        @Nullable String effectiveDate,
    TierConfigurationView.Tiers tiers,
    Events events,
    @Schema(
            description = "In the answer to a setup: what was not done as it was written",
            example = "[\"configuration.account: TA-6458-9737-0065 exists and is used as it is\"]")
        @Nullable List<String> warnings) {

  @Schema(name = "TierConfigurationRequestReference")
  record Reference(@Schema(example = "TCR-195-110-021-001") String id) {}

  @Schema(name = "Assignee")
  record Assignee(
      @Schema(example = "UR-276-377-545") String id, @Schema(example = "Mika Laine") String name) {}

  @Schema(name = "TierConfigurationRequestEvents")
  record Events(
      @Schema(ref = "#/components/schemas/EventStamp") Object created,
      @Schema(ref = "#/components/schemas/EventStamp") Object updated,
      @Schema(ref = "#/components/schemas/EventStamp") @Nullable Object inquired,
      @Schema(ref = "#/components/schemas/EventStamp") @Nullable Object pended,
      @Schema(ref = "#/components/schemas/EventStamp") @Nullable Object approved) {}

  /** What an approval answers: not the request (wire-format §5.2). */
  @Schema(name = "TierConfigurationApproval")
  record Approval(
      TierConfigurationView.Template template,
      @Schema(example = "2026-11-25T10:00:00+00:00") String effectiveDate) {}
}
