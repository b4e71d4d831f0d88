package io.tierhub.web.rql;

import io.tierhub.query.Field.Lookup;
import io.tierhub.web.rql.Term.Comparison;
import io.tierhub.web.rql.Term.Literal;
import io.tierhub.web.rql.Term.Literal.Kind;
import io.tierhub.web.rql.Term.Name;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The endings of names in the older syntax, {@code name__icontains=x}, which the PHP and Python
 * SDKs send and Connect converts (wire-format §1.4). {@code __in} is the parser's, since it changes
 * how the values are read.
 */
enum DjangoLookup {
  EXACT(Lookup.EQ),
  IEXACT(Lookup.ILIKE),
  GT(Lookup.GT),
  GTE(Lookup.GE),
  LT(Lookup.LT),
  LTE(Lookup.LE),
  CONTAINS(Lookup.LIKE, true, true),
  ICONTAINS(Lookup.ILIKE, true, true),
  STARTSWITH(Lookup.LIKE, false, true),
  ISTARTSWITH(Lookup.ILIKE, false, true),
  ENDSWITH(Lookup.LIKE, true, false),
  IENDSWITH(Lookup.ILIKE, true, false),
  ISNULL(Lookup.EQ);

  private final Lookup how;
  private final boolean starBefore;
  private final boolean starAfter;
  private final String suffix = "__" + name().toLowerCase(Locale.ROOT);

  DjangoLookup(Lookup how) {
    this(how, false, false);
  }

  DjangoLookup(Lookup how, boolean starBefore, boolean starAfter) {
    this.how = how;
    this.starBefore = starBefore;
    this.starAfter = starAfter;
  }

  static @Nullable DjangoLookup endingOf(String name) {
    for (DjangoLookup lookup : values()) {
      if (name.endsWith(lookup.suffix)) {
        return lookup;
      }
    }
    return null;
  }

  /** The name without its ending. */
  static Name base(Name name, String suffix) {
    return new Name(name.at(), name.text().substring(0, name.text().length() - suffix.length()));
  }

  Comparison comparison(Name name, Literal value) {
    Name property = base(name, suffix);
    if (!value.is(Kind.PLAIN)) {
      return new Comparison(property, how, value);
    }
    if (this == ISNULL) {
      return isNull(property, value);
    }
    String pattern = LikePattern.widened(value.text(), starBefore, starAfter);
    return new Comparison(property, how, new Literal(value.at(), pattern, Kind.PLAIN));
  }

  private static Comparison isNull(Name property, Literal value) {
    Lookup how =
        switch (value.text()) {
          case "true", "True", "1" -> Lookup.EQ;
          case "false", "False", "0" -> Lookup.NE;
          default ->
              throw Faults.refused(
                  Faults.quoted(value.text())
                      + Faults.at(value.at())
                      + " is neither true nor false, as __isnull needs.");
        };
    return new Comparison(property, how, new Literal(value.at(), "null()", Kind.NULL));
  }
}
