package io.tierhub.persistence.read;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Sha256;
import io.tierhub.query.Cursor;
import io.tierhub.query.Field;
import io.tierhub.query.Order;
import io.tierhub.query.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The total order of a list, and how to go on after a row of it without passing over all the rows
 * before: by a comparison that an index answers, wherever in the list the row stands.
 */
final class Keyset {

  private static final int MARK_BYTES = 9;

  private final List<Sort> sorts;
  private final Sql rows;
  private final Query query;

  private Keyset(List<Sort> sorts, Sql rows, Query query) {
    this.sorts = sorts;
    this.rows = rows;
    this.query = query;
  }

  /**
   * @param rows of which rows: what is selected from, and who sees them
   */
  static <F extends Field> Keyset of(Table<F> table, Sql rows, Query query) {
    List<Sort> sorts = new ArrayList<>();
    for (Order term : query.order()) {
      F field = table.fields().cast(term.field());
      sorts.add(
          new Sort(
              table.orderedBy(field),
              field.spec().type(),
              term.descending(),
              table.mayBeNull(field)));
    }
    if (sorts.isEmpty()) {
      sorts.addAll(table.defaultOrder());
    }
    // In the direction of what it decides for: one index then has both, forwards or backwards.
    boolean descending = !sorts.isEmpty() && sorts.getLast().descending();
    sorts.add(new Sort(table.key(), Field.Type.TEXT, descending, false));
    return new Keyset(List.copyOf(sorts), rows, query);
  }

  /**
   * Tells lists apart, and readers: a cursor leads nowhere but in the list that it came from. Made
   * only when there is a cursor, which most pages do without. Of the values the texts tell what is
   * selected from, which may be of this moment otherwise. The filter is as it was asked for: how
   * its rows are found may be otherwise a moment later.
   */
  private String mark() {
    String texts =
        Arrays.stream(rows.values())
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .collect(Collectors.joining("|"));
    String list = rows.text() + texts + query.filter() + query.order();
    return HexFormat.of().formatHex(Sha256.of(list), 0, MARK_BYTES);
  }

  /** Whether that is what decides first. */
  boolean beginsWith(String column) {
    return sorts.getFirst().column().equals(column);
  }

  String by() {
    return sorts.stream().map(Sort::sql).collect(Collectors.joining(", "));
  }

  /** The columns of {@link #cursor}, to be selected after those of the shape. */
  String columns() {
    return sorts.stream().map(Sort::column).collect(Collectors.joining(", "));
  }

  int columnCount() {
    return sorts.size();
  }

  /**
   * Where the row stands.
   *
   * @param first the index of the first of {@link #columns}
   */
  List<@Nullable String> place(ResultSet row, int first) throws SQLException {
    List<@Nullable String> place = new ArrayList<>();
    for (Sort sort : sorts) {
      int column = first + place.size();
      place.add(
          switch (sort.type()) {
            case MOMENT -> {
              OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
              yield at == null ? null : at.toInstant().toString();
            }
            case TEXT, WHOLE_NUMBER, TRUTH, CHOICE, WORDS -> row.getString(column);
          });
    }
    return place;
  }

  Cursor cursor(List<@Nullable String> place, long passed, long total) {
    return new Cursor(mark(), place, passed, total);
  }

  /**
   * That a row stands after the cursor's.
   *
   * @throws Refused with {@link Refusal#BAD_FILTER} if the cursor is of another list
   */
  Sql after(Cursor cursor) {
    if (!cursor.mark().equals(mark()) || cursor.place().size() != sorts.size()) {
      throw refused("It is of another list; ask for the first page again, without it.");
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (Sort sort : sorts) {
      values.add(value(sort, cursor.place().get(values.size())));
    }
    boolean descending = sorts.getFirst().descending();
    boolean asOne =
        sorts.stream().noneMatch(sort -> sort.mayBeNull() || sort.descending() != descending);
    return asOne ? asOne(values, descending) : after(values, 0);
  }

  /** What an index answers with one look, if all go in one direction and none is ever null. */
  private Sql asOne(List<@Nullable Object> values, boolean descending) {
    String marks = values.stream().map(_ -> "?").collect(Collectors.joining(", "));
    return Sql.of(
        "(" + columns() + ") " + (descending ? "<" : ">") + " (" + marks + ")", values.toArray());
  }

  private Sql after(List<@Nullable Object> values, int from) {
    Sort sort = sorts.get(from);
    Object value = values.get(from);
    Sql beyond = beyond(sort, value);
    if (from == sorts.size() - 1) {
      return beyond;
    }
    Sql same =
        value == null ? Sql.of(sort.column() + " is null") : Sql.of(sort.column() + " = ?", value);
    Sql either =
        Sql.of("(")
            .add(beyond)
            .add(" or ")
            .add(same)
            .add(" and ")
            .add(after(values, from + 1))
            .add(")");
    if (value == null || sort.mayBeNull()) {
      return either;
    }
    // Follows from the rest, and unlike the rest is something an index can begin with.
    return Sql.of(sort.column() + (sort.descending() ? " <= ? and " : " >= ? and "), value)
        .add(either);
  }

  /** Absent values come last, in either direction. */
  private static Sql beyond(Sort sort, @Nullable Object value) {
    if (value == null) {
      return Sql.of("false");
    }
    String column = sort.column();
    String further = column + (sort.descending() ? " < ?" : " > ?");
    return Sql.of(
        sort.mayBeNull() ? "(" + further + " or " + column + " is null)" : further, value);
  }

  private static @Nullable Object value(Sort sort, @Nullable String text) {
    if (text == null) {
      if (!sort.mayBeNull()) {
        throw unreadable();
      }
      return null;
    }
    try {
      return switch (sort.type()) {
        case MOMENT -> Instant.parse(text);
        case WHOLE_NUMBER -> Long.valueOf(text);
        case TRUTH -> text.equals("t");
        case TEXT, CHOICE, WORDS -> {
          if (text.indexOf('\0') >= 0) {
            throw unreadable();
          }
          yield text;
        }
      };
    } catch (DateTimeException | NumberFormatException _) {
      throw unreadable();
    }
  }

  private static Refused unreadable() {
    return refused("It cannot be read; send it as it was given.");
  }

  private static Refused refused(String reason) {
    return Refused.at(Refusal.BAD_FILTER, "", "Bad cursor. " + reason);
  }
}
