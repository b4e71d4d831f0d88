package io.tierhub.web.rql;

import io.tierhub.query.Field.Lookup;
import io.tierhub.query.Query;
import io.tierhub.web.rql.Term.Comparison;
import io.tierhub.web.rql.Term.Literal;
import io.tierhub.web.rql.Term.Name;
import org.jspecify.annotations.Nullable;

/**
 * {@code limit} and {@code offset}: each once, and lenient about their values (wire-format §1.3).
 */
final class Paging {

  /** No list is that long, and nothing that is added to it overflows. */
  private static final int HIGHEST_OFFSET = Integer.MAX_VALUE;

  private final Faults faults;
  private @Nullable Literal limit;
  private @Nullable Literal offset;

  Paging(Faults faults) {
    this.faults = faults;
  }

  static boolean isAbout(Name name) {
    return name.text().equals("limit") || name.text().equals("offset");
  }

  void set(Comparison paging, boolean onTop) {
    Name name = paging.name();
    boolean isLimit = name.text().equals("limit");
    if (paging.how() != Lookup.EQ) {
      complain(name, "can only be set, as in limit=10");
    } else if (!onTop) {
      complain(name, "cannot be set inside or(), not() or t()");
    } else if ((isLimit ? limit : offset) != null) {
      complain(name, "is set for the second time");
    } else if (isLimit) {
      limit = paging.with();
    } else {
      offset = paging.with();
    }
  }

  void complain(Name name, String reason) {
    faults.paging(name.text() + Faults.at(name.at()) + " " + reason + ".");
  }

  int limit() {
    return capped(limit, Query.HIGHEST_LIMIT, Query.DEFAULT_LIMIT);
  }

  long offset() {
    return capped(offset, HIGHEST_OFFSET, 0);
  }

  /** What is no number, or a negative one, is as if it had not been set. */
  private static int capped(@Nullable Literal literal, int highest, int otherwise) {
    if (literal == null || !literal.text().matches("\\+?[0-9]+")) {
      return otherwise;
    }
    String digits = literal.text().replaceFirst("^\\+?0*", "");
    if (digits.length() > String.valueOf(highest).length()) {
      return highest;
    }
    return digits.isEmpty() ? 0 : (int) Math.min(highest, Long.parseLong(digits));
  }
}
