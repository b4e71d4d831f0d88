package io.tierhub.parameter;

import io.tierhub.parameter.Constraints.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a value of each type is, as JSON Schema says it. */
final class TypeSchemas {

  private static final String PROPERTIES = "properties";
  private static final String REQUIRED = "required";
  private static final String PATTERN = "pattern";
  private static final String TYPE = "type";
  private static final String STRING = "string";
  private static final String SOMETHING = "\\S";

  private TypeSchemas() {}

  static Map<String, Object> of(ParameterDefinition definition) {
    Constraints constraints = definition.constraints();
    return switch (definition.type()) {
      case TEXT -> text(constraints, TextRules.LONGEST_TEXT);
      case PASSWORD -> {
        Map<String, Object> secret = text(constraints, TextRules.LONGEST_PASSWORD);
        secret.put("format", "password");
        secret.put("writeOnly", true);
        yield secret;
      }
      case EMAIL -> formatted("email", TextRules.LONGEST_EMAIL, "^[^@\\s]+@[^@\\s]+$");
      case URL -> formatted("uri", TextRules.LONGEST_URL, "^[hH][tT][tT][pP][sS]?://[^/?#\\s]");
      case DOMAIN -> hostname("^[^.\\s/@:?]+(\\.[^.\\s/@:?]+)+$");
      case SUBDOMAIN -> subdomain(constraints.choices());
      case DROPDOWN, CHOICE -> oneOf(constraints.choices());
      case CHECKBOX -> ticked(constraints.choices());
      case ADDRESS -> address(definition);
      case PHONE -> phone(definition);
      case OBJECT -> typed("object");
      case HEADING, CONTENT -> Map.of();
    };
  }

  /** What makes it count as filled in. */
  static Map<String, Object> filled(ParameterDefinition definition) {
    return switch (definition.type()) {
      case TEXT, PASSWORD -> Map.of(PATTERN, SOMETHING);
      case CHECKBOX ->
          anyTicked(definition.constraints().choices().stream().map(Choice::value).toList());
      case OBJECT -> Map.of("minProperties", 1);
      case DROPDOWN, EMAIL, SUBDOMAIN, DOMAIN, ADDRESS, PHONE, URL, CHOICE, HEADING, CONTENT ->
          Map.of();
    };
  }

  static Map<String, Object> anyTicked(List<String> values) {
    return Map.of(
        "anyOf",
        values.stream()
            .map(value ->
                Map.of(PROPERTIES, Map.of(value, Map.of("const", true)), REQUIRED, List.of(value)))
            .toList());
  }

  private static Map<String, Object> typed(String type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(TYPE, type);
    return schema;
  }

  private static Map<String, Object> text(Constraints constraints, int longest) {
    Map<String, Object> schema = typed(STRING);
    Integer min = constraints.minLength();
    Integer max = constraints.maxLength();
    schema.put("minLength", min == null ? 0 : min);
    schema.put("maxLength", max == null ? longest : max);
    return schema;
  }

  private static Map<String, Object> formatted(String format, int longest, String pattern) {
    Map<String, Object> schema = typed(STRING);
    schema.put("format", format);
    schema.put("maxLength", longest);
    schema.put(PATTERN, pattern);
    return schema;
  }

  /** Not of the format {@code idn-hostname}, by which upper case is wrong. */
  private static Map<String, Object> hostname(String pattern) {
    Map<String, Object> schema = typed(STRING);
    schema.put("x-format", "hostname");
    schema.put("maxLength", DomainName.LONGEST);
    schema.put(PATTERN, pattern);
    return schema;
  }

  private static Map<String, Object> subdomain(List<Choice> domains) {
    if (domains.isEmpty()) {
      return hostname("^[^\\s/@:?]+$");
    }
    List<String> endings = domains.stream().map(d -> inAnyCase(d.value())).toList();
    Map<String, Object> schema =
        hostname("^[^.\\s/@:?]+(\\.[^.\\s/@:?]+)*\\.(" + String.join("|", endings) + ")$");
    schema.put("x-domains", domains.stream().map(Choice::value).toList());
    return schema;
  }

