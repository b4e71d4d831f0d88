package io.tierhub.web.rql;

/** How much one query may ask for; everything beyond is refused before any work is done for it. */
public final class Limits {

  /** Of the query string as it was sent. */
  public static final int CHARACTERS = 8_000;

  /**
   * The JavaScript SDK writes {@code a or b or c or …} as {@code (((a|b)|c)|…)}, one level for each
   * alternative, so the depth is the number of alternatives that a portal can offer.
   */
  public static final int DEPTH = 50;

  /** Conditions, and names in {@code ordering(…)} and {@code select(…)}. */
  public static final int TERMS = 200;

  public static final int VALUES = 1_000;

  private Limits() {}
}
