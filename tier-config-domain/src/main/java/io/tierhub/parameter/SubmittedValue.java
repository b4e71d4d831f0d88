package io.tierhub.parameter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sent for one parameter.
 *
 * @param name the parameter's
 * @param hasValue whether {@code value} was sent at all, be it null
 * @param bare whether {@code value} was sent where an object belongs: clients send what looks like
 *     a number, or as true, so
 * @param hasStructured whether {@code structured} was sent at all, be it null
 * @param valueError null if nothing was said of it; {@code ""} takes it away
 * @param structuredError null if nothing was said of it
 * @param constraints null if nothing was said of them
 * @param pointer where it stands in the body: {@code /params/0}
 */
public record SubmittedValue(
    String name,
    boolean hasValue,
    @Nullable String value,
    boolean bare,
    boolean hasStructured,
    @Nullable Map<String, Object> structured,
    @Nullable String valueError,
    @Nullable StructuredError structuredError,
    @Nullable ConstraintsOverride constraints,
    String pointer) {

  public static SubmittedValue of(String name, @Nullable String value, String pointer) {
    return new SubmittedValue(name, true, value, false, false, null, null, null, null, pointer);
  }

  public static SubmittedValue structured(
      String name, Map<String, Object> structured, String pointer) {
    return new SubmittedValue(
        name, false, null, false, true, structured, null, null, null, pointer);
  }

  /** A text that was sent as {@code structured_value}. */
  public static SubmittedValue bare(String name, String value, String pointer) {
    return new SubmittedValue(name, true, value, true, false, null, null, null, null, pointer);
  }

  /** Names a parameter and says nothing of it. */
  public static SubmittedValue nothing(String name, String pointer) {
    return new SubmittedValue(name, false, null, false, false, null, null, null, null, pointer);
  }

  /** Only the value: what is said by somebody who may not find errors or bend constraints. */
  public SubmittedValue valueOnly() {
    return new SubmittedValue(
        name, hasValue, value, bare, hasStructured, structured, null, null, null, pointer);
  }

  /** The same, called by its name. */
  public SubmittedValue called(String byName) {
    return new SubmittedValue(
        byName,
        hasValue,
        value,
        bare,
        hasStructured,
        structured,
        valueError,
        structuredError,
        constraints,
        pointer);
  }

  /** The same with another error. */
  public SubmittedValue withStructuredError(StructuredError other) {
    return new SubmittedValue(
        name,
        hasValue,
        value,
        bare,
        hasStructured,
        structured,
        valueError,
        other,
        constraints,
        pointer);
  }

  /** Whether anything is said of the value, be it that there is none. */
  boolean speaksOfValue() {
    return hasValue || hasStructured;
  }

  /** Whether no value is sent; blanks are none. */
  public boolean isEmpty() {
    return !hasText() && !hasTree();
  }

  /** The member in which the text stands. */
  String textMember() {
    return bare ? "structured_value" : "value";
  }

  boolean hasText() {
    return value != null && !value.isBlank();
  }

  boolean hasTree() {
    return structured != null && !structured.isEmpty();
  }

  /** Without the value, which may be a secret, for this may come into a log. */
  @Override
  public String toString() {
    return name + " at " + pointer;
  }
}
