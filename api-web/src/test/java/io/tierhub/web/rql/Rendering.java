package io.tierhub.web.rql;

import io.tierhub.query.Field;
import io.tierhub.query.Filter;
import io.tierhub.query.Order;
import io.tierhub.query.Value;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Filters in one readable line: {@code all(status EQ 'pending', not(name absent))}. */
final class Rendering {

  private Rendering() {}

  static String of(Filter filter) {
    return switch (filter) {
      case Filter.All(var all) when all.isEmpty() -> "everything";
      case Filter.All(var all) -> "all(" + joined(all) + ")";
      case Filter.Any(var any) -> "any(" + joined(any) + ")";
      case Filter.Not(var not) -> "not(" + of(not) + ")";
      case Filter.Compare(var field, var how, var with) -> path(field) + how + " " + of(with);
      case Filter.OneOf(var field, var values) ->
          path(field)
              + values.stream().map(Rendering::of).collect(Collectors.joining(", ", "in [", "]"));
      case Filter.Absent(var field) -> path(field) + "absent";
      case Filter.Like(var field, var pieces, var caseSensitive) ->
          path(field) + (caseSensitive ? "like " : "ilike ") + pieces(pieces);
    };
  }

  static String of(List<Order> order) {
    return order.stream()
        .map(by -> (by.descending() ? "-" : "+") + by.field().path())
        .collect(Collectors.joining(" "));
  }

  private static String pieces(List<String> pieces) {
    List<String> texts = pieces.stream().filter(piece -> !piece.isEmpty()).toList();
    boolean open = pieces.getFirst().isEmpty();
    String where =
        pieces.size() == 1
            ? "WHOLE"
            : !open ? "START" : pieces.getLast().isEmpty() ? "ANYWHERE" : "END";
    boolean oneText = pieces.size() == texts.size() + (where.equals("ANYWHERE") ? 2 : 1);
    return texts.size() == 1 && (oneText || where.equals("WHOLE"))
        ? where + " '" + texts.getFirst() + "'"
        : "PIECES " + pieces;
  }

  private static String path(Field field) {
    return field.path() + " ";
  }

  private static String joined(List<Filter> filters) {
    return filters.stream().map(Rendering::of).collect(Collectors.joining(", "));
  }

  private static String of(Value value) {
    return switch (value) {
      case Value.Text(var text) -> "'" + text + "'";
      case Value.WholeNumber(var number) -> String.format(Locale.ROOT, "%d", number);
      case Value.Moment(var at) -> at.toString();
      case Value.Truth(var is) -> String.valueOf(is);
    };
  }
}
