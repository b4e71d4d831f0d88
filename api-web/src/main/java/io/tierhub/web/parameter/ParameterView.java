package io.tierhub.web.parameter;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.openapi.Seldom;
import io.tierhub.web.partner.EventsView;
import org.jspecify.annotations.Nullable;

/** A parameter as it is answered. */
@Schema(name = "Parameter")
record ParameterView(
    @Schema(example = "PRM-276-377-545-0008") String id,
    @Schema(example = "vat_number") String name,
    @Schema(example = "VAT number") String title,
    @Schema(example = "As the tax office writes it") String description,
    @Schema(example = "text") String type,
    @Schema(example = "tier1") String scope,
    @Schema(example = "ordering") String phase,
    @Schema(example = "Begins with the country") @Nullable String hint,
    @Schema(example = "ESB12345678") @Nullable String placeholder,
    @JsonProperty("default") @Schema(name = "default") @Seldom @Nullable DefaultView defaultValue,
    ConstraintsView constraints,
    @Schema(example = "80000") long position,
    EventsView events) {

  @Schema(name = "ParameterDefault", description = "Of addresses and phones")
  record DefaultView(
      @Schema(
              types = {"string", "null"},
              example = "ES")
          @Nullable String country) {}
}
