package io.tierhub.web.rql;

import io.tierhub.query.Field.Lookup;
import io.tierhub.web.rql.Term.Literal;
import io.tierhub.web.rql.Term.Literal.Kind;
import io.tierhub.web.rql.Term.Name;
import io.tierhub.web.rql.Term.Signed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the grammar that do not recur: properties, operations, lists of values and names.
 */
final class Arguments {

  /** The JavaScript SDK writes {@code gte} and {@code lte}. */
  static final Map<String, Lookup> OPERATIONS =
      Map.ofEntries(
          Map.entry("eq", Lookup.EQ),
          Map.entry("ne", Lookup.NE),
          Map.entry("gt", Lookup.GT),
          Map.entry("ge", Lookup.GE),
          Map.entry("gte", Lookup.GE),
          Map.entry("lt", Lookup.LT),
          Map.entry("le", Lookup.LE),
          Map.entry("lte", Lookup.LE),
          Map.entry("like", Lookup.LIKE),
          Map.entry("ilike", Lookup.ILIKE),
          Map.entry("in", Lookup.IN),
          Map.entry("out", Lookup.OUT));

  private static final Pattern TYPED = Pattern.compile("[^='\"\\s][^=\"]*\\s[^=\"]*");
  private static final Pattern FILTER_BEHIND_COMMA = Pattern.compile(",\\s*[a-zA-Z][\\w.-]*\\(");

  private final Lexer lexer;

  Arguments(Lexer lexer) {
    this.lexer = lexer;
  }

  /** The first argument of an operation and the comma behind it. */
  Name property() {
    Name property = lexer.name();
    if (property == null) {
      throw lexer.expected("the name of a property", "it begins with a letter");
    }
    lexer.expect(',', "a property and a value are separated by a comma: eq(status,pending)");
    return property;
  }

  /** The operation in {@code prop=op=val}; null where there is a value at once. */
  @Nullable Lookup infix() {
    int start = lexer.at();
    Name name = lexer.name();
    if (name == null || !lexer.take('=')) {
      lexer.backTo(start);
      return null;
    }
    Lookup how = OPERATIONS.get(name.text());
    if (how == null) {
      throw Faults.refused(
          "%s%s stands between two '=' and is no operation; write name=ge=5, or %s."
              .formatted(Faults.quoted(name.text()), Faults.at(name.at()), Lexer.QUOTING_HINT));
    }
    return how;
  }

  /** {@code (a,b)} */
  List<Literal> bracketedValues() {
    lexer.expect('(', "values stand in parentheses of their own: in(status,(pending,approved))");
    List<Literal> values = new ArrayList<>();
    do {
      add(lexer.literal(), values);
    } while (lexer.take(','));
    lexer.expect(')', Lexer.QUOTING_HINT);
    return values;
  }

  /** {@code a,b} as in {@code status__in=a,b}; empty ones count for nothing, as in Connect. */
  List<Literal> bareValues() {
    List<Literal> values = new ArrayList<>();
    do {
      Literal value = lexer.literalOrNothing();
      if (!value.is(Kind.MISSING)) {
        add(value, values);
      }
    } while (takeInnerComma());
    return values;
  }

  /**
   * The value with what follows up to the next {@code &}, where that is text as people type it:
   * {@code name=Acme, Inc. (Spain)}. As in Connect, it has a blank and neither quotes nor another
   * filter in it.
   */
  Literal toTheEnd(Literal value) {
    char next = lexer.peek();
    if (next == '&' || next == Lexer.END || !value.is(Kind.PLAIN)) {
      return value;
    }
    int behind = lexer.at();
    lexer.skipTo('&');
    String whole = lexer.since(value.at()).strip();
    if (TYPED.matcher(whole).matches() && !FILTER_BEHIND_COMMA.matcher(whole).find()) {
      return new Literal(value.at(), whole, Kind.PLAIN);
    }
    lexer.backTo(behind);
    return value;
  }

  /** {@code +a,-b)}; there may be none. */
  List<Signed> bracketedSigned(Name operation) {
    List<Signed> names = new ArrayList<>();
    if (!lexer.take(')')) {
      do {
        names.add(signed(operation));
      } while (lexer.take(','));
      lexer.expect(')', "names are separated by commas: " + operation.text() + "(name,-created)");
    }
    return names;
  }

  /** {@code -a,b} as in {@code order_by=-a,b}; there may be none. */
  List<Signed> bareSigned(Name operation) {
    List<Signed> names = new ArrayList<>();
    if (lexer.peek() != '&' && lexer.peek() != Lexer.END) {
      do {
        names.add(signed(operation));
      } while (takeInnerComma());
    }
    return names;
  }

  private Signed signed(Name operation) {
    boolean minus = lexer.take('-');
    if (!minus) {
      lexer.take('+');
    }
    Name name = lexer.name();
    if (name != null) {
      return new Signed(minus, name);
    }
    int at = lexer.at();
    String found = lexer.literalOrNothing().text();
    String reason =
        "Expected the name of a property" + Faults.at(at) + "; it begins with a letter.";
    throw operation.text().equals("select")
        ? Faults.refusedSelect(found, reason)
        : Faults.refusedOrdering(found, reason);
  }

  /** A comma that goes on with a list, not one that begins another filter. */
  private boolean takeInnerComma() {
    int before = lexer.at();
    if (!lexer.take(',')) {
      return false;
    }
    int start = lexer.at();
    Name name = lexer.name();
    char next = lexer.peek();
    lexer.backTo(start);
    boolean constant = lexer.take("null()") || lexer.take("empty()");
    // No value begins with a parenthesis, but a group of filters does.
    boolean anotherFilter =
        next == '(' && name == null || name != null && !constant && (next == '=' || next == '(');
    lexer.backTo(anotherFilter ? before : start);
    return !anotherFilter;
  }

  private void add(Literal value, List<Literal> values) {
    values.add(value);
    if (values.size() > Limits.VALUES) {
      throw Faults.tooLarge(
          "A list has more than %s values%s.".formatted(Limits.VALUES, Faults.at(value.at())));
    }
  }
}
