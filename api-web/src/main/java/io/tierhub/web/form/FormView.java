package io.tierhub.web.form;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.inquiry.Form;
import io.tierhub.inquiry.FormField;
import io.tierhub.parameter.ConstraintsOverride;
import io.tierhub.parameter.ParameterDefinition;
import io.tierhub.parameter.ParameterType;
import io.tierhub.parameter.ParameterValue;
import io.tierhub.web.openapi.Seldom;
import io.tierhub.web.parameter.ConstraintsView;
import io.tierhub.web.wire.WireTimes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A form as programs read it. */
@Schema(name = "Form")
record FormView(
    @Schema(description = "What is answered by `pend`", example = "PR-1895-0864-1238-001")
        String request,
    @Schema(example = "Fjordline Backup") String product,
    @Schema(description = "Who is asked", example = "Bakeriet AS") String company,
    @Schema(description = "For whom: the distributor", example = "Alpine Distribution")
        String asker,
    @Schema(description = "When the form closes", example = "2026-12-28T10:00:00+00:00")
        String ends,
    @Schema(description = "In the order in which they are asked") List<Field> fields) {

  static FormView of(Form form) {
    return new FormView(
        form.request(),
        form.product(),
        form.company(),
        form.asker(),
        WireTimes.format(form.ends()),
        Stream.concat(form.fields().stream(), form.waiting().stream()).map(Field::of).toList());
  }

  @Schema(name = "FormField")
  record Field(
      @Schema(
              description = "How it is called in the answer: the parameter's name",
              example = "domain")
          String id,
      @Schema(description = "The same", example = "domain") String name,
      @Schema(example = "Domain") String title,
      @Schema(example = "Where your mailboxes will be") String description,
      @Schema(example = "domain") String type,
      @Nullable String hint,
      @Nullable String placeholder,
      @Schema(description = "What holds at the moment") ConstraintsView constraints,
      @JsonProperty("default")
          @Seldom
          @Schema(name = "default", description = "Of addresses and phones: with what to begin")
          @Nullable Map<String, Object> defaultValue,
      @Schema(description = "What is known already; never of passwords", example = "bakeri.example")
          @Nullable String value,
      @Seldom @Schema(description = "Of addresses, phones, checkboxes and objects")
          @Nullable Map<String, Object> structuredValue,
      @Seldom @Schema(description = "Of passwords: one is known, and stays if none is sent")
          @Nullable Boolean kept,
      @Schema(
              description = "What the vendor finds wrong with it, or empty",
              example = "Which one is it?")
          String valueError) {

    static Field of(FormField field) {
      ParameterDefinition definition = field.definition();
      ParameterValue held = field.held();
      boolean secret = definition.type() == ParameterType.PASSWORD;
      ConstraintsOverride bent = held.constraints();
      return new Field(
          definition.name(),
          definition.name(),
          definition.title(),
          Objects.requireNonNullElse(definition.description(), ""),
          definition.type().wire(),
          definition.hint(),
          definition.placeholder(),
          ConstraintsView.of(field.constraints(), bent == null ? null : bent.meta()),
          begin(definition),
          secret ? null : held.value(),
          secret ? null : held.structuredValue(),
          secret ? held.isFilled() : null,
          held.valueError());
    }

    private static @Nullable Map<String, Object> begin(ParameterDefinition definition) {
      Map<String, Object> begin = definition.defaultValue();
      return begin == null || begin.values().stream().allMatch(Objects::isNull) ? null : begin;
    }
  }
}
