package io.tierhub.persistence.parameter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tierhub.parameter.Constraints.Choice;
import io.tierhub.parameter.ConstraintsOverride;
import io.tierhub.parameter.ParameterValue;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.parameter.StructuredError;
import io.tierhub.persistence.read.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is held for parameters, as a column keeps it: a JSON object of the parameters' names, in
 * which only what is said is written, in the words of the wire.
 */
@Component
public class ParamsJson {

  private static final TypeReference<LinkedHashMap<String, Kept>> BY_NAME =
      new TypeReference<>() {};

  private final JsonMapper json =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  /** What is written of no values. */
  static final String NOTHING = "{}";

  /** Who reads, and therefore how much is written of each parameter (wire-format §4.3). */
  public enum Flavour {
    /** With {@code name} beside {@code id}, as assets and orders have it. */
    ASSET,
    /** As tier configurations and their requests have it. */
    TIER
  }

  public String write(ParameterValues values) {
    Map<String, Kept> byName = new LinkedHashMap<>();
    values.all().forEach(value -> byName.put(value.name(), Kept.of(value)));
    return json.writeValueAsString(byName);
  }

  public ParameterValues read(String text) {
    return ParameterValues.of(
        json.readValue(text, BY_NAME).entrySet().stream()
            .map(entry -> entry.getValue().value(entry.getKey()))
            .toList());
  }

  /**
   * The wire's array of params: every definition in its order, with its value if it has one. Values
   * of parameters that the product no longer has are not shown.
   *
   * @param definitions the column {@code parameter_set.definitions}; may be null
   * @param values a column in which {@link #write} wrote; may be null
   * @param seesSecrets an expression, true if the reader is the product's vendor: passwords are
   *     write-only for everybody else, and are left out
   */
  public static Shape.Member params(
      String name, String definitions, String values, String seesSecrets, Flavour flavour) {
    return params(name, definitions, values, seesSecrets, flavour, "null::text[]");
  }

  /**
   * The same of some parameters only.
   *
   * @param names an expression of type {@code text[]}: the names of these; all if it is null
   */
  public static Shape.Member params(
      String name,
      String definitions,
      String values,
      String seesSecrets,
      Flavour flavour,
      String names) {
    ParamsWriter writer = new ParamsWriter(name, flavour);
    return Shape.cells(
        name, Stream.of(definitions, values, seesSecrets, names).toList(), writer::write);
  }

  private record Kept(
      @Nullable String value,
      @Nullable Map<String, Object> structuredValue,
      @Nullable String valueError,
      @Nullable KeptError structuredError,
      @Nullable KeptConstraints constraints) {

    static Kept of(ParameterValue value) {
      return new Kept(
          value.value(),
          value.structuredValue(),
          value.valueError().isEmpty() ? null : value.valueError(),
          KeptError.of(value.structuredError()),
          KeptConstraints.of(value.constraints()));
    }

    ParameterValue value(String name) {
      return new ParameterValue(
          name,
          value,
          structuredValue,
          Objects.requireNonNullElse(valueError, ""),
          structuredError == null ? null : structuredError.error(),
          constraints == null ? null : constraints.override());
    }
  }

  private record KeptError(KeptMessage message, Map<String, Object> context) {

    static @Nullable KeptError of(@Nullable StructuredError error) {
      return error == null
          ? null
          : new KeptError(
              new KeptMessage(error.messageId(), error.externalId(), error.text()),
              error.context());
    }

    StructuredError error() {
      return new StructuredError(message.id(), message.externalId(), message.value(), context);
    }
  }

  private record KeptMessage(
      @Nullable String id, @Nullable String externalId, @Nullable String value) {}

  private record KeptConstraints(
      @Nullable Boolean hidden,
      @Nullable Boolean readonly,
      @Nullable Boolean required,
      @Nullable List<KeptChoice> choices,
      @Nullable Map<String, Object> meta) {

    static @Nullable KeptConstraints of(@Nullable ConstraintsOverride of) {
      if (of == null) {
        return null;
      }
      List<Choice> choices = of.choices();
      return new KeptConstraints(
          of.hidden(),
          of.readonly(),
          of.required(),
          choices == null ? null : choices.stream().map(KeptChoice::of).toList(),
          of.meta());
    }

    ConstraintsOverride override() {
      return new ConstraintsOverride(
          hidden,
          readonly,
          required,
          choices == null ? null : choices.stream().map(KeptChoice::choice).toList(),
          meta);
    }
  }

  private record KeptChoice(
      String value, String label, @JsonProperty("default") @Nullable Boolean byDefault) {

    static KeptChoice of(Choice choice) {
      return new KeptChoice(choice.value(), choice.label(), choice.byDefault() ? true : null);
    }

    Choice choice() {
      return new Choice(value, label, Boolean.TRUE.equals(byDefault));
    }
  }
}
