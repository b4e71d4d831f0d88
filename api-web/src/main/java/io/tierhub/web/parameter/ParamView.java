package io.tierhub.web.parameter;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.openapi.Seldom;
import io.tierhub.web.partner.EventsView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parameter with what is held for it, as it is answered. What nothing is held for has no {@code
 * value} and no {@code value_error} (wire-format §4.3).
 */
@Schema(name = "Param")
public record ParamView(
    @Schema(description = "The parameter's name", example = "vat_number") String id,
    @Schema(description = "The same, in assets only") @Seldom @Nullable String name,
    @Schema(example = "VAT number") String title,
    @Schema(example = "As the tax office writes it") String description,
    @Schema(example = "text") String type,
    @Schema(example = "tier1") String scope,
    @Schema(example = "ordering") String phase,
    @Nullable String hint,
    @Nullable String placeholder,
    List<OfferView> valueChoices,
    ConstraintsView constraints,
    @Schema(
            description = "Left out of passwords, but for the product's vendor",
            example = "ESB12345678")
        @Nullable String value,
    @Schema(description = "Empty if nothing is wrong", example = "") @Nullable String valueError,
    @Schema(description = "Of addresses, phones, checkboxes and objects; `value` is its text")
        @Seldom
        @Nullable Map<String, Object> structuredValue,
    @Seldom @Nullable StructuredErrorView structuredError,
    @Seldom @Schema(description = "Of configured values only: when they were set")
        @Nullable EventsView events) {

  @Schema(name = "ParamOffer")
  record OfferView(
      @Schema(example = "mail") String value, @Schema(example = "By e-mail") String label) {}

  @Schema(name = "ParamError", description = "What is wrong, by a message of the product")
  record StructuredErrorView(MessageView message, Map<String, Object> context) {}

  @Schema(name = "ParamErrorMessage")
  record MessageView(
      @Schema(example = "PRDMSG-276-377-545-0001") @Nullable String id,
      @Schema(example = "vat-unknown") @Nullable String externalId,
      @Schema(example = "The tax office does not know this number.") @Nullable String value) {}
}
