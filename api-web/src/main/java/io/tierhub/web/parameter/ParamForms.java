package io.tierhub.web.parameter;

import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.parameter.Constraints.Choice;
import io.tierhub.parameter.ConstraintsOverride;
import io.tierhub.parameter.StructuredError;
import io.tierhub.parameter.SubmittedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what was sent for parameters into the words of the domain. */
public final class ParamForms {

  private ParamForms() {}

  /**
   * @param forms null if the list was not sent
   * @param at where the list stands in the body
   * @throws Refused naming every member of a wrong type
   */
  public static List<SubmittedValue> read(@Nullable List<ParamForm> forms, String at) {
    if (forms == null) {
      return List.of();
    }
    Faults faults = new Faults();
    List<SubmittedValue> submitted = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      ParamForm form = forms.get(i);
      String pointer = at + "/" + i;
      faults.check(() -> submitted.add(read(form, pointer)));
    }
    faults.refuseIfAny();
    return submitted;
  }

  /**
   * @param pointer where it stands in the body
   * @throws Refused naming every member of a wrong type
   */
  public static SubmittedValue read(ParamForm form, String pointer) {
    Faults faults = new Faults();
    String value = text(form.value(), pointer + "/value", faults);
    JsonNode structured = form.structuredValue();
    String at = pointer + "/structured_value";
    String bareText = isBare(structured) ? text(structured, at, faults) : null;
    Map<String, Object> tree = isBare(structured) ? null : object(structured, at, faults);
    boolean bare = bareText != null && (value == null || value.isBlank());
    if (bareText != null && !bare && !bareText.equals(value)) {
      faults.add(Refusal.INVALID, at, "This is another value than `value`.");
    }
    StructuredError error = error(form.structuredError(), pointer + "/structured_error", faults);
    ConstraintsOverride constraints =
        constraints(form.constraints(), pointer + "/constraints", faults);
    faults.refuseIfAny();
    return new SubmittedValue(
        String.valueOf(form.id()),
        bare || form.value() != null,
        bare ? bareText : value,
        bare,
        structured != null && !isBare(structured) && !isEmptyText(structured),
        tree,
        form.valueError(),
        error,
        constraints,
        pointer);
  }

  /** A text, a number or a truth where an object belongs (wire-format §7). */
  private static boolean isBare(@Nullable JsonNode node) {
    return node != null
        && (node.isNumber() || node.isBoolean() || (node.isString() && !isEmptyText(node)));
  }

  private static @Nullable String text(@Nullable JsonNode node, String at, Faults faults) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (node.isString()) {
      return node.stringValue();
    }
    if (isBoundless(node)) {
      faults.add(Refusal.INVALID, at, "This number is too large; send it as a text.");
      return null;
    }
    if (node.isNumber() || node.isBoolean()) {
      return node.asString();
    }
    faults.add(
        Refusal.INVALID, at, "Expected a text; objects are sent in structured_value instead.");
    return null;
  }

  private static @Nullable Map<String, Object> object(
      @Nullable JsonNode node, String at, Faults faults) {
    // Connect answers "" for none, and clients send it back (wire-format §4.3).
    if (node == null || node.isNull() || isEmptyText(node)) {
      return null;
    }
    if (!node.isObject()) {
      faults.add(Refusal.INVALID, at, "Expected an object.");
      return null;
    }
    if (hasBoundless(node)) {
      faults.add(Refusal.INVALID, at, "A number in this is too large.");
      return null;
    }
    return tree(node);
  }

  private static boolean hasBoundless(JsonNode node) {
    return isBoundless(node) || node.valueStream().anyMatch(ParamForms::hasBoundless);
  }

  /** What was written as {@code 1e999} is read as infinite, and could not be written again. */
  private static boolean isBoundless(JsonNode node) {
    return node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue());
  }

  private static boolean isEmptyText(JsonNode node) {
    return node.isString() && node.stringValue().isBlank();
  }

  private static Map<String, Object> tree(JsonNode object) {
    Map<String, Object> tree = new LinkedHashMap<>();
    object
        .properties()
        .forEach(member -> {
          Object value = plain(member.getValue());
          if (value != null) {
            tree.put(member.getKey(), value);
          }
        });
    return tree;
  }

  /** As the domain has JSON: maps, lists, texts, numbers and truths; null is left out. */
  private static @Nullable Object plain(JsonNode node) {
    if (node.isObject()) {
      return tree(node);
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      for (JsonNode element : node) {
        Object value = plain(element);
        if (value != null) {
          list.add(value);
        }
      }
      return list;
    }
    if (node.isNumber()) {
      return node.numberValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isString() ? node.stringValue() : null;
  }

  private static @Nullable StructuredError error(
      @Nullable JsonNode node, String at, Faults faults) {
    Map<String, Object> error = object(node, at, faults);
    if (error == null || error.isEmpty()) {
      return null;
    }
    JsonNode message = node == null ? null : node.get("message");
    String id = message == null ? null : text(message.get("id"), at + "/message/id", faults);
    String externalId =
        message == null
            ? null
            : text(message.get("external_id"), at + "/message/external_id", faults);
    if (id == null && externalId == null) {
      faults.add(Refusal.INVALID, at + "/message", "Name the message by id or external_id.");
    }
    JsonNode context = node == null ? null : node.get("context");
    Map<String, Object> facts = object(context, at + "/context", faults);
    return new StructuredError(id, externalId, facts == null ? Map.of() : facts);
  }

  private static @Nullable ConstraintsOverride constraints(
      @Nullable JsonNode node, String at, Faults faults) {
    if (object(node, at, faults) == null || node == null) {
      return null;
    }
    return new ConstraintsOverride(
        truth(node.get("hidden"), at + "/hidden", faults),
        truth(node.get("readonly"), at + "/readonly", faults),
        truth(node.get("required"), at + "/required", faults),
        choices(node.get("choices"), at + "/choices", faults),
        object(node.get("meta"), at + "/meta", faults));
  }

  private static @Nullable Boolean truth(@Nullable JsonNode node, String at, Faults faults) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isBoolean()) {
      faults.add(Refusal.INVALID, at, "Expected true or false.");
      return null;
    }
    return node.booleanValue();
  }

  private static @Nullable List<Choice> choices(@Nullable JsonNode node, String at, Faults faults) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isArray()) {
      faults.add(Refusal.INVALID, at, "Expected an array.");
      return null;
    }
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      JsonNode choice = node.get(i);
      String pointer = at + "/" + i;
      String value = text(choice.get("value"), pointer + "/value", faults);
      String label = text(choice.get("label"), pointer + "/label", faults);
      if (value == null || value.isBlank()) {
        faults.add(Refusal.INVALID, pointer + "/value", "This field is required.");
        continue;
      }
      boolean byDefault =
          Boolean.TRUE.equals(truth(choice.get("default"), pointer + "/default", faults));
      choices.add(new Choice(value, label == null || label.isBlank() ? value : label, byDefault));
    }
    return choices;
  }
}
