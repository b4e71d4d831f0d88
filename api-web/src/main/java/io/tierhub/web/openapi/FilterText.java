package io.tierhub.web.openapi;

import io.tierhub.kernel.Lifecycle;
import io.tierhub.query.Field;
import io.tierhub.query.Field.Lookup;
import io.tierhub.query.FieldSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The one table of filters in words, for the description and for the docs. */
final class FilterText {

  private FilterText() {}

  /** The fields that an enum lists. */
  static List<Field> fields(Class<? extends Field> table) {
    return List.<Field>of(table.getEnumConstants());
  }

  /** All that one line can say of a filter. */
  static String line(FieldSpec field) {
    List<String> facts = new ArrayList<>();
    facts.add(kind(field));
    facts.add("lookups " + lookups(field.lookups()));
    if (field.zeroId() != null) {
      facts.add("`" + field.zeroId() + "` means none");
    }
    if (!field.aliases().isEmpty()) {
      facts.add("also called " + quoted(field.aliases()));
    }
    return String.join("; ", facts);
  }

  static String kind(FieldSpec field) {
    return switch (field.type()) {
      case TEXT -> "Text";
      case WHOLE_NUMBER -> "Whole number";
      case MOMENT -> "Day or moment, ISO 8601";
      case TRUTH -> "`true` or `false`";
      case CHOICE -> "One of " + quoted(field.words());
      case WORDS -> "Any of " + quoted(field.words());
    };
  }

  /** In the order of the language, whatever order the set has. */
  static String lookups(Set<Lookup> lookups) {
    return Arrays.stream(Lookup.values())
        .filter(lookups::contains)
        .map(lookup -> "`" + Lifecycle.wire(lookup) + "`")
        .collect(Collectors.joining(" "));
  }

  /** Which lookups go with which properties, as a table in Markdown. */
  static String table(List<Field> fields) {
    Map<String, List<String>> paths = new LinkedHashMap<>();
    for (Field field : fields) {
      paths
          .computeIfAbsent(lookups(field.spec().lookups()), lookups -> new ArrayList<>())
          .add(field.path());
    }
    StringBuilder table = new StringBuilder("| lookups | properties |\n|---|---|\n");
    paths.forEach(
        (lookups, names) -> table.append("| %s | %s |\n".formatted(lookups, quoted(names))));
    return table.toString();
  }

  static List<String> ordered(List<Field> fields) {
    return fields.stream().filter(field -> field.spec().ordered()).map(Field::path).toList();
  }

  static List<String> searched(List<Field> fields) {
    return fields.stream().filter(field -> field.spec().searched()).map(Field::path).toList();
  }

  static String quoted(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
