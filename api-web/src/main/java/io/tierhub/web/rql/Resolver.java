package io.tierhub.web.rql;

import io.tierhub.query.Field;
import io.tierhub.query.Field.Lookup;
import io.tierhub.query.Filter;
import io.tierhub.query.Query;
import io.tierhub.web.rql.Rql.UnknownFilters;
import io.tierhub.web.rql.Term.Comparison;
import io.tierhub.web.rql.Term.Listing;
import io.tierhub.web.rql.Term.Literal;
import io.tierhub.web.rql.Term.Literal.Kind;
import io.tierhub.web.rql.Term.Name;
import io.tierhub.web.rql.Term.Ordering;
import io.tierhub.web.rql.Term.Range;
import io.tierhub.web.rql.Term.Select;
import io.tierhub.web.rql.Term.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives the names and values of a query their meaning on one list. Goes through all of it before it
 * refuses, so that every fault is told at once. A part that is faulty or passed over has no filter,
 * and what joins it goes on without it.
 */
final class Resolver {

  private final Names names;
  private final UnknownFilters unknownFilters;
  private final Faults faults = new Faults();
  private final Conditions conditions = new Conditions(faults);
  private final Paging paging = new Paging(faults);
  private final Search search;
  private final Arrangement arrangement;

  Resolver(List<Field> fields, UnknownFilters unknownFilters) {
    this.names = new Names(fields);
    this.unknownFilters = unknownFilters;
    this.search = new Search(names, faults);
    this.arrangement = new Arrangement(names, faults);
  }

  Query resolve(Term term) {
    Filter filter = filter(term, Place.TOP);
    faults.refuseIfAny();
    return new Query(
        filter == null ? Filter.EVERYTHING : filter,
        arrangement.order(),
        paging.limit(),
        paging.offset(),
        arrangement.selection(),
        null);
  }

  /**
   * @param isTop whether every row must fulfil what stands here
   * @param prefix what {@code prefix=t(…)} puts before the names in it
   */
  private record Place(boolean isTop, String prefix) {

    static final Place TOP = new Place(true, "");

    Place below() {
      return new Place(false, prefix);
    }

    Place within(@Nullable Name tuple) {
      return new Place(false, tuple == null ? prefix : prefix + tuple.text() + ".");
    }

    Name full(Name name) {
      return prefix.isEmpty() ? name : new Name(name.at(), prefix + name.text());
    }
  }

  private @Nullable Filter filter(Term term, Place place) {
    return switch (term) {
      case Term.And(var of) -> all(of, place);
      case Term.Or(var of) ->
          of.size() == 1 ? filter(of.getFirst(), place) : any(of, place.below());
      case Term.Not(var of) -> not(filter(of, place.below()));
      case Tuple(var of, var negated, var inside) -> {
        Filter all = all(inside, place.within(of));
        yield negated ? not(all) : all;
      }
      case Comparison comparison -> comparison(comparison, place);
      case Listing(var name, var how, var values) -> listing(name, how, values, place);
      case Range(var name, var least, var most) ->
          on(name, place, field -> conditions.range(field, name, least, most));
      case Ordering ordering -> {
        arrangement.order(ordering, place.isTop());
        yield null;
      }
      case Select select -> {
        arrangement.select(select, place.isTop());
        yield null;
      }
    };
  }

  /** Flat, however deep the brackets were: the JavaScript SDK nests alternatives one by one. */
  private @Nullable Filter all(List<Term> terms, Place place) {
    List<Filter> all = new ArrayList<>();
    for (Filter filter : filters(terms, place)) {
      if (filter instanceof Filter.All(var inner)) {
        all.addAll(inner);
      } else {
        all.add(filter);
      }
    }
    return all.isEmpty() ? null : Filter.all(all);
  }

  private @Nullable Filter any(List<Term> terms, Place place) {
    List<Filter> any = new ArrayList<>();
    for (Filter filter : filters(terms, place)) {
      if (filter instanceof Filter.Any(var inner)) {
        any.addAll(inner);
      } else {
        any.add(filter);
      }
    }
    return any.isEmpty() ? null : Filter.any(any);
  }

  private List<Filter> filters(List<Term> terms, Place place) {
    List<Filter> filters = new ArrayList<>();
    for (Term term : terms) {
      Filter filter = filter(term, place);
      if (filter != null) {
        filters.add(filter);
      }
    }
    return filters;
  }

  private static @Nullable Filter not(@Nullable Filter of) {
    return of == null ? null : new Filter.Not(of);
  }

  private @Nullable Filter comparison(Comparison comparison, Place place) {
    Name name = comparison.name();
    if (Paging.isAbout(name)) {
      paging.set(comparison, place.isTop());
      return null;
    }
    Literal with = comparison.with();
    if (Search.isAbout(name)) {
      return search.filter(name, comparison.how(), with, place.prefix().isEmpty());
    }
    return on(
        name,
        place,
        field ->
            with.is(Kind.MISSING)
                ? withoutValue(name)
                : conditions.comparison(field, name, comparison.how(), with));
  }

  private @Nullable Filter listing(Name name, Lookup how, List<Literal> values, Place place) {
    if (Paging.isAbout(name)) {
      paging.complain(name, "can only be set, as in limit=10");
      return null;
    }
    if (Search.isAbout(name)) {
      return search.filter(name, how, null, true);
    }
    return on(
        name,
        place,
        field ->
            values.isEmpty() ? withoutValue(name) : conditions.listing(field, name, how, values));
  }

  private @Nullable Filter on(Name name, Place place, Function<Field, @Nullable Filter> condition) {
    Name full = place.full(name);
    Field field = names.field(full.text()).orElse(null);
    if (field != null) {
      return condition.apply(field);
    }
    if (unknownFilters == UnknownFilters.REFUSE) {
      faults.filter(
          "Unknown filter %s%s%s"
              .formatted(
                  Faults.quoted(full.text()), Faults.at(full.at()), names.hint(full.text())));
    }
    return null;
  }

  /**
   * {@code name=}. To ignore it, as Connect does, gives a client whose variable was empty all rows
   * instead of none, and it takes the first.
   */
  private @Nullable Filter withoutValue(Name name) {
    if (unknownFilters == UnknownFilters.REFUSE) {
      faults.filter(
          "%s%s has no value; leave it out, or write %s=empty()."
              .formatted(Faults.quoted(name.text()), Faults.at(name.at()), name.text()));
    }
    return null;
  }
}
