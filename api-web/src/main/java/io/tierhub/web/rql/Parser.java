package io.tierhub.web.rql;

import io.tierhub.query.Field.Lookup;
import io.tierhub.web.rql.Term.And;
import io.tierhub.web.rql.Term.Comparison;
import io.tierhub.web.rql.Term.Literal;
import io.tierhub.web.rql.Term.Name;
import io.tierhub.web.rql.Term.Not;
import io.tierhub.web.rql.Term.Or;
import io.tierhub.web.rql.Term.Ordering;
import io.tierhub.web.rql.Term.Range;
import io.tierhub.web.rql.Term.Select;
import io.tierhub.web.rql.Term.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recursive descent through the grammar of wire-format §1.4, and what clients send beyond it. Knows
 * no properties. Stops at the first thing it cannot read.
 */
final class Parser {

  private static final Set<String> ORDERINGS = Set.of("ordering", "order_by", "sort");
  private static final String DJANGO_IN = "__in";

  private static final String ONE_FILTER =
      "a filter is written status=pending, eq(status,pending) or in(status,(pending,approved))";

  private static final String ALL_OPERATIONS =
      "the operations are eq, ne, gt, ge, lt, le, in, out, like, ilike, range,"
          + " and, or, not, t, ordering, select, limit and offset";

  private final Lexer lexer;
  private final Arguments arguments;
  private final Budget budget;
  private final Set<String> passedOver;

  /**
   * @param passedOver parameters of the query string that are not part of the language
   */
  Parser(String text, Set<String> passedOver) {
    this.lexer = new Lexer(text);
    this.arguments = new Arguments(lexer);
    this.budget = new Budget(lexer);
    this.passedOver = passedOver;
  }

  Term query() {
    List<Term> all = new ArrayList<>();
    while (lexer.peek() != Lexer.END) {
      // Clients glue queries together and leave empty segments: ?&limit=10, a=1&&b=2.
      if (lexer.take('&') || passOverParameter()) {
        continue;
      }
      do {
        all.add(term());
      } while (lexer.take(','));
      endOfSegment();
    }
    return new And(all);
  }

  private boolean passOverParameter() {
    int start = lexer.at();
    Name name = lexer.name();
    char next = lexer.peek();
    boolean standsAlone = next == '=' || next == '&' || next == Lexer.END;
    if (name != null && standsAlone && passedOver.contains(name.text())) {
      lexer.skipTo('&');
      return true;
    }
    lexer.backTo(start);
    return false;
  }

  private void endOfSegment() {
    char next = lexer.peek();
    if (next == '|' || next == ';') {
      throw lexer.expected("'&'", "alternatives stand in parentheses: (a=1|b=2)");
    }
    if (next == ')') {
      throw lexer.expected("'&'", "no parenthesis is open here");
    }
    if (next != '&' && next != Lexer.END) {
      throw lexer.expected("'&'", Lexer.QUOTING_HINT);
    }
  }

  private Term term() {
    if (lexer.take('(')) {
      return budget.nested(this::group);
    }
    Name name = lexer.name();
    if (name == null) {
      throw lexer.expected("a filter", ONE_FILTER);
    }
    if (lexer.take('(')) {
      return operation(name);
    }
    if (lexer.take('=')) {
      return assignment(name);
    }
    throw lexer.expected("'=' or '(' after " + Faults.quoted(name.text()), ONE_FILTER);
  }

  /** {@code (a|b&c)}: what is joined by {@code &} or {@code ,} binds tighter. */
  private Term group() {
    List<Term> any = new ArrayList<>();
    do {
      List<Term> all = new ArrayList<>();
      do {
        all.add(term());
      } while (lexer.take('&') || lexer.take(','));
      any.add(new And(all));
    } while (lexer.take('|') || lexer.take(';'));
    lexer.expect(')', Lexer.QUOTING_HINT);
    return new Or(any);
  }

  /** What follows {@code name(}. */
  private Term operation(Name name) {
    return switch (name.text()) {
      case "and" -> budget.nested(() -> new And(operands()));
      case "or" -> budget.nested(() -> new Or(operands()));
      case "not" -> budget.nested(this::negated);
      case "t" -> budget.nested(() -> tuple(null, Lookup.EQ));
      case "range" -> range();
      case "limit", "offset" -> paging(name);
      case "ordering", "order_by", "sort" ->
          new Ordering(name, budget.counted(arguments.bracketedSigned(name)));
      case "select" -> new Select(name, budget.counted(arguments.bracketedSigned(name)));
      case "null", "empty" ->
          throw Faults.refused(
              "%s()%s is a value, not a filter; write eq(name,%s())."
                  .formatted(name.text(), Faults.at(name.at()), name.text()));
      default -> {
        Lookup how = Arguments.OPERATIONS.get(name.text());
        if (how == null) {
          throw Faults.refused(
              "Unknown operation %s%s; %s."
                  .formatted(Faults.quoted(name.text()), Faults.at(name.at()), ALL_OPERATIONS));
        }
        yield condition(how);
      }
    };
  }

