package io.tierhub.parameter;

import io.tierhub.parameter.Constraints.Choice;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Judges values that are texts. Nothing here looks at a text more often than a fixed number of
 * times, whatever it is.
 */
final class TextRules {

  static final int LONGEST_TEXT = 10_000;
  static final int LONGEST_PASSWORD = 1000;
  static final int LONGEST_EMAIL = 254;
  static final int LONGEST_URL = 2048;

  private final ValueFormats formats;

  TextRules(ValueFormats formats) {
    this.formats = formats;
  }

  Content judged(ParameterType type, Constraints constraints, String sent, Place place) {
    // Blanks around a password may be part of it.
    String text = type == ParameterType.PASSWORD ? sent : sent.strip();
    boolean fits =
        place.fits(text, longest(type, constraints))
            && switch (type) {
              case TEXT, PASSWORD -> isLongEnough(text, constraints, place);
              case EMAIL -> is(formats.isEmail(text), "Enter a valid e-mail address.", place);
              case URL ->
                  is(
                      DomainName.isUrl(text),
                      "Enter a web address that begins with https:// or http://.",
                      place);
              case DOMAIN ->
                  is(DomainName.isOne(text), "Enter the name of a domain, as example.com.", place);
              case SUBDOMAIN -> isSubdomain(text, constraints.choices(), place);
              case DROPDOWN, CHOICE ->
                  is(
                      constraints.choices().stream().anyMatch(c -> c.value().equals(text)),
                      "Use one of: " + Choice.named(constraints.choices()) + ".",
                      place);
              case CHECKBOX, ADDRESS, PHONE, OBJECT, HEADING, CONTENT ->
                  throw new IllegalArgumentException("no text: " + type);
            };
    return fits ? Content.of(text) : Content.NONE;
  }

  private static int longest(ParameterType type, Constraints constraints) {
    int most =
        switch (type) {
          case PASSWORD -> LONGEST_PASSWORD;
          case EMAIL -> LONGEST_EMAIL;
          case URL -> LONGEST_URL;
          case TEXT,
              DROPDOWN,
              CHECKBOX,
              SUBDOMAIN,
              DOMAIN,
              ADDRESS,
              PHONE,
              OBJECT,
              CHOICE,
              HEADING,
              CONTENT ->
              LONGEST_TEXT;
        };
    return Math.min(most, Objects.requireNonNullElse(constraints.maxLength(), most));
  }

  private static boolean isLongEnough(String text, Constraints constraints, Place place) {
    int min = Objects.requireNonNullElse(constraints.minLength(), 0);
    int length = Texts.length(text);
    return is(
        length >= min,
        "Ensure this field has at least %d characters (it has %d).".formatted(min, length),
        place);
  }

  private static boolean isSubdomain(String text, List<Choice> domains, Place place) {
    if (domains.isEmpty()) {
      return is(DomainName.areLabels(text), "Enter the name of a subdomain.", place);
    }
    String name = text.toLowerCase(Locale.ROOT);
    boolean isBelowOne =
        domains.stream().anyMatch(d -> name.endsWith("." + d.value().toLowerCase(Locale.ROOT)));
    List<Choice> ends = domains.stream().map(d -> Choice.of("." + d.value())).toList();
    return is(
        isBelowOne && DomainName.isOne(text),
        "Enter a name that ends in %s%s."
            .formatted(ends.size() == 1 ? "" : "one of: ", Choice.named(ends)),
        place);
  }

  private static boolean is(boolean right, String otherwise, Place place) {
    if (!right) {
      place.fault(otherwise);
    }
    return right;
  }
}
