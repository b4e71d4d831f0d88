package io.tierhub.web.parameter;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.wire.Chars;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parameter as it is sent. What fits together is judged by the domain. */
@Schema(
    name = "ParameterWrite",
    requiredProperties = {"name", "title", "type", "scope", "phase"})
record ParameterForm(
    @Chars(max = 100, required = true)
        @Schema(
            description = "Letters, digits, _ and -; unique in the product",
            example = "vat_number")
        @Nullable String name,
    @Chars(max = 255, required = true) @Schema(example = "VAT number") @Nullable String title,
    @Chars(max = 4000) @Schema(example = "As the tax office writes it")
        @Nullable String description,
    @NotNull(message = REQUIRED) @Pattern(regexp = TYPES, message = ONE_OF_TYPES) @Schema(
            allowableValues = {
              "text", "dropdown", "password", "email", "checkbox", "subdomain", "domain",
              "address", "phone", "object", "url", "choice", "heading", "content"
            })
        @Nullable String type,
    @NotNull(message = REQUIRED) @Pattern(regexp = SCOPES, message = ONE_OF_SCOPES) @Schema(
            description =
                "The first three are of ordering and fulfillment, the others of" + " configuration",
            allowableValues = {
              "asset",
              "tier1",
              "tier2",
              "product",
              "item",
              "marketplace",
              "item_marketplace"
            })
        @Nullable String scope,
    @NotNull(message = REQUIRED) @Pattern(regexp = PHASES, message = ONE_OF_PHASES) @Schema(
            description =
                "Who orders fills in ordering parameters, the vendor fulfillment" + " parameters",
            allowableValues = {"ordering", "fulfillment", "configuration"})
        @Nullable String phase,
    @Chars(max = 1000) @Schema(example = "Begins with the country") @Nullable String hint,
    @Chars(max = 1000) @Schema(example = "ESB12345678") @Nullable String placeholder,
    @JsonProperty("default")
        @Schema(
            name = "default",
            description = "Of addresses and phones: with which `country` forms begin")
        @Nullable Map<String, Object> defaultValue,
    @Valid @Nullable ConstraintsForm constraints,
    @Min(value = 0, message = POSITIONS) @Max(value = 4_294_967_295L, message = POSITIONS) @Schema(description = "Among the others; last when left out", example = "10000")
        @Nullable Long position) {

  private static final String REQUIRED = "This field is required.";
  private static final String TYPES =
      "text|dropdown|password|email|checkbox|subdomain|domain|address|phone|object|url|choice"
          + "|heading|content";
  private static final String ONE_OF_TYPES =
      "Use text, dropdown, password, email, checkbox, subdomain, domain, address, phone, object,"
          + " url, choice, heading or content.";
  private static final String SCOPES =
      "asset|tier1|tier2|product|item|marketplace|item_marketplace";
  private static final String ONE_OF_SCOPES =
      "Use asset, tier1, tier2, product, item, marketplace or item_marketplace.";
  private static final String PHASES = "ordering|fulfillment|configuration";
  private static final String ONE_OF_PHASES = "Use ordering, fulfillment or configuration.";
  private static final String POSITIONS = "Use a number from 0 to 4294967295.";
}
