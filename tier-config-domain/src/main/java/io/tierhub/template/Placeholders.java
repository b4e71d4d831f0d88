package io.tierhub.template;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a template's text leaves room for values: <code>{{ name }}</code>. A name has letters,
 * digits, {@code _}, {@code -} and dots; whether there is such a parameter is asked only when the
 * text is filled in, since parameters come and go.
 */
public final class Placeholders {

  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";

  private final List<Placeholder> found = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private Placeholders(String text) {
    int from = text.indexOf(OPEN);
    while (from >= 0) {
      int close = text.indexOf(CLOSE, from + OPEN.length());
      int next = text.indexOf(OPEN, from + OPEN.length());
      if (close < 0 || (next >= 0 && next < close)) {
        faults.add("The placeholder at %s has no end; write {{ name }}.".formatted(at(text, from)));
        from = next;
        continue;
      }
      String name = text.substring(from + OPEN.length(), close).strip();
      if (isName(name)) {
        found.add(new Placeholder(name, from, close + CLOSE.length()));
      } else {
        faults.add(
            "The placeholder at %s is no name; write {{ name }} with letters, digits, _ and -."
                .formatted(at(text, from)));
      }
      from = text.indexOf(OPEN, close + CLOSE.length());
    }
  }

  public static Placeholders in(String text) {
    return new Placeholders(text);
  }

  /**
   * @param from where it begins in the text
   * @param to where the text goes on
   */
  public record Placeholder(String name, int from, int to) {}

  /** In the order of the text. */
  public List<Placeholder> all() {
    return List.copyOf(found);
  }

  /** What cannot be read, in words. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  private static boolean isName(String text) {
    return !text.isEmpty() && text.chars().allMatch(Placeholders::isOfName);
  }

  private static boolean isOfName(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-'
        || c == '.';
  }

  private static String at(String text, int offset) {
    String before = text.substring(0, offset);
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    return "line %d, column %d".formatted(line, offset - before.lastIndexOf('\n'));
  }
}
