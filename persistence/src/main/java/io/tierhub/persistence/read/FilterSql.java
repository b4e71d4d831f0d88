package io.tierhub.persistence.read;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Field;
import io.tierhub.query.Filter;
import io.tierhub.query.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a filter as a condition over a table's columns. Every value is bound. */
final class FilterSql<F extends Field> {

  private static final Duration WIRE_PRECISION = Duration.ofSeconds(1);

  private final Table<F> table;
  private final LookedUp lookedUp;

  FilterSql(Table<F> table) {
    this(table, LookedUp.NOTHING);
  }

  FilterSql(Table<F> table, LookedUp lookedUp) {
    this.table = table;
    this.lookedUp = lookedUp;
  }

  Sql condition(Filter filter) {
    return switch (filter) {
      case Filter.All(List<Filter> of) -> all(of);
      case Filter.Any any -> anyOf(any);
      // "is not true" and not "not": an absent value makes a comparison false, never unknown.
      case Filter.Not(Filter of) -> Sql.of("(").add(condition(of)).add(") is not true");
      case Filter.Compare(Field field, Filter.Comparison how, Value with) ->
          how == Filter.Comparison.NE && isNotOwn(field)
              ? none(own(field), compare(own(field), Filter.Comparison.EQ, with))
              : any(own(field), filter);
      case Filter.OneOf(Field field, List<Value> _) -> any(own(field), filter);
      case Filter.Absent(Field field) ->
          isNotOwn(field)
              ? none(own(field), Sql.of(column(own(field)) + " is not null"))
              : absent(own(field));
      case Filter.Like like -> like(like);
    };
  }

  private Sql like(Filter.Like like) {
    F field = own(like.field());
    Table.Elsewhere there = table.each(field) == null ? table.elsewhere(field) : null;
    if (there == null) {
      return any(field, like);
    }
    String[] keys = lookedUp.keys(like);
    // What many match is asked row by row: they fill no memory, and mostly something else matches.
    return keys == null
        ? Sql.of("exists (select 1 from " + there.from() + " where (" + there.key() + ") = ")
            .add(there.own() + " and ")
            .add(ofOne(like))
            .add(")")
        : oneOf(there.own(), keys);
  }

  /** That one is fulfilled; where it is known which rows may, by one of these or otherwise. */
  private Sql anyOf(Filter.Any any) {
    String[] rows = lookedUp.rows(any);
    if (rows == null) {
      return joined(any.of(), " or ", "false");
    }
    List<Sql> found = new ArrayList<>();
    List<Sql> otherwise = new ArrayList<>();
    for (Filter part : any.of()) {
      (isOfPieces(part) ? found : otherwise).add(condition(part));
    }
    otherwise.add(joinedSql(List.of(oneOf(table.key(), rows), joinedSql(found, " or ")), " and "));
    return joinedSql(otherwise, " or ");
  }

  private static Sql oneOf(String column, String[] keys) {
    return keys.length == 0 ? Sql.of("false") : Sql.of(column + " = any(?)", (Object) keys);
  }

  private boolean isOfPieces(Filter filter) {
    Table.Pieces<F> pieces = table.pieces();
    return pieces != null
        && filter instanceof Filter.Like like
        && pieces.fields().contains(own(like.field()));
  }

  /** What is looked up in the table that rows point to, for them to be found by its keys. */
  @Nullable Sql keys(Filter.Like like) {
    F field = own(like.field());
    Table.Elsewhere there = table.each(field) == null ? table.elsewhere(field) : null;
    return there == null || !there.searchedFirst()
        ? null
        : Sql.of("select " + there.key() + " from " + there.from() + " where ").add(ofOne(like));
  }

