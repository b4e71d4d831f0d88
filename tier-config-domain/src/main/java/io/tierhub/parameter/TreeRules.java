package io.tierhub.parameter;

import io.tierhub.parameter.Constraints.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges values that are objects, and makes the text that is shown for them. */
final class TreeRules {

  private static final int LONGEST_OBJECT = 20_000;
  static final int LONGEST_PHONE_PART = 25;
  static final List<String> PHONE =
      List.of("country_code", "area_code", "phone_number", "extension");
  static final List<String> ADDRESS =
      List.of("address_line1", "address_line2", "city", "state", "postal_code", "country");
  static final List<String> NEEDED_OF_ADDRESS = List.of("address_line1", "city", "country");
  static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private final ValueFormats formats;

  TreeRules(ValueFormats formats) {
    this.formats = formats;
  }

  Content judged(
      ParameterType type, Constraints constraints, Map<String, Object> tree, Place place) {
    return switch (type) {
      case CHECKBOX -> checkbox(constraints.choices(), tree, place);
      case ADDRESS -> address(tree, place);
      case PHONE -> phone(tree, place);
      case OBJECT -> object(tree, place);
      case TEXT, DROPDOWN, PASSWORD, EMAIL, SUBDOMAIN, DOMAIN, URL, CHOICE, HEADING, CONTENT ->
          throw new IllegalArgumentException("no tree: " + type);
    };
  }

  /** A structured value of which only a text is sent, as forms with one field do. */
  Content judgedText(ParameterType type, Constraints constraints, String text, Place place) {
    if (type == ParameterType.PHONE) {
      return wholePhone(text.strip(), place);
    }
    if (type == ParameterType.CHECKBOX) {
      Map<String, Object> ticked = new LinkedHashMap<>();
      Stream.of(text.split(",", -1)).forEach(value -> ticked.put(value.strip(), true));
      return checkbox(constraints.choices(), ticked, place);
    }
    place.fault("A parameter of type " + type.wire() + " takes an object as `structured_value`.");
    return Content.NONE;
  }

  /** Nothing ticked is nothing filled in: a required checkbox asks for a tick. */
  private static Content checkbox(List<Choice> choices, Map<String, Object> sent, Place place) {
    Map<String, Object> tree = new LinkedHashMap<>();
    choices.forEach(choice -> tree.put(choice.value(), false));
    sent.forEach((value, ticked) -> {
      if (!tree.containsKey(value)) {
        place.at(value).fault("There is no such choice; use " + Choice.named(choices) + ".");
      } else if (ticked instanceof Boolean) {
        tree.put(value, ticked);
      } else {
        place.at(value).fault("Use true or false.");
      }
    });
    String text =
        tree.entrySet().stream()
            .filter(choice -> Boolean.TRUE.equals(choice.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? Content.NONE : new Content(text, tree);
  }

  private static Content address(Map<String, Object> sent, Place place) {
    if (isSomethingElse(sent, ADDRESS, place)) {
      return Content.NONE;
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    ADDRESS.forEach(name -> tree.put(name, part(sent, name, longestOfAddress(name), place)));
    if (tree.values().stream().allMatch(""::equals)) {
      return Content.NONE;
    }
    NEEDED_OF_ADDRESS.stream()
        .filter(name -> "".equals(tree.get(name)))
        .forEach(name -> place.at(name).fault("This field may not be blank."));
    String country = said(tree, "country");
    if (!country.isEmpty() && !isCountry(country)) {
      place.at("country").fault("Use a country code of ISO 3166 such as US or es.");
    }
    String city = (said(tree, "postal_code") + " " + said(tree, "city")).strip();
    String text =
        Stream.of(
                said(tree, "address_line1"),
                said(tree, "address_line2"),
                city,
                said(tree, "state"),
                country)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return new Content(text, tree);
  }

  /** As long as an account's (wire-format §2.2). */
  static int longestOfAddress(String name) {
    return switch (name) {
      case "address_line1", "address_line2" -> 255;
      case "postal_code" -> 50;
      default -> 100;
    };
  }

  static boolean isCountry(String code) {
    return COUNTRIES.contains(code.toUpperCase(Locale.ROOT));
  }

  private Content phone(Map<String, Object> sent, Place place) {
    if (isSomethingElse(sent, PHONE, place)) {
      return Content.NONE;
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    PHONE.forEach(name -> tree.put(name, part(sent, name, LONGEST_PHONE_PART, place)));
    String country = said(tree, "country_code");
    String area = said(tree, "area_code");
    String number = said(tree, "phone_number");
    if ((area + number).isEmpty()) {
      return Content.NONE;
    }
    if (!country.isEmpty() && !formats.isCallingCode(country)) {
      place.at("country_code").fault("No country has this calling code.");
    } else if (!formats.isPhone(country, area, number)) {
      place.at("phone_number").fault("This is not a phone number.");
    }
    String extension = said(tree, "extension");
    String text = country + area + number;
    return new Content(extension.isEmpty() ? text : text + " ext. " + extension, tree);
  }

  /** A number that nobody took apart. */
  private Content wholePhone(String text, Place place) {
    if (place.fits(text, LONGEST_PHONE_PART) && !formats.isPhone("", "", text)) {
      place.fault("This is not a phone number.");
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    PHONE.forEach(name -> tree.put(name, name.equals("phone_number") ? text : ""));
    return new Content(text, tree);
  }

  private static Content object(Map<String, Object> tree, Place place) {
    Optional<String> fault = JsonTree.fault(tree, LONGEST_OBJECT);
    fault.ifPresent(place::fault);
    return fault.isPresent() ? Content.NONE : new Content(JsonTree.text(tree), tree);
  }

  /** Members that are not known are passed over, but not if there are no others. */
  private static boolean isSomethingElse(
      Map<String, Object> sent, List<String> parts, Place place) {
    boolean none = parts.stream().noneMatch(sent::containsKey);
    if (none) {
      place.fault("This has none of the parts " + String.join(", ", parts) + ".");
    }
    return none;
  }

  private static String part(Map<String, Object> sent, String name, int most, Place place) {
    String text =
        switch (sent.get(name)) {
          case null -> "";
          case String said -> said.strip();
          case Number said -> said.toString();
          default -> {
            place.at(name).fault("Expected a text.");
            yield "";
          }
        };
    return place.at(name).fits(text, most) ? text : "";
  }

  private static String said(Map<String, Object> tree, String name) {
    return String.valueOf(tree.getOrDefault(name, ""));
  }
}
