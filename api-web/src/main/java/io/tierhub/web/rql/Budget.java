package io.tierhub.web.rql;

import io.tierhub.web.rql.Term.Signed;
import java.util.List;
import java.util.function.Supplier;

/** Keeps count of what one query asks for, see {@link Limits}. */
final class Budget {

  private final Lexer lexer;
  private int depth;
  private int terms;

  Budget(Lexer lexer) {
    this.lexer = lexer;
  }

  Term nested(Supplier<Term> inside) {
    if (++depth > Limits.DEPTH) {
      throw Faults.tooLarge(
          "The query is nested deeper than %s levels%s."
              .formatted(Limits.DEPTH, Faults.at(lexer.at())));
    }
    Term term = inside.get();
    depth--;
    return term;
  }

  boolean isTop() {
    return depth == 0;
  }

  Term counted(Term condition) {
    count(1);
    return condition;
  }

  List<Signed> counted(List<Signed> names) {
    count(names.size());
    return names;
  }

  private void count(int more) {
    terms += more;
    if (terms > Limits.TERMS) {
      throw Faults.tooLarge(
          "The query has more than %s filters and names%s."
              .formatted(Limits.TERMS, Faults.at(lexer.at())));
    }
  }
}