  /** The keys of the rows that a search may find by their pieces: no others fulfil these parts. */
  @Nullable Sql rows(Filter.Any any, Actor actor) {
    Table.Pieces<F> pieces = table.pieces();
    Filter.Like like = pieces == null ? null : search(any);
    if (pieces == null || like == null) {
      return null;
    }
    List<Sql> anywhere =
        pieces.texts().stream()
            .map(text -> Sql.of(text + " ilike ?", pattern(like.pieces())))
            .toList();
    return Sql.of("select " + table.key() + " from " + table.own() + " where ")
        .add(table.visible(actor))
        .add(" and ")
        .add(joinedSql(anywhere, " or "));
  }

  /** What all of those parts look for that can be found by pieces; null if that is not the same. */
  private Filter.@Nullable Like search(Filter.Any any) {
    Filter.Like first = null;
    for (Filter part : any.of()) {
      if (isOfPieces(part)) {
        Filter.Like like = (Filter.Like) part;
        boolean anywhere =
            !like.caseSensitive()
                && like.pieces().size() > 2
                && like.pieces().getFirst().isEmpty()
                && like.pieces().getLast().isEmpty();
        if (!anywhere || first != null && !first.pieces().equals(like.pieces())) {
          return null;
        }
        first = like;
      }
    }
    return first;
  }

  /** The condition on the one value of a property, or on one of many. */
  private Sql ofOne(Filter filter) {
    return switch (filter) {
      case Filter.Compare(Field field, Filter.Comparison how, Value with) ->
          compare(own(field), how, with);
      case Filter.OneOf(Field field, List<Value> values) -> oneOf(own(field), values);
      case Filter.Like(Field field, List<String> pieces, boolean caseSensitive) ->
          like(own(field), pieces, caseSensitive);
      default -> throw new IllegalArgumentException("not about one property: " + filter);
    };
  }

  /**
   * That all are fulfilled; those on properties that belong together by the same one of many:
   * {@code params.id=a&params.value=b} asks for the value of a.
   */
  private Sql all(List<Filter> parts) {
    if (parts.isEmpty()) {
      return Sql.of("true");
    }
    List<Sql> conditions = new ArrayList<>();
    Map<Table.Many, Map<Field, Filter>> together = new LinkedHashMap<>();
    for (Filter part : parts) {
      Field field = oneOfMany(part);
      Table.Many each = field == null ? null : table.each(own(field));
      boolean joins =
          each != null
              && together.computeIfAbsent(each, _ -> new LinkedHashMap<>()).putIfAbsent(field, part)
                  == null;
      if (!joins) {
        conditions.add(condition(part));
      }
    }
    together.forEach((each, some) -> conditions.add(one(each, some.values())));
    return joinedSql(conditions, " and ");
  }

  /** The property that belongs to others, if the condition asks for any of its values. */
  private @Nullable Field oneOfMany(Filter filter) {
    Field field =
        switch (filter) {
          case Filter.Compare(Field of, Filter.Comparison how, Value _) ->
              how == Filter.Comparison.NE ? null : of;
          case Filter.OneOf(Field of, List<Value> _) -> of;
          case Filter.Like like -> like.field();
          case Filter.All _, Filter.Any _, Filter.Not _, Filter.Absent _ -> null;
        };
    Table.Many each = field == null ? null : table.each(own(field));
    return each != null && each.asOne() ? field : null;
  }

  private boolean isNotOwn(Field field) {
    return table.each(own(field)) != null || table.elsewhere(own(field)) != null;
  }

  private Sql any(F field, Filter filter) {
    Table.Many each = table.each(field);
    return each == null ? any(field, ofOne(filter)) : one(each, List.of(filter));
  }

  /** That one of many fulfils them all. */
  private Sql one(Table.Many each, Collection<Filter> all) {
    Sql exists = exists(each, joinedSql(all.stream().map(this::ofOne).toList(), " and "));
    Map<String, String> equal = new HashMap<>();
    for (Filter filter : all) {
      if (filter instanceof Filter.Compare(Field field, Filter.Comparison how, Value with)
          && how == Filter.Comparison.EQ) {
        equal.put(column(own(field)), text(with));
      }
    }
    Sql rows = each.index().rows(equal);
    return rows == null ? exists : joinedSql(List.of(rows, exists), " and ");
  }

