package io.tierhub.persistence.read;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a read model must say of its resource: the joins, the columns of the filterable properties,
 * who may see which rows, and the shape of the JSON.
 */
public interface Table<F extends Field> {

  /** The {@link #column} of a text that no row has. */
  String NEVER = "null::text";

  Class<F> fields();

  Shape shape();

  /**
   * The table whose rows these are, with its alias: a page and a count that ask for nothing else
   * are found in it alone. Empty if the rows are put together from several.
   */
  default String own() {
    return "";
  }

  /** What is looked up for each of the rows. Joins never multiply or drop rows. */
  default Sql joins(Actor actor) {
    return Sql.of("");
  }

  /** The {@code from} clause with its joins, values bound. */
  default Sql from(Actor actor) {
    return Sql.of(own()).add(joins(actor));
  }

  /**
   * Whether the way to the rows is the same whatever the values, though more than the table itself
   * is asked for it: it need not be planned for each page.
   */
  default boolean isFoundOneWay() {
    return false;
  }

  /** What counts the table's rows without reading them. */
  default @Nullable Tally tally() {
    return null;
  }

  /** How to count all that the actor may see, where there is a shorter way than to find it all. */
  default @Nullable Sql total(Actor actor) {
    return null;
  }

  /** Whether {@link #total} is but a sum, so soon added up that a page may bring it along. */
  default boolean isTotalASum() {
    return false;
  }

  /** The condition that leaves only what the actor may see. Always there, and fails closed. */
  Sql visible(Actor actor);

  /** The SQL expression behind a property; switched over the fields without default. */
  String column(F field);

  /**
   * What a property has many values from, for {@link #column} to name one of them: a filter then
   * asks whether any of them fulfils it.
   */
  default @Nullable Many each(F field) {
    return null;
  }

  /**
   * Many of something in a row.
   *
   * @param from what to select them from
   * @param asOne whether conditions on several properties must be fulfilled by the same one, as
   *     those on the id and the value of a parameter
   * @param index what an index knows of them
   */
  record Many(String from, boolean asOne, Index index) {

    /** Without an index. */
    public Many(String from, boolean asOne) {
      this(from, asOne, _ -> null);
    }
  }

  /** Finds the rows that may have one of many, for it to be looked for in these only. */
  @FunctionalInterface
  interface Index {

    /**
     * A condition on the rows, if there is an index for it.
     *
     * @param equal what columns of the same one must equal
     */
    @Nullable Sql rows(Map<String, String> equal);
  }

  /**
   * Where a property stands that is not the row's own, for filters to find it there: the rows are
   * then found by what they point to, without the joins that show them.
   */
  default @Nullable Elsewhere elsewhere(F field) {
    return null;
  }

  /**
   * What rows point to.
   *
   * @param own the column that points there
   * @param from what to select from, under the alias {@code f}
   * @param key the column that is pointed to
   * @param column the property, an SQL expression
   * @param searchedFirst whether a piece of text is quickly found there, among few rows or by an
   *     index, so that it is looked for before the rows are
   */
  record Elsewhere(String own, String from, String key, String column, boolean searchedFirst) {

    public Elsewhere(String own, String from, String key, String column) {
      this(own, from, key, column, false);
    }

    /** Of a table whose key is its id. */
    public static Elsewhere in(String table, String own, String column) {
      return new Elsewhere(own, table + " f", "f.id", "f." + column);
    }

    /** The same, of a table that has few rows, or an index of the pieces of that column. */
    public static Elsewhere quickly(String table, String own, String column) {
      return in(table, own, column).searched();
    }

    private Elsewhere searched() {
      return new Elsewhere(own, from, key, column, true);
    }

    /** The name of the hub of the connection that a row belongs to. */
    public static Elsewhere hubOfConnection(String own) {
      return hubName("connection", own).searched();
    }

    /** The name of the hub that a row of that table belongs to. */
    public static Elsewhere hubName(String table, String own) {
      return new Elsewhere(own, table + " f join hub h on h.id = f.hub_id", "f.id", "h.name");
    }
  }

  /** Where a search finds rows before each of them is asked. */
  default @Nullable Pieces<F> pieces() {
    return null;
  }

  /**
   * What of a row is found by any piece of it.
   *
   * @param fields what is found so
   * @param texts SQL expressions, each with an index of its pieces; what a row has of the fields is
   *     in one of them, perhaps among other things
   */
  record Pieces<F>(Set<F> fields, List<String> texts) {}

  /**
   * Whether there is an index that begins with just these properties, next to who may see a row,
   * and has the rows in the list's own order.
   */
  default boolean isIndexed(Set<Field> fields) {
    return false;
  }

  /** What a list is ordered by, where a property has many values but one that it is known by. */
  default String orderedBy(F field) {
    return column(field);
  }

  /** The order when none is asked for, without the {@link #key} that ends every order. */
  default List<Sort> defaultOrder() {
    return List.of();
  }

  /** Whether a row may have nothing there. Pages after pages are faster where it never has. */
  default boolean mayBeNull(F field) {
    return true;
  }

  /** The unique column, a text, that makes every order total. */
  String key();

  /**
   * The condition that a word is in a set of words.
   *
   * @throws IllegalStateException if the resource has no such property
   */
  default Sql hasWord(F field, String word) {
    throw new IllegalStateException("no set of words: " + field + " " + word);
  }
}
