package io.tierhub.persistence.read;

import io.tierhub.query.Field;
import io.tierhub.query.Filter;
import io.tierhub.query.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a filter as a condition over a table's columns. Every value is bound. */
final class FilterSql<F extends Field> {

  private static final Duration WIRE_PRECISION = Duration.ofSeconds(1);

  private final Table<F> table;

  FilterSql(Table<F> table) {
    this.table = table;
  }

  Sql condition(Filter filter) {
    return switch (filter) {
      case Filter.All(List<Filter> of) -> joined(of, " and ", "true");
      case Filter.Any(List<Filter> of) -> joined(of, " or ", "false");
      // "is not true" and not "not": an absent value makes a comparison false, never unknown.
      case Filter.Not(Filter of) -> Sql.of("(").add(condition(of)).add(") is not true");
      case Filter.Compare(Field field, Filter.Comparison how, Value with) ->
          how == Filter.Comparison.NE && hasMany(field)
              ? none(own(field), compare(own(field), Filter.Comparison.EQ, with))
              : any(own(field), compare(own(field), how, with));
      case Filter.OneOf(Field field, List<Value> values) ->
          any(own(field), oneOf(own(field), values));
      case Filter.Absent(Field field) ->
          hasMany(field) ? none(own(field), Sql.of("true")) : absent(own(field));
      case Filter.Like(Field field, Filter.Anchor anchor, String text, boolean caseSensitive) ->
          any(own(field), like(own(field), anchor, text, caseSensitive));
    };
  }

  private boolean hasMany(Field field) {
    return table.each(own(field)) != null;
  }

  /** That one of the values of the property fulfils the condition, if it has many. */
  private Sql any(F field, Sql condition) {
    String each = table.each(field);
    return each == null
        ? condition
        : Sql.of("exists (select 1 from " + each + " where ").add(condition).add(")");
  }

  private Sql none(F field, Sql condition) {
    return Sql.of("not ").add(any(field, condition));
  }

  private F own(Field field) {
    return table.fields().cast(field);
  }

  private Sql joined(List<Filter> parts, String by, String whenEmpty) {
    if (parts.isEmpty()) {
      return Sql.of(whenEmpty);
    }
    Sql sql = Sql.of("(");
    String glue = "";
    for (Filter part : parts) {
      sql.add(glue).add(condition(part));
      glue = by;
    }
    return sql.add(")");
  }

  private Sql absent(F field) {
    if (field.spec().type() == Field.Type.WORDS) {
      List<Filter> any = field.spec().words().stream().map(word -> has(field, word)).toList();
      return Sql.of("(").add(joined(any, " or ", "false")).add(") is not true");
    }
    return Sql.of(table.column(field) + " is null");
  }

  private static Filter has(Field field, String word) {
    return new Filter.Compare(field, Filter.Comparison.EQ, new Value.Text(word));
  }

  private Sql compare(F field, Filter.Comparison how, Value with) {
    if (field.spec().type() == Field.Type.WORDS) {
      Sql has = table.hasWord(field, text(with));
      return how == Filter.Comparison.NE ? Sql.of("(").add(has).add(") is not true") : has;
    }
    String column = table.column(field);
    if (with instanceof Value.Moment(Instant at) && isWholeSecond(at)) {
      // The wire shows whole seconds: what equals what was shown is anywhere within that second.
      if (how == Filter.Comparison.EQ) {
        return withinSecond(column, at);
      }
      if (how == Filter.Comparison.NE) {
        return Sql.of("(").add(withinSecond(column, at)).add(") is not true");
      }
    }
    String operator =
        switch (how) {
          case EQ -> " = ?";
          case NE -> " is distinct from ?";
          case GT -> " > ?";
          case GE -> " >= ?";
          case LT -> " < ?";
          case LE -> " <= ?";
        };
    return Sql.of(column + operator, bound(with));
  }

  private static Sql withinSecond(String column, Instant at) {
    return Sql.of("(" + column + " >= ? and " + column + " < ?)", at, at.plus(WIRE_PRECISION));
  }

  private static boolean isWholeSecond(Instant at) {
    return at.getNano() == 0;
  }

  private Sql oneOf(F field, List<Value> values) {
    if (values.isEmpty()) {
      return Sql.of("false");
    }
    return switch (field.spec().type()) {
      case TEXT, CHOICE ->
          Sql.of(
              table.column(field) + " = any(?)",
              (Object) values.stream().map(FilterSql::text).toArray(String[]::new));
      case WHOLE_NUMBER ->
          Sql.of(
              table.column(field) + " = any(?)",
              (Object) values.stream().map(FilterSql::bound).toArray(Long[]::new));
      case MOMENT, TRUTH, WORDS -> {
        List<Filter> each = new ArrayList<>();
        values.forEach(v -> each.add(new Filter.Compare(field, Filter.Comparison.EQ, v)));
        yield joined(each, " or ", "false");
      }
    };
  }

  private Sql like(F field, Filter.Anchor anchor, String text, boolean caseSensitive) {
    if (field.spec().type() == Field.Type.WORDS) {
      return likeWord(field, anchor, text, caseSensitive);
    }
    String escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    String pattern =
        switch (anchor) {
          case WHOLE -> escaped;
          case START -> escaped + "%";
          case END -> "%" + escaped;
          case ANYWHERE -> "%" + escaped + "%";
        };
    return Sql.of(table.column(field) + (caseSensitive ? " like ?" : " ilike ?"), pattern);
  }

  /** The words are a closed list: which of them match is decided here, not for every row. */
  private Sql likeWord(F field, Filter.Anchor anchor, String text, boolean caseSensitive) {
    String wanted = caseSensitive ? text : text.toLowerCase(Locale.ROOT);
    List<Filter> matching =
        field.spec().words().stream()
            .filter(word ->
                switch (anchor) {
                  case WHOLE -> word.equals(wanted);
                  case START -> word.startsWith(wanted);
                  case END -> word.endsWith(wanted);
                  case ANYWHERE -> word.contains(wanted);
                })
            .map(word -> has(field, word))
            .toList();
    return joined(matching, " or ", "false");
  }

  private static String text(Value value) {
    return String.valueOf(bound(value));
  }

  private static Object bound(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.WholeNumber(long number) -> number;
      case Value.Moment(Instant at) -> at;
      case Value.Truth(boolean is) -> is;
    };
  }
}
