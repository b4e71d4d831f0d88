package io.tierhub.parameter;

import io.tierhub.parameter.Constraints.Choice;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What choices a parameter can offer. */
final class ChoiceRules {

  private static final int MOST = 1000;
  private static final int LONGEST = 255;

  private ChoiceRules() {}

  static void check(ParameterType type, List<Choice> choices, Place place) {
    if (!type.hasChoices()) {
      if (!choices.isEmpty()) {
        place.fault("A parameter of type " + type.wire() + " has no choices.");
      }
      return;
    }
    if (choices.isEmpty() && type.needsChoices()) {
      place.fault("A parameter of type " + type.wire() + " needs choices.");
    }
    if (choices.size() > MOST) {
      place.fault("Ensure this has no more than " + MOST + " choices.");
      return;
    }
    Set<String> values = new HashSet<>();
    boolean hasDefault = false;
    for (int i = 0; i < choices.size(); i++) {
      Choice choice = choices.get(i);
      Place at = place.at(String.valueOf(i));
      at.at("label").fitsAndIsThere(choice.label(), LONGEST);
      if (at.at("value").fitsAndIsThere(choice.value(), LONGEST)) {
        if (!values.add(choice.value())) {
          at.at("value").fault("Another choice has this value.");
        }
        if (type == ParameterType.SUBDOMAIN && !DomainName.isOne(choice.value())) {
          at.at("value").fault("Use the name of a domain, as example.com.");
        }
      }
      if (choice.byDefault() && hasDefault && type != ParameterType.CHECKBOX) {
        at.at("default").fault("Only one choice can be the default.");
      }
      hasDefault |= choice.byDefault();
    }
  }
}
