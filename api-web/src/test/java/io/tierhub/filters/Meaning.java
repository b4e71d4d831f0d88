package io.tierhub.filters;

import io.tierhub.query.Field;
import io.tierhub.query.Filter;
import io.tierhub.query.Filter.Comparison;
import io.tierhub.query.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a filter means, said once more without a database: whether a row matches. */
final class Meaning {

  private Meaning() {}

  static boolean matches(Filter filter, Row row) {
    return switch (filter) {
      case Filter.All(var of) -> all(of, row);
      case Filter.Any(var of) -> of.stream().anyMatch(one -> matches(one, row));
      case Filter.Not(var of) -> !matches(of, row);
      case Filter.Compare(var field, var how, var with) when how == Comparison.NE ->
          row.of(field).stream().noneMatch(value -> compares(value, Comparison.EQ, with));
      case Filter.Absent(var field) when field.spec().type() == Field.Type.TRUTH ->
          row.of(field).contains(new Value.Truth(true));
      case Filter.Absent(var field) -> row.of(field).isEmpty();
      case Filter.Compare(var field, _, _) -> ofAny(filter, row.of(field));
      case Filter.OneOf(var field, _) -> ofAny(filter, row.of(field));
      case Filter.Like like -> ofAny(filter, row.of(like.field()));
    };
  }

  /** Conditions on the id and the value of a parameter are about the same parameter. */
  private static boolean all(List<Filter> parts, Row row) {
    Map<Field, Filter> ofOneParameter = new LinkedHashMap<>();
    boolean others = true;
    for (Filter part : parts) {
      Field field = fieldOf(part);
      boolean joins =
          field != null && Row.isOfMany(field) && ofOneParameter.putIfAbsent(field, part) == null;
      others &= joins || matches(part, row);
    }
    boolean together =
        ofOneParameter.isEmpty()
            || row.held().stream()
                .anyMatch(one ->
                    ofOneParameter.entrySet().stream()
                        .allMatch(each ->
                            one.containsKey(each.getKey())
                                && ofOne(each.getValue(), one.get(each.getKey()))));
    return others && together;
  }

  /** The property that any value of may fulfil the condition; null for other filters. */
  private static Field fieldOf(Filter filter) {
    return switch (filter) {
      case Filter.Compare(var field, var how, _) -> how == Comparison.NE ? null : field;
      case Filter.OneOf(var field, _) -> field;
      case Filter.Like like -> like.field();
      case Filter.All _, Filter.Any _, Filter.Not _, Filter.Absent _ -> null;
    };
  }

  private static boolean ofAny(Filter filter, List<Value> values) {
    return values.stream().anyMatch(value -> ofOne(filter, value));
  }

  private static boolean ofOne(Filter filter, Value value) {
    return switch (filter) {
      case Filter.Compare(_, var how, var with) -> compares(value, how, with);
      case Filter.OneOf(_, var with) ->
          with.stream().anyMatch(one -> compares(value, Comparison.EQ, one));
      case Filter.Like(_, var pieces, var caseSensitive) ->
          like(((Value.Text) value).text(), pieces, caseSensitive);
      default -> throw new IllegalArgumentException("not about one value: " + filter);
    };
  }

  private static boolean compares(Value value, Comparison how, Value with) {
    if (value instanceof Value.Moment(var at)
        && with instanceof Value.Moment(var asked)
        && how == Comparison.EQ
        && asked.getNano() == 0) {
      // What the wire shows is the second.
      return !at.isBefore(asked) && at.isBefore(asked.plus(Duration.ofSeconds(1)));
    }
    int order = order(value, with);
    return switch (how) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case GT -> order > 0;
      case GE -> order >= 0;
      case LT -> order < 0;
      case LE -> order <= 0;
    };
  }

  static int order(Value one, Value other) {
    return switch (one) {
      case Value.Text(var text) -> text.compareTo(((Value.Text) other).text());
      case Value.WholeNumber(var number) ->
          Long.compare(number, ((Value.WholeNumber) other).number());
      case Value.Moment(Instant at) -> at.compareTo(((Value.Moment) other).at());
      case Value.Truth(var is) -> Boolean.compare(is, ((Value.Truth) other).is());
    };
  }

  private static boolean like(String value, List<String> pieces, boolean caseSensitive) {
    String in = caseSensitive ? value : lower(value);
    List<String> wanted = caseSensitive ? pieces : pieces.stream().map(Meaning::lower).toList();
    String pattern = wanted.stream().map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile(pattern, Pattern.DOTALL).matcher(in).matches();
  }

  /** Character by character, as PostgreSQL does. */
  private static String lower(String text) {
    StringBuilder lower = new StringBuilder();
    text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
    return lower.toString();
  }
}
