package io.tierhub.web.parameter;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.wire.Chars;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is sent for one parameter (wire-format §5.2). A member that is absent says nothing; one that
 * is null or empty takes away.
 */
@Schema(name = "ParamWrite", requiredProperties = "id")
public record ParamForm(
    @Chars(max = 255, required = true)
        @Schema(description = "The parameter's name", example = "partner_id")
        @Nullable String id,
    @Schema(implementation = String.class, example = "P-4711") @Nullable JsonNode value,
    @Schema(
            implementation = Object.class,
            description = "Instead of `value`, for addresses, phones, checkboxes and objects")
        @Nullable JsonNode structuredValue,
    @Schema(
            description = "Vendors only: what is wrong with the value; `\"\"` takes it away",
            example = "")
        @Nullable String valueError,
    @Schema(
            implementation = Object.class,
            description =
                "Vendors only: the same by one of the product's messages,"
                    + " `{\"message\": {\"id\"}, \"context\": {}}`")
        @Nullable JsonNode structuredError,
    @Schema(
            implementation = Object.class,
            description =
                "Vendors only: `hidden`, `readonly`, `required`, `choices` and `meta` of this"
                    + " parameter in this request")
        @Nullable JsonNode constraints) {}
