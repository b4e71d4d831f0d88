package io.tierhub.persistence.parameter;

import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a row holds for parameters, one by one, for lists to be filtered by (wire-format §5.4). */
public final class HeldParams {

  /** The parameter's name, which the wire calls its id. */
  public static final String NAME = "held.name";

  /** The value's text; absent where the reader is not told it. */
  public static final String VALUE = "held.value";

  private HeldParams() {}

  /**
   * The values of a row, as something to select from. Those of parameters that the product no
   * longer has are not among them, for nobody is shown them.
   *
   * @param product the column of the product
   * @param scope an expression, the scope of the parameters
   * @param values a column in which {@link ParamsJson#write} wrote
   * @param secrets whether the reader is told the values of passwords, or could find them by asking
   */
  public static Table.Many of(String product, String scope, String values, boolean secrets) {
    String place = "(" + product + ", " + scope + ", kept.key)";
    String told =
        secrets
            ? "kept.value ->> 'value'"
            : "case when "
                + shown(place, " where shown ->> 'type' is distinct from 'password'")
                + " then kept.value ->> 'value' end";
    String each =
        "(select kept.key as name, "
            + told
            + " as value from json_each("
            + values
            + "::json) kept where "
            + shown(place, "")
            + ") held";
    return new Table.Many(each, true, equal -> indexed(values, equal));
  }

  /** Not to be joined to: what is shown of all products is looked up once, not for every row. */
  private static String shown(String place, String which) {
    return "("
        + place
        + " in (select s.product_id, s.scope, shown ->> 'id' from parameter_set s cross join lateral"
        + " json_array_elements(s.definitions::json) shown"
        + which
        + ")) is true";
  }

  /** What {@code held_words} has in an index: long values by what they begin with. */
  private static @Nullable Sql indexed(String values, Map<String, String> equal) {
    String name = equal.get(NAME);
    String value = equal.get(VALUE);
    if (name == null && value == null) {
      return null;
    }
    Sql word =
        value == null
            ? Sql.of("?", name)
            : name == null
                ? Sql.of("left(?, 200)", value)
                : Sql.of("? || '=' || left(?, 200)", name, value);
    return Sql.of(
            values + " <> '" + ParamsJson.NOTHING + "' and held_words(" + values + ") @> array[")
        .add(word)
        .add("]::text[]");
  }
}
