package io.tierhub.web.rql;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Violation;
import io.tierhub.web.rql.Term.Name;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with a query. Every message begins with Connect's own text for it (wire-format
 * §1.4), for clients that look for it, and goes on with what exactly is wrong and where.
 */
final class Faults {

  /** More than anybody mends at once; keeps the answer from outgrowing the question. */
  private static final int NAMED = 100;

  private static final int SHOWN_CHARACTERS = 60;

  private final List<Violation> found = new ArrayList<>();
  private int unnamed;

  /** For faults of the syntax, after which nothing else can be told. */
  static Refused refused(String reason) {
    return Refused.at(Refusal.BAD_FILTER, "", filterText(reason));
  }

  /** For what is refused for its size, see {@link Limits}, whether or not it can be read. */
  static Refused tooLarge(String reason) {
    return Refused.at(Refusal.FILTER_TOO_LARGE, "", filterText(reason));
  }

  static Refused refusedSelect(String name, String reason) {
    return Refused.at(Refusal.BAD_FILTER, "", selectText(name, reason));
  }

  static Refused refusedOrdering(String name, String reason) {
    return Refused.at(Refusal.BAD_FILTER, "", orderingText(name, reason));
  }

  void filter(String reason) {
    add(filterText(reason));
  }

  void ordering(Name name, String reason) {
    add(orderingText(name.text(), reason));
  }

  void secondOrdering(Name operation) {
    add(
        "Bad ordering filter: query can contain only one ordering operation. The second one stands"
            + at(operation.at())
            + ".");
  }

  void select(Name name, String reason) {
    add(selectText(name.text(), reason));
  }

  void search(String what, String reason) {
    add("Bad search filter: " + cut(what) + ". " + reason);
  }

  void searchOfMember(Name name) {
    add(
        "Filter \"search\" can be applied only on top level. It stands inside t()"
            + at(name.at())
            + ".");
  }

  void paging(String reason) {
    add("Limit and offset are set incorrectly. " + reason);
  }

  void refuseIfAny() {
    if (unnamed > 0) {
      found.add(new Violation("", "There are " + unnamed + " more faults."));
    }
    if (!found.isEmpty()) {
      throw Refused.because(Refusal.BAD_FILTER, found);
    }
  }

  /** Positions are told counting from 1. */
  static String at(int index) {
    return " at position " + (index + 1);
  }

  static String quoted(String text) {
    return "'" + cut(text) + "'";
  }

  private static String cut(String text) {
    if (text.length() <= SHOWN_CHARACTERS) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(SHOWN_CHARACTERS - 1));
    return text.substring(0, splitsPair ? SHOWN_CHARACTERS - 1 : SHOWN_CHARACTERS) + "…";
  }

  private static String filterText(String reason) {
    return "Bad filter query. " + reason;
  }

  private static String orderingText(String name, String reason) {
    return "Bad ordering filter: " + cut(name) + ". " + reason;
  }

  private static String selectText(String name, String reason) {
    return "Bad select filter: " + cut(name) + ". " + reason;
  }

  private void add(String message) {
    if (found.size() < NAMED) {
      found.add(new Violation("", message));
    } else {
      unnamed++;
    }
  }
}
