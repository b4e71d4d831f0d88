package io.tierhub.persistence.parameter;

import io.tierhub.persistence.read.Table;

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
   * @param definitions the column {@code parameter_set.definitions}; may be null
   * @param values a column in which {@link ParamsJson#write} wrote
   * @param secrets whether the reader is told the values of passwords, or could find them by asking
   */
  public static Table.Many of(String definitions, String values, boolean secrets) {
    String told =
        secrets
            ? "kept.value ->> 'value'"
            : "case when shown ->> 'type' = 'password' then null else kept.value ->> 'value' end";
    String each =
        "(select kept.key as name, "
            + told
            + " as value from json_each("
            + values
            + "::json) kept join json_array_elements("
            + definitions
            + "::json) shown on shown ->> 'id' = kept.key) held";
    return new Table.Many(each, true);
  }
}