  private List<Term> operands() {
    List<Term> operands = new ArrayList<>();
    do {
      List<Term> all = new ArrayList<>();
      do {
        all.add(term());
      } while (lexer.take('&'));
      operands.add(new And(all));
    } while (lexer.take(','));
    lexer.expect(')', Lexer.QUOTING_HINT);
    return operands;
  }

  private Term negated() {
    Term of = term();
    lexer.expect(
        ')', "not() takes one filter; several are joined by and() or or(): not(and(a=1,b=2))");
    return new Not(of);
  }

  private Term condition(Lookup how) {
    Name property = arguments.property();
    boolean listing = how == Lookup.IN || how == Lookup.OUT;
    Term condition = listing ? listing(property, how) : comparison(property, how, false);
    lexer.expect(')', Lexer.QUOTING_HINT);
    return condition;
  }

  private Term listing(Name property, Lookup how) {
    if (lexer.take("(t(")) {
      return budget.nested(() -> tuples(property, how));
    }
    return budget.counted(new Term.Listing(property, how, arguments.bracketedValues()));
  }

  /** {@code in(params,(t(id=a,value=b),t(id=c)))} asks for one of the tuples. */
  private Term tuples(Name property, Lookup how) {
    List<Term> any = new ArrayList<>();
    do {
      any.add(tuple(property, Lookup.EQ));
    } while (lexer.take(",t("));
    lexer.expect(')', Lexer.QUOTING_HINT);
    Term oneOf = new Or(any);
    return how == Lookup.OUT ? new Not(oneOf) : oneOf;
  }

  private Term comparison(Name property, Lookup how, boolean mayMiss) {
    if (lexer.take("t(")) {
      return budget.nested(() -> tuple(property, how));
    }
    Literal with = mayMiss ? bareValue() : lexer.literal();
    return budget.counted(new Comparison(property, how, with));
  }

  private Literal bareValue() {
    Literal value = lexer.literalOrNothing();
    return budget.isTop() ? arguments.toTheEnd(value) : value;
  }

  private Term tuple(@Nullable Name of, Lookup how) {
    if (of != null && how != Lookup.EQ && how != Lookup.NE) {
      throw Faults.refused("t()" + Faults.at(of.at()) + " can be compared with eq and ne only.");
    }
    return new Tuple(of, how == Lookup.NE, operands());
  }

  private Term range() {
    Name property = arguments.property();
    Literal least = lexer.literal();
    lexer.expect(',', "a range is written range(created,2026-01-01,2026-12-31)");
    Literal most = lexer.literal();
    lexer.expect(')', Lexer.QUOTING_HINT);
    return budget.counted(new Range(property, least, most));
  }

  /** {@code limit(count)} or, as the JavaScript and PHP SDKs write, {@code limit(start,count)}. */
  private Term paging(Name name) {
    Literal first = lexer.literal();
    if (name.text().equals("limit") && lexer.take(',')) {
      Literal count = lexer.literal();
      lexer.expect(')', "write limit(start,count)");
      return new And(
          List.of(
              new Comparison(new Name(name.at(), "offset"), Lookup.EQ, first),
              new Comparison(name, Lookup.EQ, count)));
    }
    lexer.expect(')', "write limit(count) or limit(start,count)");
    return new Comparison(name, Lookup.EQ, first);
  }

  /** What follows {@code name=}. */
  private Term assignment(Name name) {
    if (ORDERINGS.contains(name.text())) {
      return new Ordering(name, budget.counted(arguments.bareSigned(name)));
    }
    if (name.text().equals("select")) {
      return new Select(name, budget.counted(arguments.bareSigned(name)));
    }
    Lookup how = arguments.infix();
    if (how == Lookup.IN || how == Lookup.OUT) {
      return listing(name, how);
    }
    if (how != null) {
      return comparison(name, how, false);
    }
    if (name.text().endsWith(DJANGO_IN)) {
      Name property = DjangoLookup.base(name, DJANGO_IN);
      return budget.counted(new Term.Listing(property, Lookup.IN, arguments.bareValues()));
    }
    DjangoLookup ending = DjangoLookup.endingOf(name.text());
    return ending == null
        ? comparison(name, Lookup.EQ, true)
        : budget.counted(ending.comparison(name, lexer.literalOrNothing()));
  }
}
