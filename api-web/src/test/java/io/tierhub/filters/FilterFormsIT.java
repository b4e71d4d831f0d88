package io.tierhub.filters;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.HttpTest;
import io.tierhub.query.Field;
import io.tierhub.query.Field.Lookup;
import io.tierhub.query.Field.Type;
import io.tierhub.query.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every property of a list is found by every lookup that it declares, in every form that clients
 * send, and orders and searches the list where it says so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilterFormsIT extends HttpTest {

  private static final Map<Lookup, String> DJANGO =
      Map.of(
          Lookup.EQ, "exact",
          Lookup.GT, "gt",
          Lookup.GE, "gte",
          Lookup.LT, "lt",
          Lookup.LE, "lte",
          Lookup.IN, "in");

  /** As many as surely fit into one query. */
  private static final int TOGETHER = 50;

  private List<FilteredList> lists;
  private boolean byCodePoint;

  @BeforeAll
  void rowsOfEveryKind() {
    lists = new FilteredWorld(world(), jdbc).lists();
    byCodePoint = Boolean.TRUE.equals(jdbc.queryForObject("select 'a' > 'B'", Boolean.class));
  }

  Stream<Arguments> properties() {
    return lists.stream()
        .flatMap(list -> list.fields().stream().map(field -> Arguments.of(list, field)));
  }

  Stream<Arguments> ordered() {
    return properties().filter(each -> ((Field) each.get()[1]).spec().ordered());
  }

  Stream<Arguments> searched() {
    return properties().filter(each -> ((Field) each.get()[1]).spec().searched());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("properties")
  void isFoundByEveryLookupInEveryForm(FilteredList list, Field field) {
    Row row =
        list.rows().stream()
            .filter(one -> !one.of(field).isEmpty())
            .max(Comparator.comparing(one -> firstOf(one, field).toString().length()))
            .orElse(null);
    List<String> wrong = new ArrayList<>();
    if (row == null) {
      nothingIsThere(list, field, wrong);
    } else {
      check(list, field, row, wrong);
    }
    assertThat(wrong).as("%s of %s, looked for in %s", field.path(), list, row).isEmpty();
  }

  private static Value firstOf(Row row, Field field) {
    return row.of(field).getFirst();
  }

  private static void nothingIsThere(FilteredList list, Field field, List<String> wrong) {
    String value =
        switch (field.spec().type()) {
          case TEXT -> "x";
          case CHOICE, WORDS -> field.spec().words().getFirst();
          case WHOLE_NUMBER -> "1";
          case MOMENT, TRUTH -> throw new IllegalStateException("always there: " + field);
        };
    for (Lookup lookup : field.spec().lookups()) {
      boolean all = lookup == Lookup.NE || lookup == Lookup.OUT || lookup == Lookup.NULL;
      for (String query : forms(lookup, field.path(), lookup == Lookup.NULL ? "null()" : value)) {
        if (list.idsOf(query).size() != (all ? list.rows().size() : 0)) {
          wrong.add(query);
        }
      }
    }
  }

  private static void check(FilteredList list, Field field, Row row, List<String> wrong) {
    List<String> finding = new ArrayList<>();
    List<String> passing = new ArrayList<>();
    for (Lookup lookup : field.spec().lookups()) {
      finding.addAll(queries(field, lookup, field.path(), row, true));
      passing.addAll(queries(field, lookup, field.path(), row, false));
      for (String alias : field.spec().aliases()) {
        queries(field, lookup, alias, row, true).stream().limit(1).forEach(finding::add);
      }
    }
    // Many at once, for there are thousands; one by one only to name the one that is wrong.
    for (List<String> some : parts(finding)) {
      if (!finds(list, String.join("&", some), row)) {
        wrong.addAll(some.stream().filter(one -> !finds(list, one, row)).toList());
        wrong.add("does not find it, or does not together with others");
      }
    }
    for (List<String> some : parts(passing)) {
      if (finds(list, "(" + String.join("|", some) + ")", row)) {
        wrong.addAll(some.stream().filter(one -> finds(list, one, row)).toList());
        wrong.add("finds it, or does together with others");
      }
    }
  }

  private static List<List<String>> parts(List<String> queries) {
    List<List<String>> parts = new ArrayList<>();
    for (int at = 0; at < queries.size(); at += TOGETHER) {
      parts.add(queries.subList(at, Math.min(queries.size(), at + TOGETHER)));
    }
    return parts;
  }

  private static boolean finds(FilteredList list, String query, Row row) {
    return list.idsOf(query + "&id=" + row.id()).contains(row.id());
  }

  /**
   * @param finding whether the row is to be found, or else passed over
   */
  private static List<String> queries(
      Field field, Lookup lookup, String name, Row row, boolean finding) {
    Value value = firstOf(row, field);
    Value other = other(field, row);
    return switch (lookup) {
      case EQ -> formsWith(lookup, name, finding ? value : other);
      // A parameter is asked for by what none of them is.
      case NE, OUT -> formsWith(lookup, name, finding ? other : value);
      case IN -> {
        List<String> forms = new ArrayList<>(formsWith(lookup, name, finding ? value : other));
        if (finding && other != null) {
          String both = literal(other) + "," + literal(value);
          forms.addAll(forms(lookup, name, both));
        }
        yield forms;
      }
      case GT -> formsWith(lookup, name, finding ? moved(value, -1) : value);
      case GE -> formsWith(lookup, name, finding ? value : moved(value, 1));
      case LT -> formsWith(lookup, name, finding ? moved(value, 1) : value);
      case LE -> formsWith(lookup, name, finding ? value : moved(value, -1));
      case LIKE, ILIKE -> patterns(lookup, name, value, other, finding);
      case NULL -> {
        boolean absent = field.spec().type() == Type.TRUTH && ((Value.Truth) value).is();
        yield absent == finding
            ? forms(lookup, name, "null()")
            : List.of(
                "ne(" + name + ",null())",
                name + "=ne=null()",
                underscored(name) + "__isnull=false");
      }
    };
  }

  private static List<String> formsWith(Lookup lookup, String name, Value value) {
    return value == null ? List.of() : forms(lookup, name, literal(value));
  }

  private static List<String> forms(Lookup lookup, String name, String value) {
    String operation = lookup.name().toLowerCase(Locale.ROOT);
    String old = underscored(name);
    List<String> forms = new ArrayList<>();
    switch (lookup) {
      case NULL ->
          forms.addAll(
              List.of(
                  "eq(" + name + ",null())",
                  name + "=null()",
                  name + "=eq=null()",
                  old + "__isnull=true"));
      case IN, OUT ->
          forms.addAll(
              List.of(
                  operation + "(" + name + ",(" + value + "))",
                  name + "=" + operation + "=(" + value + ")",
                  operation + "(" + old + ",(" + value + "))"));
      default ->
          forms.addAll(
              List.of(
                  operation + "(" + name + "," + value + ")",
                  name + "=" + operation + "=" + value,
                  operation + "(" + old + "," + value + ")"));
    }
    if (lookup == Lookup.EQ) {
      forms.add(name + "=" + value);
      forms.add(old + "=" + value);
    }
    if (DJANGO.containsKey(lookup)) {
      forms.add(old + "__" + DJANGO.get(lookup) + "=" + value);
    }
    return forms;
  }

  private static List<String> patterns(
      Lookup lookup, String name, Value value, Value other, boolean finding) {
    if (!finding && other == null) {
      return List.of();
    }
    String whole = ((Value.Text) (finding ? value : other)).text();
    String text = lookup == Lookup.ILIKE ? flipped(whole) : whole;
    int middle = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
    String start = escaped(text.substring(0, middle));
    String end = escaped(text.substring(middle));
    String i = lookup == Lookup.ILIKE ? "i" : "";
    List<String> queries = new ArrayList<>();
    // Of another text only the whole is surely not in it.
    List<String> patterns =
        finding
            ? List.of(
                start + end, start + "*", "*" + end, "*" + start + "*", start + "*" + end, "*")
            : List.of(start + end, "*" + start + end + "*");
    patterns.forEach(pattern -> queries.addAll(forms(lookup, name, quoted(pattern))));
    String old = underscored(name) + "__" + i;
    queries.add(old + "contains=" + quoted(start + end));
    queries.add(old + "startswith=" + quoted(start + end));
    queries.add(old + "endswith=" + quoted(start + end));
    return queries;
  }

  /** A value that the row does not have; null if there is no other. */
  private static Value other(Field field, Row row) {
    Value value = firstOf(row, field);
    return switch (value) {
      case Value.Text(var text) ->
          field.spec().words().isEmpty()
              ? new Value.Text(text + "_")
              : field.spec().words().stream()
                  .<Value>map(Value.Text::new)
                  .filter(word -> !row.of(field).contains(word))
                  .filter(word -> !text.contains(((Value.Text) word).text()))
                  .findFirst()
                  .orElse(null);
      case Value.WholeNumber _, Value.Moment _ -> moved(value, 1);
      case Value.Truth(var is) -> new Value.Truth(!is);
    };
  }

  private static Value moved(Value value, int by) {
    return switch (value) {
      case Value.WholeNumber(var number) -> new Value.WholeNumber(number + by);
      case Value.Moment(Instant at) -> new Value.Moment(at.plusSeconds(by));
      default -> throw new IllegalArgumentException("in no order: " + value);
    };
  }

  private static String literal(Value value) {
    return switch (value) {
      case Value.Text(var text) -> quoted(text);
      case Value.WholeNumber(var number) -> String.valueOf(number);
      case Value.Moment(var at) -> at.toString();
      case Value.Truth(var is) -> String.valueOf(is);
    };
  }

  private static String quoted(String text) {
    return text.matches("[\\w.@-]+")
        ? text
        : text.contains("\"") ? "'" + text + "'" : "\"" + text + "\"";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("*", "\\*");
  }

  private static String flipped(String text) {
    return text.codePoints()
        .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String underscored(String name) {
    return name.replace(".", "__");
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("ordered")
  void ordersTheList(FilteredList list, Field field) {
    String name = field.path();
    List<Value> up = inOrder(list, "ordering(" + name + ")", field);
    List<Value> down = inOrder(list, "ordering(-" + name + ")", field);
    List<Value> there = up.stream().filter(Objects::nonNull).toList();
    assertThat(up.subList(0, there.size())).as("what is absent comes last").isEqualTo(there);
    assertThat(down.subList(0, there.size())).isEqualTo(there.reversed());
    assertThat(up).hasSameSizeAs(list.rows());
    assertThat(down).hasSameSizeAs(list.rows());
    if (byCodePoint || field.spec().type() != Type.TEXT) {
      assertThat(there).isSortedAccordingTo(Meaning::order);
    }
    for (String form :
        List.of(
            "ordering(+%s)",
            "order_by(%s)", "sort(%s)", "ordering=%s", "order_by=%s", "order_by=+%s")) {
      assertThat(inOrder(list, form.formatted(name), field)).as(form).isEqualTo(up);
    }
    assertThat(inOrder(list, "order_by=-" + underscored(name), field)).isEqualTo(down);
    for (String alias : field.spec().aliases()) {
      assertThat(inOrder(list, "ordering(-" + alias + ")", field)).as(alias).isEqualTo(down);
    }
  }

  private static List<Value> inOrder(FilteredList list, String query, Field field) {
    Map<String, Row> rows = list.rows().stream().collect(Collectors.toMap(Row::id, row -> row));
    List<Value> values = new ArrayList<>();
    for (String id : list.idsOf(query)) {
      List<Value> own = rows.get(id).of(field);
      values.add(own.isEmpty() ? null : own.getFirst());
    }
    return Collections.unmodifiableList(values);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("searched")
  void isSearched(FilteredList list, Field field) {
    for (Row row : list.rows()) {
      for (Value value : row.of(field)) {
        String text = escaped(((Value.Text) value).text());
        String part = text.length() > 3 && !text.contains("\\") ? text.substring(1, 3) : text;
        for (String term : List.of(text, flipped(text), part)) {
          if (term.isBlank()) {
            continue;
          }
          assertThat(list.idsOf("search=" + quoted(term) + "&id=" + row.id()))
              .as("search=%s, for %s", term, field.path())
              .containsExactly(row.id());
          assertThat(list.idsOf("search=" + quoted(text + "no such") + "&id=" + row.id()))
              .isEmpty();
        }
      }
      if (!row.of(field).isEmpty()) {
        return;
      }
    }
  }
}
