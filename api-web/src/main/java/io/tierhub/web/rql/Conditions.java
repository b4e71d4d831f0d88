package io.tierhub.web.rql;

import io.tierhub.query.Field;
import io.tierhub.query.Field.Lookup;
import io.tierhub.query.Field.Type;
import io.tierhub.query.Filter;
import io.tierhub.query.Filter.Comparison;
import io.tierhub.query.Value;
import io.tierhub.web.rql.Term.Literal;
import io.tierhub.web.rql.Term.Literal.Kind;
import io.tierhub.web.rql.Term.Name;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conditions on one property: whether it can be asked for, and with what values. */
final class Conditions {

  private static final Set<Lookup> CONSTANTS_WITH =
      EnumSet.of(Lookup.EQ, Lookup.NE, Lookup.IN, Lookup.OUT);

  private final Faults faults;

  Conditions(Faults faults) {
    this.faults = faults;
  }

  @Nullable Filter comparison(Field field, Name name, Lookup how, Literal with) {
    if (!supported(field, name, how, List.of(with))) {
      return null;
    }
    return switch (how) {
      case EQ, IN -> equality(field, List.of(with), false, false);
      case NE, OUT -> equality(field, List.of(with), true, false);
      case LIKE, ILIKE -> like(field, with, how == Lookup.LIKE);
      case GT -> ordered(field, Comparison.GT, with);
      case GE -> ordered(field, Comparison.GE, with);
      case LT -> ordered(field, Comparison.LT, with);
      case LE -> ordered(field, Comparison.LE, with);
      case NULL -> new Filter.Absent(field);
    };
  }

  @Nullable Filter listing(Field field, Name name, Lookup how, List<Literal> values) {
    return supported(field, name, how, values)
        ? equality(field, values, how == Lookup.OUT, true)
        : null;
  }

  @Nullable Filter range(Field field, Name name, Literal least, Literal most) {
    Filter from = comparison(field, name, Lookup.GE, least);
    Filter to = from == null ? null : comparison(field, name, Lookup.LE, most);
    return from == null || to == null ? null : Filter.all(List.of(from, to));
  }

  private boolean supported(Field field, Name name, Lookup how, List<Literal> with) {
    boolean constant = with.stream().anyMatch(value -> !value.is(Kind.PLAIN));
    if (constant && !CONSTANTS_WITH.contains(how)) {
      faults.filter(
          "null() and empty() can be asked for with eq, ne, in and out only, not with %s as for %s%s."
              .formatted(word(how), Faults.quoted(name.text()), Faults.at(name.at())));
      return false;
    }
    // A table that names the null lookup means eq(f,null()) and ne(f,null()), whatever else it has.
    boolean nullOnly = with.stream().allMatch(value -> value.is(Kind.NULL));
    if (field.supports(how) || nullOnly && canBeAbsent(field)) {
      return true;
    }
    faults.filter(
        "%s%s cannot be compared with %s; it can with %s."
            .formatted(
                Faults.quoted(name.text()),
                Faults.at(name.at()),
                word(how),
                field.spec().lookups().stream()
                    .sorted()
                    .map(Conditions::word)
                    .collect(Collectors.joining(", "))));
    return false;
  }

  /**
   * @param negated rows without a value are then found as well, see {@link Filter}
   * @param listed whether it was written as a list, which keeps even one value a list
   */
  private @Nullable Filter equality(
      Field field, List<Literal> literals, boolean negated, boolean listed) {
    boolean absent = false;
    boolean sound = true;
    List<Value> values = new ArrayList<>();
    for (Literal literal : literals) {
      if (meansAbsent(field, literal)) {
        absent = true;
        sound &= checkCanBeAbsent(field, literal);
      } else if (literal.is(Kind.EMPTY) && field.spec().type() == Type.TEXT) {
        // What was never filled in is kept as null; clients that ask for empty mean both.
        absent |= canBeAbsent(field);
        values.add(new Value.Text(""));
      } else {
        Value value = value(field, literal);
        sound &= value != null;
        if (value != null) {
          values.add(value);
        }
      }
    }
    if (!sound) {
      return null;
    }
    if (!absent && !listed) {
      return new Filter.Compare(field, negated ? Comparison.NE : Comparison.EQ, values.getFirst());
    }
    Filter filter = anyOf(field, absent, values, listed);
    return negated ? new Filter.Not(filter) : filter;
  }

