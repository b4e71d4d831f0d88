package io.tierhub.parameter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an asset, a tier configuration or a request holds for one parameter.
 *
 * @param value the value's text; none when nothing is filled in
 * @param structuredValue the value of a structured type, of which {@code value} is the text
 * @param valueError what the vendor finds wrong with it, or {@code ""}
 * @param constraints what the vendor says of this parameter in this request
 */
public record ParameterValue(
    String name,
    @Nullable String value,
    @Nullable Map<String, Object> structuredValue,
    String valueError,
    @Nullable StructuredError structuredError,
    @Nullable ConstraintsOverride constraints) {

  public ParameterValue {
    structuredValue = structuredValue == null ? null : JsonTree.copy(structuredValue);
  }

  public static ParameterValue none(String name) {
    return new ParameterValue(name, null, null, "", null, null);
  }

  public static ParameterValue of(String name, String value) {
    return none(name).holding(value, null);
  }

  /** Another value, with the same error and constraints. */
  public ParameterValue holding(
      @Nullable String other, @Nullable Map<String, Object> otherStructured) {
    return new ParameterValue(
        name, other, otherStructured, valueError, structuredError, constraints);
  }

  public ParameterValue withError(String error, @Nullable StructuredError structured) {
    return new ParameterValue(name, value, structuredValue, error, structured, constraints);
  }

  public ParameterValue withConstraints(@Nullable ConstraintsOverride override) {
    return new ParameterValue(name, value, structuredValue, valueError, structuredError, override);
  }

  public boolean isFilled() {
    return value != null && !value.isEmpty();
  }

  public boolean hasError() {
    return !valueError.isEmpty() || structuredError != null;
  }

  /** Whether nothing is said here that is not said by leaving it out. */
  public boolean saysNothing() {
    return !isFilled() && !hasError() && constraints == null;
  }

  /** Without the value, which may be a secret, for this may come into a log. */
  @Override
  public String toString() {
    return name + (isFilled() ? " (filled)" : " (empty)");
  }
}