  /** That the property fulfils the condition, or one of its values if it has many. */
  private Sql any(F field, Sql condition) {
    Table.Many each = table.each(field);
    if (each != null) {
      return exists(each, condition);
    }
    Table.Elsewhere there = table.elsewhere(field);
    return there == null
        ? condition
        : Sql.of(there.own() + " in (select " + there.key() + " from " + there.from() + " where ")
            .add(condition)
            .add(")");
  }

  private String column(F field) {
    Table.Elsewhere there = table.elsewhere(field);
    return there == null ? table.column(field) : there.column();
  }

  private static Sql exists(Table.Many each, Sql condition) {
    return Sql.of("exists (select 1 from " + each.from() + " where ").add(condition).add(")");
  }

  private Sql none(F field, Sql condition) {
    // "is not true" again: what points nowhere has no value either.
    return Sql.of("(").add(any(field, condition)).add(") is not true");
  }

  private F own(Field field) {
    return table.fields().cast(field);
  }

  private Sql joined(List<Filter> parts, String by, String whenEmpty) {
    if (parts.isEmpty()) {
      return Sql.of(whenEmpty);
    }
    return joinedSql(parts.stream().map(this::condition).toList(), by);
  }

  private static Sql joinedSql(List<Sql> parts, String by) {
    Sql sql = Sql.of("(");
    String glue = "";
    for (Sql part : parts) {
      sql.add(glue).add(part);
      glue = by;
    }
    return sql.add(")");
  }

  private Sql absent(F field) {
    if (field.spec().type() == Field.Type.WORDS) {
      List<Filter> any = field.spec().words().stream().map(word -> has(field, word)).toList();
      return Sql.of("(").add(joined(any, " or ", "false")).add(") is not true");
    }
    if (field.spec().type() == Field.Type.TRUTH) {
      return Sql.of(table.column(field));
    }
    return Sql.of(column(field) + " is null");
  }

  private static Filter has(Field field, String word) {
    return new Filter.Compare(field, Filter.Comparison.EQ, new Value.Text(word));
  }

  private Sql compare(F field, Filter.Comparison how, Value with) {
    if (field.spec().type() == Field.Type.WORDS) {
      Sql has = table.hasWord(field, text(with));
      return how == Filter.Comparison.NE ? Sql.of("(").add(has).add(") is not true") : has;
    }
    String column = column(field);
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
              column(field) + " = any(?)",
              (Object) values.stream().map(FilterSql::text).toArray(String[]::new));
      case WHOLE_NUMBER ->
          Sql.of(
              column(field) + " = any(?)",
              (Object) values.stream().map(FilterSql::bound).toArray(Long[]::new));
      case MOMENT, TRUTH, WORDS -> {
        List<Filter> each = new ArrayList<>();
        values.forEach(v -> each.add(new Filter.Compare(field, Filter.Comparison.EQ, v)));
        yield joined(each, " or ", "false");
      }
    };
  }

  private Sql like(F field, List<String> pieces, boolean caseSensitive) {
    if (field.spec().type() == Field.Type.WORDS) {
      return likeWord(field, pieces, caseSensitive);
    }
    String column = column(field);
    return column.equals(Table.NEVER)
        ? Sql.of("false")
        : Sql.of(column + (caseSensitive ? " like ?" : " ilike ?"), pattern(pieces));
  }

  private static String pattern(List<String> pieces) {
    return pieces.stream().map(FilterSql::literally).collect(Collectors.joining("%"));
  }

  private static String literally(String piece) {
    return piece.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  /** The words are a closed list: which of them match is decided here, not for every row. */
  private Sql likeWord(F field, List<String> pieces, boolean caseSensitive) {
    Pattern pattern =
        Pattern.compile(
            pieces.stream().map(Pattern::quote).collect(Collectors.joining(".*")),
            caseSensitive ? 0 : Pattern.CASE_INSENSITIVE);
    List<Filter> matching =
        field.spec().words().stream()
            .filter(word -> pattern.matcher(word).matches())
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