  /** JSON Schema's patterns have no flag that would let upper case pass for lower case. */
  private static String inAnyCase(String text) {
    StringBuilder pattern = new StringBuilder();
    for (char c : text.toCharArray()) {
      char lower = Character.toLowerCase(c);
      char upper = Character.toUpperCase(c);
      if (lower != upper) {
        pattern.append('[').append(lower).append(upper).append(']');
      } else {
        pattern.append(c == '.' ? "\\." : c);
      }
    }
    return pattern.toString();
  }

  private static Map<String, Object> oneOf(List<Choice> choices) {
    Map<String, Object> schema = typed(STRING);
    schema.put(
        "oneOf",
        choices.stream().map(c -> Map.of("const", c.value(), "title", c.label())).toList());
    choices.stream()
        .filter(Choice::byDefault)
        .findFirst()
        .ifPresent(c -> schema.put("default", c.value()));
    return schema;
  }

  private static Map<String, Object> ticked(List<Choice> choices) {
    Map<String, Object> boxes = new LinkedHashMap<>();
    for (Choice choice : choices) {
      Map<String, Object> box = typed("boolean");
      box.put("title", choice.label());
      box.put("default", choice.byDefault());
      boxes.put(choice.value(), box);
    }
    Map<String, Object> schema = typed("object");
    schema.put(PROPERTIES, boxes);
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> address(ParameterDefinition definition) {
    Map<String, Object> parts = new LinkedHashMap<>();
    for (String name : TreeRules.ADDRESS) {
      parts.put(name, part(TreeRules.longestOfAddress(name)));
    }
    for (String name : TreeRules.NEEDED_OF_ADDRESS) {
      Map<String, Object> needed = part(TreeRules.longestOfAddress(name));
      needed.put(PATTERN, SOMETHING);
      parts.put(name, needed);
    }
    Map<String, Object> country = typed(STRING);
    country.put("x-format", "country");
    country.put(PATTERN, countries());
    country(definition).ifPresent(code -> country.put("default", code));
    parts.put("country", country);
    Map<String, Object> schema = typed("object");
    schema.put(PROPERTIES, parts);
    schema.put(REQUIRED, TreeRules.NEEDED_OF_ADDRESS);
    return schema;
  }

  private static String countries() {
    return "^("
        + String.join(
            "|", TreeRules.COUNTRIES.stream().sorted().map(TypeSchemas::inAnyCase).toList())
        + ")$";
  }

  private static Map<String, Object> phone(ParameterDefinition definition) {
    Map<String, Object> parts = new LinkedHashMap<>();
    TreeRules.PHONE.forEach(name -> parts.put(name, part(TreeRules.LONGEST_PHONE_PART)));
    Map<String, Object> country = part(TreeRules.LONGEST_PHONE_PART);
    country.put(PATTERN, "^(\\+?[0-9]{1,3})?$");
    parts.put("country_code", country);
    Map<String, Object> number = part(TreeRules.LONGEST_PHONE_PART);
    number.put(PATTERN, "[0-9]");
    parts.put("phone_number", number);
    Map<String, Object> schema = typed("object");
    schema.put(PROPERTIES, parts);
    schema.put(REQUIRED, List.of("phone_number"));
    country(definition).ifPresent(code -> schema.put("x-country", code));
    return schema;
  }

  private static Optional<String> country(ParameterDefinition definition) {
    Map<String, Object> begin = definition.defaultValue();
    return begin != null && begin.get("country") instanceof String code
        ? Optional.of(code.toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  private static Map<String, Object> part(int longest) {
    Map<String, Object> part = typed(STRING);
    part.put("maxLength", longest);
    return part;
  }
}
