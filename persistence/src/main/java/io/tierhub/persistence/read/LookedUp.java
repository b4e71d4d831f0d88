package io.tierhub.persistence.read;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Field;
import io.tierhub.query.Filter;
import io.tierhub.query.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the patterns of a filter find by the indexes of their pieces, or in the few rows of what the
 * list's rows point to, looked up before the list is read. A {@code search} asks each row for a
 * piece of text in a dozen places, some of them in other tables; whether it is rare, and where it
 * is, PostgreSQL does not know when it plans. If few keys are found, the list is read by them; if
 * many, its rows are better asked one by one, and a page of them is soon full.
 */
final class LookedUp {

  static final LookedUp NOTHING = new LookedUp(Map.of());

  /** Of what rows point to. */
  private static final int FEW_KEYS = 200;

  private static final int FEW_ROWS = 2_000;

  /** A filter may have very many patterns; each of the others is asked of the rows. */
  private static final int MOST_LOOKUPS = 20;

  /** What an index knows of a text: a shorter piece is in too many of its entries. */
  private static final Pattern TRIGRAM = Pattern.compile("[\\p{L}\\p{N}]{3}");

  private final Map<Filter, String[]> found;

  private LookedUp(Map<Filter, String[]> found) {
    this.found = found;
  }

  /** One statement, or none if there is nothing to look up. */
  static <F extends Field> LookedUp of(
      JdbcTemplate jdbc, Table<F> table, Actor actor, Filter filter) {
    Map<Filter, Sql> lookups = new LinkedHashMap<>();
    if (!asksForKeys(table, filter)) {
      collect(filter, new FilterSql<>(table), actor, lookups);
    }
    if (lookups.isEmpty()) {
      return NOTHING;
    }
    Sql all = Sql.of("select ");
    List<Filter> asked = new ArrayList<>();
    for (Map.Entry<Filter, Sql> one : lookups.entrySet()) {
      if (asked.size() < MOST_LOOKUPS) {
        all.add(asked.isEmpty() ? "array(" : ", array(").add(one.getValue());
        all.add(" limit " + (few(one.getKey()) + 1) + ")");
        asked.add(one.getKey());
      }
    }
    Map<Filter, String[]> found = new HashMap<>();
    jdbc.query(
        all.text(),
        row -> {
          for (int i = 0; i < asked.size(); i++) {
            String[] keys = keys(row, i + 1);
            if (keys.length <= few(asked.get(i))) {
              found.put(asked.get(i), keys);
            }
          }
        },
        all.values());
    return new LookedUp(found);
  }

  private static int few(Filter filter) {
    return filter instanceof Filter.Any ? FEW_ROWS : FEW_KEYS;
  }

  private static <F extends Field> void collect(
      Filter filter, FilterSql<F> sql, Actor actor, Map<Filter, Sql> lookups) {
    switch (filter) {
      case Filter.All(List<Filter> of) -> of.forEach(part -> collect(part, sql, actor, lookups));
      case Filter.Any any -> {
        // One search has a list; where more are put together, the first finds the rows.
        boolean first = lookups.keySet().stream().noneMatch(Filter.Any.class::isInstance);
        if (first && any.of().stream().allMatch(LookedUp::isIndexed)) {
          add(any, sql.rows(any, actor), lookups);
        }
        any.of().forEach(part -> collect(part, sql, actor, lookups));
      }
      case Filter.Not(Filter of) -> collect(of, sql, actor, lookups);
      case Filter.Like like when isIndexed(like) -> add(like, sql.keys(like), lookups);
      case Filter.Like _ -> {}
      case Filter.Compare _, Filter.OneOf _, Filter.Absent _ -> {}
    }
  }

  /** Where few rows are named there is nothing to find. */
  private static <F extends Field> boolean asksForKeys(Table<F> table, Filter filter) {
    List<Filter> parts = filter instanceof Filter.All(List<Filter> of) ? of : List.of(filter);
    return parts.stream()
        .anyMatch(part ->
            part instanceof Filter.Compare(Field field, Filter.Comparison how, Value _)
                && how == Filter.Comparison.EQ
                && table.column(table.fields().cast(field)).equals(table.key()));
  }

  private static boolean isIndexed(Filter filter) {
    return filter instanceof Filter.Like like
        && like.pieces().stream().anyMatch(piece -> TRIGRAM.matcher(piece).find());
  }

  private static void add(Filter filter, @Nullable Sql lookup, Map<Filter, Sql> lookups) {
    if (lookup != null) {
      lookups.put(filter, lookup);
    }
  }

  private static String[] keys(ResultSet row, int column) throws SQLException {
    return (String[]) row.getArray(column).getArray();
  }

  /** The keys of what rows point to; null if it was not looked up, or if they are many. */
  String @Nullable [] keys(Filter.Like like) {
    return found.get(like);
  }

  /** The keys of all rows that may fulfil what is looked for by pieces; null as for keys. */
  String @Nullable [] rows(Filter.Any any) {
    return found.get(any);
  }
}
