package io.tierhub.filters;

import io.tierhub.query.Field;
import io.tierhub.query.Field.Lookup;
import io.tierhub.query.Field.Type;
import io.tierhub.query.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes filters that a list can read, in all forms that clients send. Not encoded. */
final class RandomExpressions {

  private static final int DEPTH = 3;
  private static final String NEEDS_QUOTES = "(),&|;=\"'";

  private final Random random;
  private final FilteredList list;

  RandomExpressions(long seed, FilteredList list) {
    this.random = new Random(seed);
    this.list = list;
  }

  String query() {
    String filters = joined(1 + random.nextInt(3), oneOf("&", ","), () -> term(DEPTH));
    List<? extends Field> searched =
        list.fields().stream().filter(field -> field.spec().searched()).toList();
    return searched.isEmpty() || random.nextInt(4) > 0
        ? filters
        : oneOf(
            "search=" + term(random(searched)),
            "search=" + term(random(searched)) + "&" + filters,
            filters + "&search=" + term(random(searched)));
  }

  /** Some of what is there, and now and then of what stands in two lines, or in two places. */
  private String term(Field field) {
    String text = mangled(text(field), true);
    int from = between(text, 0);
    String part = escaped(text.substring(from, between(text, from)));
    return switch (random.nextInt(6)) {
      case 0 -> quoted(escaped(text));
      case 1 -> quoted(part + "\n" + part);
      case 2 -> quoted(part.isEmpty() ? escaped(text) : part + "*" + part);
      default -> quoted(part);
    };
  }

  private String term(int depth) {
    if (depth == 0 || random.nextInt(100) < 45) {
      return comparison(random(list.fields()), "");
    }
    int some = 1 + random.nextInt(3);
    Supplier<String> inner = () -> term(depth - 1);
    return switch (random.nextInt(8)) {
      case 0 -> "and(" + joined(some, ",", inner) + ")";
      case 1 -> "or(" + joined(some, ",", inner) + ")";
      case 2, 3 -> "not(" + inner.get() + ")";
      case 4 -> "(" + joined(some, oneOf("|", ";"), inner) + ")";
      case 5 -> "(" + joined(some, "&", inner) + ")";
      case 6 -> "t(" + joined(some, ",", () -> comparison(random(list.fields()), "")) + ")";
      default -> tuple();
    };
  }

  /** {@code params=t(id=a,value=b)}: properties that begin alike. */
  private String tuple() {
    String path = random(list.fields()).path();
    int dot = path.lastIndexOf('.');
    if (dot < 0) {
      return "not(" + comparison(random(list.fields()), "") + ")";
    }
    String prefix = path.substring(0, dot + 1);
    List<Field> alike =
        list.fields().stream().filter(field -> field.path().startsWith(prefix)).toList();
    String inside = joined(1 + random.nextInt(2), ",", () -> comparison(random(alike), prefix));
    String name = prefix.substring(0, dot);
    return oneOf(
        "in(" + name + ",(t(" + inside + "),t(" + comparison(random(alike), prefix) + ")))",
        name + "=t(" + inside + ")",
        "ne(" + name + ",t(" + inside + "))",
        name + "=eq=t(" + inside + ")");
  }

  /**
   * @param prefix what stands before a tuple, and is not repeated in it
   */
  private String comparison(Field field, String prefix) {
    String name = prefix.isEmpty() ? nameOf(field) : field.path().substring(prefix.length());
    Lookup lookup = random(List.copyOf(new TreeSet<>(field.spec().lookups())));
    return switch (lookup) {
      case EQ -> equal(field, name);
      case NE -> withValue(field, name, "ne", null);
      case GT -> withValue(field, name, "gt", "gt");
      case GE ->
          field.supports(Lookup.LE) && random.nextInt(4) == 0
              ? "range(" + name + "," + literal(field) + "," + literal(field) + ")"
              : withValue(field, name, oneOf("ge", "gte"), "gte");
      case LT -> withValue(field, name, "lt", "lt");
      case LE -> withValue(field, name, oneOf("le", "lte"), "lte");
      case IN, OUT -> listing(field, name, lookup);
      case LIKE -> pattern(field, name, "");
      case ILIKE -> pattern(field, name, "i");
      case NULL -> absent(field, name);
    };
  }

  private String equal(Field field, String name) {
    if (field.spec().type() == Type.TEXT && random.nextInt(12) == 0) {
      return oneOf("eq", "ne") + "(" + name + ",empty())";
    }
    return random.nextBoolean()
        ? name + "=" + literal(field)
        : withValue(field, name, "eq", field.spec().type() == Type.MOMENT ? null : "exact");
  }

  private String withValue(Field field, String name, String operation, String ending) {
    String value = literal(field);
    return switch (random.nextInt(ending == null ? 2 : 3)) {
      case 0 -> operation + "(" + name + "," + value + ")";
      case 1 -> name + "=" + operation + "=" + value;
      default -> name + "__" + ending + "=" + value;
    };
  }

  private String listing(Field field, String name, Lookup lookup) {
    List<String> values =
        Stream.generate(() -> literal(field)).limit(1 + random.nextInt(3)).toList();
    List<String> some = new ArrayList<>(values);
    if (field.supports(Lookup.NULL) && random.nextInt(4) == 0) {
      some.add("null()");
    }
    String operation = lookup.name().toLowerCase(Locale.ROOT);
    String joined = String.join(",", some);
    if (lookup == Lookup.IN && random.nextInt(3) == 0) {
      return name + "__in=" + joined;
    }
    return random.nextBoolean()
        ? operation + "(" + name + ",(" + joined + "))"
        : name + "=" + operation + "=(" + joined + ")";
  }

