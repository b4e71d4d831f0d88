package io.tierhub.persistence.read;

import io.tierhub.kernel.Nearest;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Violation;
import io.tierhub.persistence.read.Shape.Hidden;
import io.tierhub.persistence.read.Shape.Member;
import io.tierhub.persistence.read.Shape.Nested;
import io.tierhub.query.Selection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes of a shape what {@code select(…)} wants (wire-format §1.4). */
final class Selecting {

  private final Selection selection;
  private final Set<String> shown;
  private final Set<String> left;
  private final Set<String> known = new HashSet<>();

  Selecting(Selection selection) {
    this.selection = selection;
    this.shown = paths(selection.included());
    this.left = paths(selection.excluded());
  }

  private static Set<String> paths(List<Selection.Member> members) {
    return new HashSet<>(members.stream().map(Selection.Member::path).toList());
  }

  List<Member> of(List<Member> members) {
    members.forEach(member -> know(member, ""));
    requireKnown();
    return selected(members, "");
  }

  private void know(Member member, String above) {
    String path = above + member.name();
    known.add(path);
    Member shown = member instanceof Hidden(Member inside) ? inside : member;
    if (shown instanceof Nested nested) {
      nested.members().forEach(one -> know(one, path + "."));
    }
  }

  private void requireKnown() {
    List<Violation> unknown =
        Stream.of(selection.included(), selection.excluded())
            .flatMap(List::stream)
            .filter(member -> !known.contains(member.path()))
            .map(member -> new Violation("", unknown(member)))
            .toList();
    if (!unknown.isEmpty()) {
      throw Refused.because(Refusal.BAD_FILTER, unknown);
    }
  }

  private String unknown(Selection.Member member) {
    String hint =
        Nearest.to(member.path(), known.stream().sorted().toList())
            .map(nearest -> "; did you mean '" + nearest + "'?")
            .orElse(".");
    return "Bad select filter: %s. There is no such member at position %d%s"
        .formatted(member.path(), member.at(), hint);
  }

  private List<Member> selected(List<Member> members, String above) {
    List<Member> selected = new ArrayList<>();
    for (Member member : members) {
      String path = above + member.name();
      if (left.contains(path)) {
        continue;
      }
      if (member instanceof Hidden(Member inside)) {
        if (isAskedFor(path)) {
          selected.add(deeper(inside, path));
        }
      } else {
        selected.add(deeper(member, path));
      }
    }
    return selected;
  }

  /** A hidden object is shown too if something in it is named. */
  private boolean isAskedFor(String path) {
    return shown.contains(path) || shown.stream().anyMatch(one -> one.startsWith(path + "."));
  }

  private Member deeper(Member member, String path) {
    if (!(member instanceof Nested nested)) {
      return member;
    }
    List<Member> inside = selected(nested.members(), path + ".");
    if (inside.equals(nested.members())) {
      return nested;
    }
    Member first = nested.members().getFirst();
    boolean tellsOfAll = nested.optional() && !inside.contains(first);
    return nested.with(
        tellsOfAll
            ? Stream.concat(Stream.of(first.unwritten()), inside.stream()).toList()
            : inside);
  }
}
