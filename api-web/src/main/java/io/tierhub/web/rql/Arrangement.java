package io.tierhub.web.rql;

import io.tierhub.query.Field;
import io.tierhub.query.Order;
import io.tierhub.query.Selection;
import io.tierhub.web.rql.Term.Name;
import io.tierhub.web.rql.Term.Ordering;
import io.tierhub.web.rql.Term.Select;
import io.tierhub.web.rql.Term.Signed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the rows are to be shown: {@code ordering(…)}, once only, and {@code select(…)}. */
final class Arrangement {

  private final Names names;
  private final Faults faults;
  private final List<Order> order = new ArrayList<>();
  private final List<Selection.Member> included = new ArrayList<>();
  private final List<Selection.Member> excluded = new ArrayList<>();
  private @Nullable Ordering ordering;

  Arrangement(Names names, Faults faults) {
    this.names = names;
    this.faults = faults;
  }

  List<Order> order() {
    return List.copyOf(order);
  }

  Selection selection() {
    return new Selection(included, excluded);
  }

  void order(Ordering asked, boolean onTop) {
    if (!onTop) {
      faults.ordering(asked.operation(), notBelowTop(asked.operation()));
      return;
    }
    if (ordering != null) {
      faults.secondOrdering(asked.operation());
      return;
    }
    ordering = asked;
    for (Signed by : asked.by()) {
      Name name = by.name();
      Optional<Field> field = names.field(name.text());
      if (field.isEmpty()) {
        faults.ordering(name, "Unknown property" + Faults.at(name.at()) + names.hint(name.text()));
      } else if (!field.get().spec().ordered()) {
        faults.ordering(name, notOrdered(name));
      } else {
        order.add(new Order(field.get(), by.minus()));
      }
    }
  }

  void select(Select asked, boolean onTop) {
    if (!onTop) {
      faults.select(asked.operation(), notBelowTop(asked.operation()));
      return;
    }
    for (Signed signed : asked.names()) {
      Name name = signed.name();
      Selection.Member member = new Selection.Member(name.text(), name.at() + 1);
      List<Selection.Member> other = signed.minus() ? included : excluded;
      if (other.stream().anyMatch(one -> one.path().equals(member.path()))) {
        faults.select(name, "It is asked for and excluded as well" + Faults.at(name.at()) + ".");
      } else {
        (signed.minus() ? excluded : included).add(member);
      }
    }
  }

  private String notOrdered(Name name) {
    List<String> ordered =
        Names.paths(names.fields().stream().filter(field -> field.spec().ordered()));
    return "This list cannot be ordered by it"
        + Faults.at(name.at())
        + (ordered.isEmpty() ? "." : "; it can by " + String.join(", ", ordered) + ".");
  }

  private static String notBelowTop(Name operation) {
    return "It cannot stand inside or(), not() or t()" + Faults.at(operation.at()) + ".";
  }
}