  private String absent(Field field, String name) {
    String none = oneOf("null()", field.spec().zeroId() == null ? "null()" : field.spec().zeroId());
    return oneOf(
        "eq(" + name + "," + none + ")",
        "ne(" + name + "," + none + ")",
        name + "=" + none,
        name + "__isnull=" + oneOf("true", "True", "0", "false"));
  }

  private String pattern(Field field, String name, String insensitive) {
    String text = mangled(text(field), !insensitive.isEmpty());
    int from = between(text, 0);
    String part = text.substring(from, between(text, from));
    String operation = insensitive + "like";
    if (random.nextInt(3) == 0 && !part.isEmpty()) {
      String ending = oneOf("contains", "startswith", "endswith");
      return name + "__" + insensitive + ending + "=" + quoted(escaped(part));
    }
    String pattern =
        switch (random.nextInt(6)) {
          case 0 -> escaped(text);
          case 1 -> escaped(text.substring(0, between(text, 0))) + "*";
          case 2 -> "*" + escaped(text.substring(between(text, 0)));
          case 3 -> escaped(text.substring(0, from)) + "*" + escaped(text.substring(from));
          case 4 -> oneOf("*", manyStars(text));
          default -> part.isEmpty() ? "*" : "*" + escaped(part) + "*";
        };
    return random.nextBoolean()
        ? operation + "(" + name + "," + quoted(pattern) + ")"
        : name + "=" + operation + "=" + quoted(pattern);
  }

  private String manyStars(String text) {
    int second = between(text, 0);
    int third = between(text, second);
    return Stream.of(
            text.substring(0, second), text.substring(second, third), text.substring(third))
        .filter(piece -> !piece.isEmpty())
        .map(RandomExpressions::escaped)
        .collect(Collectors.joining("*", oneOf("*", ""), ""));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("*", "\\*");
  }

  /** Now and then with what means something in SQL's patterns, or in the other case. */
  private String mangled(String text, boolean otherCase) {
    StringBuilder mangled = new StringBuilder(otherCase ? flipped(text) : text);
    if (!text.isEmpty() && random.nextInt(3) == 0) {
      int at = between(text, 0);
      if (at < text.length() && !Character.isSurrogate(text.charAt(at))) {
        mangled.setCharAt(at, oneOf("_", "%", "\\").charAt(0));
      }
    }
    return mangled.toString();
  }

  private static String flipped(String text) {
    StringBuilder flipped = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
        .forEach(flipped::appendCodePoint);
    return flipped.toString();
  }

  /** A place in the text from there on, never within a surrogate pair. */
  private int between(String text, int from) {
    int at = from + random.nextInt(text.length() - from + 1);
    return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
  }

  private String literal(Field field) {
    return switch (field.spec().type()) {
      case TEXT -> quoted(text(field));
      case CHOICE, WORDS -> random(field.spec().words());
      case TRUTH -> oneOf("true", "false", "True", "False");
      case WHOLE_NUMBER -> number(field);
      case MOMENT -> moment(field);
    };
  }

  private String text(Field field) {
    List<Value> own = valuesOf(field);
    List<Value> others = valuesOf(random(list.fields()));
    List<Value> from = random.nextInt(8) == 0 ? others : own;
    return !from.isEmpty() && random(from) instanceof Value.Text(String text)
        ? text
        : oneOf("", "x", "%", "_", "\\", "TA-0000-0000-0000", "100%");
  }

  private String number(Field field) {
    List<Value> own = valuesOf(field);
    long number = !own.isEmpty() && random(own) instanceof Value.WholeNumber(long some) ? some : 1;
    return oneOf(
        String.valueOf(number),
        String.valueOf(number + 1),
        String.valueOf(number - 1),
        String.valueOf(Long.MAX_VALUE),
        String.valueOf(Long.MIN_VALUE),
        "2147483648",
        "-0");
  }

  private String moment(Field field) {
    List<Value> own = valuesOf(field);
    Instant at = own.isEmpty() ? Instant.EPOCH : ((Value.Moment) random(own)).at();
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    return switch (random.nextInt(8)) {
      case 0 -> at.toString();
      case 1 -> second.toString();
      case 2 -> at.plus(random.nextInt(3) - 1, ChronoUnit.MICROS).toString();
      case 3 -> second.plusSeconds(random.nextInt(3) - 1).toString();
      case 4 -> second.atOffset(ZoneOffset.ofHours(3)).toString();
      case 5 -> at.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(random.nextInt(2)).toString();
      case 6 ->
          oneOf(
              "2026-01-01T00:00:00.123456789Z",
              "0001-01-01",
              "9999-12-31",
              "9999-12-31T23:59:59.999999-18:00",
              "0000-01-01");
      default -> second.atOffset(ZoneOffset.UTC).toLocalDateTime().toString();
    };
  }

  private List<Value> valuesOf(Field field) {
    return list.rows().stream().flatMap(row -> row.of(field).stream()).toList();
  }

  private String quoted(String text) {
    boolean mustBe =
        text.isEmpty()
            || !text.equals(text.strip())
            || text.chars().anyMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0);
    if (!mustBe && random.nextInt(4) > 0) {
      return text;
    }
    String quote = text.contains("\"") ? "'" : "\"";
    return quote + text.replace(quote, "") + quote;
  }

  private String nameOf(Field field) {
    List<String> names = new ArrayList<>(field.spec().aliases());
    names.addAll(List.of(field.path(), field.path()));
    String name = random(names);
    return random.nextInt(3) == 0 ? name.replace(".", "__") : name;
  }

  private String joined(int number, String by, Supplier<String> each) {
    return Stream.generate(each).limit(number).collect(Collectors.joining(by));
  }

  private <T> T random(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String oneOf(String... words) {
    return words[random.nextInt(words.length)];
  }
}
