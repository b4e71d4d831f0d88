package io.tierhub.web.rql;

import io.tierhub.query.Field.Lookup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query as it was written, before anybody knows whether its names and values are any good. */
sealed interface Term {

  record And(List<Term> of) implements Term {}

  record Or(List<Term> of) implements Term {}

  record Not(Term of) implements Term {}

  /**
   * {@code eq(name,literal)} and its like; also {@code search=}, {@code limit=}, {@code offset=}.
   */
  record Comparison(Name name, Lookup how, Literal with) implements Term {}

  /**
   * @param how {@code IN} or {@code OUT}
   */
  record Listing(Name name, Lookup how, List<Literal> values) implements Term {}

  record Range(Name name, Literal least, Literal most) implements Term {}

  /**
   * {@code of=t(a=1,b=2)} are conditions on {@code of.a} and {@code of.b}.
   *
   * @param of null for a tuple that stands alone
   */
  record Tuple(@Nullable Name of, boolean negated, List<Term> conditions) implements Term {}

  record Ordering(Name operation, List<Signed> by) implements Term {}

  record Select(Name operation, List<Signed> names) implements Term {}

  /**
   * @param at where it stands in the decoded query, from 0
   */
  record Name(int at, String text) {}

  record Signed(boolean minus, Name name) {}

  record Literal(int at, String text, Kind kind) {

    enum Kind {
      PLAIN,
      /** {@code null()} */
      NULL,
      /** {@code empty()} */
      EMPTY,
      /** {@code name=} */
      MISSING
    }

    boolean is(Kind other) {
      return kind == other;
    }
  }
}
