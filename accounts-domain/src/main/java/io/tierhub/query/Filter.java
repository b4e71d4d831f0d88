package io.tierhub.query;

import java.util.List;

/**
 * What rows are wanted. Two-valued, as Connect's engine is: a comparison with an absent value is
 * false, so {@link Not} and {@link Comparison#NE} find the rows without a value too.
 */
public sealed interface Filter {

  Filter EVERYTHING = new All(List.of());

  record All(List<Filter> of) implements Filter {}

  record Any(List<Filter> of) implements Filter {}

  record Not(Filter of) implements Filter {}

  record Compare(Field field, Comparison how, Value with) implements Filter {}

  record OneOf(Field field, List<Value> values) implements Filter {}

  record Absent(Field field) implements Filter {}

  /**
   * @param pieces what the value consists of, with any text between one and the next; taken
   *     literally
   */
  record Like(Field field, List<String> pieces, boolean caseSensitive) implements Filter {

    public Like {
      pieces = List.copyOf(pieces);
    }
  }

  enum Comparison {
    EQ,
    NE,
    GT,
    GE,
    LT,
    LE
  }

  static Filter all(List<Filter> of) {
    return of.size() == 1 ? of.getFirst() : new All(List.copyOf(of));
  }

  static Filter any(List<Filter> of) {
    return of.size() == 1 ? of.getFirst() : new Any(List.copyOf(of));
  }
}