  private static Filter anyOf(Field field, boolean absent, List<Value> values, boolean listed) {
    List<Filter> any = new ArrayList<>();
    if (absent) {
      any.add(new Filter.Absent(field));
    }
    if (!values.isEmpty()) {
      any.add(
          listed
              ? new Filter.OneOf(field, List.copyOf(values))
              : new Filter.Compare(field, Comparison.EQ, values.getFirst()));
    }
    return Filter.any(any);
  }

  private static boolean meansAbsent(Field field, Literal literal) {
    return literal.is(Kind.NULL)
        || literal.is(Kind.EMPTY) && field.spec().type() == Type.WORDS
        || literal.is(Kind.PLAIN) && literal.text().equals(field.spec().zeroId());
  }

  private static boolean canBeAbsent(Field field) {
    return field.supports(Lookup.NULL) || field.spec().zeroId() != null;
  }

  private boolean checkCanBeAbsent(Field field, Literal literal) {
    boolean possible = canBeAbsent(field) || literal.is(Kind.EMPTY);
    if (!possible) {
      faults.filter(
          "%s%s cannot be asked of '%s', which always has a value."
              .formatted(literal.text(), Faults.at(literal.at()), field.path()));
    }
    return possible;
  }

  private @Nullable Filter like(Field field, Literal pattern, boolean caseSensitive) {
    Filter filter = LikePattern.filter(field, pattern.text(), caseSensitive);
    if (filter == null) {
      faults.filter(
          "%s%s cannot be searched for in '%s': %s."
              .formatted(
                  Faults.quoted(pattern.text()),
                  Faults.at(pattern.at()),
                  field.path(),
                  LikePattern.RULE));
    }
    return filter;
  }

  private @Nullable Filter ordered(Field field, Comparison how, Literal with) {
    Value value = value(field, with);
    return value == null ? null : new Filter.Compare(field, how, value);
  }

  private @Nullable Value value(Field field, Literal literal) {
    Value value = literal.is(Kind.PLAIN) ? typed(field, literal.text()) : null;
    if (value == null) {
      String shown = literal.is(Kind.PLAIN) ? Faults.quoted(literal.text()) : literal.text();
      faults.filter(
          "%s%s is not %s, as '%s' needs."
              .formatted(shown, Faults.at(literal.at()), needed(field), field.path()));
    }
    return value;
  }

  private static @Nullable Value typed(Field field, String text) {
    return switch (field.spec().type()) {
      case TEXT -> new Value.Text(text);
      case WHOLE_NUMBER -> wholeNumber(text);
      case MOMENT -> {
        Instant at = Moments.parse(text);
        yield at == null ? null : new Value.Moment(at);
      }
      case TRUTH -> truth(text);
      case CHOICE, WORDS -> field.spec().words().contains(text) ? new Value.Text(text) : null;
    };
  }

  private static @Nullable Value wholeNumber(String text) {
    try {
      return new Value.WholeNumber(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Python clients write {@code True}. */
  private static @Nullable Value truth(String text) {
    boolean is = text.equalsIgnoreCase("true");
    return is || text.equalsIgnoreCase("false") ? new Value.Truth(is) : null;
  }

  private static String needed(Field field) {
    return switch (field.spec().type()) {
      case TEXT -> "a text";
      case WHOLE_NUMBER -> "a whole number";
      case MOMENT -> "a date or time such as 2026-01-31 or 2026-01-31T10:00:00+00:00";
      case TRUTH -> "true or false";
      case CHOICE, WORDS -> "one of the words " + String.join(", ", field.spec().words());
    };
  }

  private static String word(Lookup lookup) {
    return lookup == Lookup.NULL ? "null()" : lookup.name().toLowerCase(Locale.ROOT);
  }
}
