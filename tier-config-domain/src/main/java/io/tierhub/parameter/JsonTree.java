package io.tierhub.parameter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON as plain maps, lists, texts, numbers, truths and nulls. */
final class JsonTree {

  private static final int DEEPEST = 10;

  private JsonTree() {}

  /** The same tree, which nobody can change and which keeps its order. */
  static Map<String, Object> copy(Map<String, Object> object) {
    Map<String, Object> copy = new LinkedHashMap<>();
    object.forEach((name, value) -> copy.put(name, copyOf(value)));
    return Collections.unmodifiableMap(copy);
  }

  /** An object of one member. */
  static Map<String, Object> of(String name, @Nullable Object value) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(Collections.singletonMap(name, value)));
  }

  // What NullAway cannot know: values may be null, as JSON's are.
  @SuppressWarnings("NullAway")
  private static Object copyOf(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> object -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        object.forEach((name, member) -> copy.put(String.valueOf(name), copyOf(member)));
        yield Collections.unmodifiableMap(copy);
      }
      case List<?> array -> {
        List<Object> copy = new ArrayList<>();
        array.forEach(element -> copy.add(copyOf(element)));
        yield Collections.unmodifiableList(copy);
      }
      case null, default -> value;
    };
  }

  /**
   * What is wrong with a tree that is to be kept.
   *
   * @param most how many characters its text may have
   */
  static Optional<String> fault(Map<String, Object> object, int most) {
    if (isDeeper(object, DEEPEST)) {
      return Optional.of("This is nested too deep; " + DEEPEST + " levels are the most.");
    }
    String text = text(object);
    if (text.length() > most) {
      return Optional.of(
          "Ensure this has no more than %d characters as JSON (it has %d)."
              .formatted(most, text.length()));
    }
    return hasStrangeText(object)
        ? Optional.of("A text in this has a character that no text may have.")
        : Optional.empty();
  }

  private static boolean isDeeper(@Nullable Object value, int than) {
    return switch (value) {
      case Map<?, ?> object ->
          than == 0 || object.values().stream().anyMatch(member -> isDeeper(member, than - 1));
      case List<?> array -> than == 0 || array.stream().anyMatch(e -> isDeeper(e, than - 1));
      case null, default -> false;
    };
  }

  private static boolean hasStrangeText(@Nullable Object value) {
    return switch (value) {
      case String text -> Texts.isStrange(text);
      case Map<?, ?> object ->
          object.entrySet().stream()
              .anyMatch(e -> hasStrangeText(e.getKey()) || hasStrangeText(e.getValue()));
      case List<?> array -> array.stream().anyMatch(JsonTree::hasStrangeText);
      case null, default -> false;
    };
  }

  /** The tree as JSON without blanks. */
  static String text(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    switch (value) {
      case null -> out.append("null");
      case String text -> writeText(text, out);
      case Map<?, ?> object -> {
        out.append('{');
        String comma = "";
        for (Map.Entry<?, ?> member : object.entrySet()) {
          out.append(comma);
          writeText(String.valueOf(member.getKey()), out);
          out.append(':');
          write(member.getValue(), out);
          comma = ",";
        }
        out.append('}');
      }
      case List<?> array -> {
        out.append('[');
        String comma = "";
        for (Object element : array) {
          out.append(comma);
          write(element, out);
          comma = ",";
        }
        out.append(']');
      }
      default -> out.append(value);
    }
  }

  private static void writeText(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
