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

  /** Who has mended so many reads the text again anyway. */
  private static final int MOST_FAULTS = 20;

  private final List<Placeholder> found = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /** One pass: what follows is looked for once, however many openings stand before it. */
  private Placeholders(String text) {
    int from = text.indexOf(OPEN);
    int close = text.indexOf(CLOSE);
    while (from >= 0 && faults.size() < MOST_FAULTS) {
      int inside = from + OPEN.length();
      if (close >= 0 && close < inside) {
        close = text.indexOf(CLOSE, inside);
      }
      int next = text.indexOf(OPEN, inside);
      if (close < 0 || (next >= 0 && next < close)) {
        faults.add("The placeholder at %s has no end; write {{ name }}.".formatted(at(text, from)));
      } else {
        read(text, from, close);
      }
      from = next;
    }
  }

  private void read(String text, int from, int close) {
    String name = text.substring(from + OPEN.length(), close).strip();
    if (isName(name)) {
      found.add(new Placeholder(name, from, close + CLOSE.length()));
    } else {
      faults.add(
          "The placeholder at %s is no name; write {{ name }} with letters, digits, _ and -."
              .formatted(at(text, from)));
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
