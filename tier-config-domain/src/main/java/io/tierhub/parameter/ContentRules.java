package io.tierhub.parameter;

import java.util.Map;
import java.util.Objects;

/** Judges one value by its parameter's type, and brings it into the form that is kept and shown. */
final class ContentRules {

  private final TextRules texts;
  private final TreeRules trees;

  ContentRules(ValueFormats formats) {
    this.texts = new TextRules(formats);
    this.trees = new TreeRules(formats);
  }

  /**
   * @param held what is there so far, to know which of text and tree was changed
   * @param sent a value that is not empty
   * @return of no use if there are faults
   */
  Content judged(
      ParameterType type,
      Constraints constraints,
      ParameterValue held,
      SubmittedValue sent,
      Place place) {
    String text = Objects.requireNonNullElse(sent.value(), "");
    Map<String, Object> tree = Objects.requireNonNullElse(sent.structured(), Map.of());
    if (!type.holdsValue()) {
      place.fault("A parameter of type " + type.wire() + " holds no value.");
      return Content.NONE;
    }
    if (!type.isStructured()) {
      if (sent.hasTree()) {
        place
            .at("structured_value")
            .fault("A parameter of type " + type.wire() + " takes a text as `value`.");
        return Content.NONE;
      }
      return texts.judged(type, constraints, text, place.at(sent.textMember()));
    }
    // Who sends both has changed one of them; if both, the tree says more.
    boolean textIsMeant =
        !sent.hasTree() || (sent.hasText() && tree.equals(held.structuredValue()));
    return textIsMeant
        ? trees.judgedText(type, constraints, text, place.at(sent.textMember()))
        : trees.judged(type, constraints, tree, place.at("structured_value"));
  }
}
