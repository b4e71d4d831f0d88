package io.tierhub.web.parameter;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON Schema of a form, as it is answered. */
@Schema(name = "FormSchema")
record FormSchemaView(
    @JsonProperty("$schema")
        @Schema(name = "$schema", example = "https://json-schema.org/draft/2020-12/schema")
        String dialect,
    @JsonProperty("$id")
        @Schema(
            name = "$id",
            example = "/public/v1/products/PRD-276-377-545/parameters/schema?scope=tier1")
        String id,
    @Schema(example = "Parameters of PRD-276-377-545, tier1") String title,
    @Schema(example = "object") String type,
    @Schema(
            description = "A schema for each parameter, by its name",
            example =
                "{\"vat_number\": {\"title\": \"VAT number\", \"x-name\": \"vat_number\", \"x-type\":"
                    + " \"text\", \"x-phase\": \"ordering\", \"x-order\": 1, \"type\":"
                    + " \"string\", \"minLength\": 4, \"maxLength\": 20, \"pattern\": \"\\\\S\"}}")
        Map<String, Object> properties,
    @Schema(example = "[\"vat_number\"]") List<String> required,
    @JsonProperty("additionalProperties") @Schema(name = "additionalProperties", example = "false")
        boolean additionalProperties,
    @JsonProperty("allOf")
        @Schema(name = "allOf", description = "What depends on another parameter's value")
        @Nullable List<Map<String, Object>> allOf,
    @JsonProperty("x-layout")
        @Schema(
            name = "x-layout",
            description = "Headings and texts, which stand among the others by their `x-order`",
            example = "[]")
        List<Map<String, Object>> layout) {}
