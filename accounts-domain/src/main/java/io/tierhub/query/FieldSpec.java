package io.tierhub.query;

import io.tierhub.query.Field.Lookup;
import io.tierhub.query.Field.Type;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a resource's table of filters.
 *
 * @param path the wire's name, dots between the members
 * @param words the closed list of a {@link Type#CHOICE} or {@link Type#WORDS}, else empty
 * @param searched whether {@code search=} looks into it
 * @param ordered whether a list can be ordered by it
 * @param aliases legacy names that clients still send
 * @param zeroId an id that means null in filters (wire-format §1.1), if there is one
 */
public record FieldSpec(
    String path,
    Type type,
    Set<Lookup> lookups,
    List<String> words,
    boolean searched,
    boolean ordered,
    List<String> aliases,
    @Nullable String zeroId) {

  public static FieldSpec text(String path) {
    return new FieldSpec(path, Type.TEXT, Field.PATTERNS, List.of(), false, false, List.of(), null);
  }

  public static FieldSpec optionalText(String path) {
    return text(path).looked(Field.PATTERNS_OR_NULL);
  }

  public static FieldSpec moment(String path) {
    return new FieldSpec(path, Type.MOMENT, Field.RANGES, List.of(), false, false, List.of(), null);
  }

  public static FieldSpec wholeNumber(String path) {
    return new FieldSpec(
        path, Type.WHOLE_NUMBER, Field.RANGES, List.of(), false, false, List.of(), null);
  }

  public static FieldSpec truth(String path) {
    return new FieldSpec(
        path, Type.TRUTH, Set.of(Lookup.EQ, Lookup.NE), List.of(), false, false, List.of(), null);
  }

  /** Asked for by null too, as Connect's clients do: null is true, and everything else is not. */
  public static FieldSpec truthOrNull(String path) {
    return truth(path).looked(Set.of(Lookup.EQ, Lookup.NE, Lookup.NULL));
  }

  public static FieldSpec choice(String path, List<String> words) {
    return new FieldSpec(path, Type.CHOICE, Field.PATTERNS, words, false, false, List.of(), null);
  }

  public static FieldSpec words(String path, List<String> words) {
    return new FieldSpec(path, Type.WORDS, Field.PATTERNS, words, false, false, List.of(), null);
  }

  public FieldSpec looked(Set<Lookup> by) {
    return new FieldSpec(path, type, by, words, searched, ordered, aliases, zeroId);
  }

  public FieldSpec searchable() {
    return new FieldSpec(path, type, lookups, words, true, ordered, aliases, zeroId);
  }

  public FieldSpec orderable() {
    return new FieldSpec(path, type, lookups, words, searched, true, aliases, zeroId);
  }

  public FieldSpec alsoCalled(String... names) {
    return new FieldSpec(path, type, lookups, words, searched, ordered, List.of(names), zeroId);
  }

  /** The zero id stands for null, in {@code eq}, {@code ne}, {@code in} and {@code out}. */
  public FieldSpec nullAs(String id) {
    return new FieldSpec(path, type, Field.PATTERNS_OR_NULL, words, searched, ordered, aliases, id);
  }
}
