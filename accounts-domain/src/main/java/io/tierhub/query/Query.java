package io.tierhub.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as it was asked for.
 *
 * @param limit rows at most; 0 asks for the total only
 * @param offset rows passed over
 * @param selection what is shown of each row
 * @param after the row to go on after, instead of passing over rows; null for the beginning
 */
public record Query(
    Filter filter,
    List<Order> order,
    int limit,
    long offset,
    Selection selection,
    @Nullable Cursor after) {

  public static final int DEFAULT_LIMIT = 100;
  public static final int HIGHEST_LIMIT = 1000;
  public static final Query FIRST_PAGE =
      new Query(Filter.EVERYTHING, List.of(), DEFAULT_LIMIT, 0, Selection.NONE, null);

  public Query after(@Nullable Cursor row) {
    return new Query(filter, order, limit, offset, selection, row);
  }
}
