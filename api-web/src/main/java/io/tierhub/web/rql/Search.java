package io.tierhub.web.rql;

import io.tierhub.query.Field;
import io.tierhub.query.Field.Lookup;
import io.tierhub.query.Filter;
import io.tierhub.web.rql.Term.Literal;
import io.tierhub.web.rql.Term.Literal.Kind;
import io.tierhub.web.rql.Term.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code search=term}: the term anywhere in any of the searched properties (wire-format §1.4). */
final class Search {

  private final Names names;
  private final Faults faults;

  Search(Names names, Faults faults) {
    this.names = names;
    this.faults = faults;
  }

  static boolean isAbout(Name name) {
    return name.text().equals("search");
  }

  /**
   * @param term null for a list of terms, which no search has
   * @param ofTheList and not of a member of it, as {@code params=t(search=a)} would be
   */
  @Nullable Filter filter(Name name, Lookup how, @Nullable Literal term, boolean ofTheList) {
    if (how != Lookup.EQ || term == null) {
      String operation = how.name().toLowerCase(Locale.ROOT);
      faults.search(operation, "A search" + Faults.at(name.at()) + " is written search=term.");
      return null;
    }
    if (!ofTheList) {
      faults.searchOfMember(name);
      return null;
    }
    if (!term.is(Kind.PLAIN) && !term.is(Kind.MISSING)) {
      faults.search(term.text(), "There is no text" + Faults.at(term.at()) + ".");
      return null;
    }
    // A portal whose search box is empty sends it all the same.
    return term.text().isBlank() ? null : anywhere(term);
  }

  private @Nullable Filter anywhere(Literal term) {
    String pattern = LikePattern.widened(term.text(), true, true);
    List<Filter> any = new ArrayList<>();
    for (Field field : names.fields()) {
      if (!field.spec().searched()) {
        continue;
      }
      Filter like = LikePattern.filter(field, pattern, false);
      if (like == null) {
        faults.search(
            term.text(),
            "No two stars can stand together" + Faults.at(term.at()) + "; a star itself is '\\*'.");
        return null;
      }
      any.add(like);
    }
    if (any.isEmpty()) {
      faults.search(term.text(), "This list can be filtered, but not searched.");
      return null;
    }
    return Filter.any(any);
  }
}
