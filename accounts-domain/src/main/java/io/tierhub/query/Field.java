package io.tierhub.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A property that a list can be filtered, searched or ordered by. Each resource has an enum of
 * them: the names are the wire's, the columns are known to the persistence only. Parser, SQL,
 * OpenAPI descriptions and docs all read this one table.
 */
public interface Field {

  FieldSpec spec();

  default String path() {
    return spec().path();
  }

  /** Whether the path or one of the legacy names is meant; {@code a__b} is read as {@code a.b}. */
  default boolean isCalled(String name) {
    return spec().path().equals(name) || spec().aliases().contains(name);
  }

  static <F extends Field> Optional<F> named(String name, List<F> fields) {
    String dotted = name.replace("__", ".");
    for (F field : fields) {
      if (field.isCalled(dotted) || field.isCalled(name)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  default boolean supports(Lookup lookup) {
    return spec().lookups().contains(lookup);
  }

  /** What a comparison of this field is made of. */
  enum Type {
    TEXT,
    WHOLE_NUMBER,
    MOMENT,
    TRUTH,
    /** One of a closed list of words. */
    CHOICE,
    /** A set of words; {@code eq} asks whether the word is in it. */
    WORDS
  }

  /** The operations of wire-format §1.4, as the tables of filters name them. */
  enum Lookup {
    EQ,
    NE,
    GT,
    GE,
    LT,
    LE,
    IN,
    OUT,
    LIKE,
    ILIKE,
    NULL
  }

  Set<Lookup> EXACT = Set.of(Lookup.EQ, Lookup.NE, Lookup.IN, Lookup.OUT);
  Set<Lookup> RANGES =
      Set.of(
          Lookup.EQ, Lookup.NE, Lookup.GT, Lookup.GE, Lookup.LT, Lookup.LE, Lookup.IN, Lookup.OUT);
  Set<Lookup> RANGES_OR_NULL =
      Set.of(
          Lookup.EQ,
          Lookup.NE,
          Lookup.GT,
          Lookup.GE,
          Lookup.LT,
          Lookup.LE,
          Lookup.IN,
          Lookup.OUT,
          Lookup.NULL);
  Set<Lookup> PATTERNS =
      Set.of(Lookup.EQ, Lookup.NE, Lookup.IN, Lookup.OUT, Lookup.LIKE, Lookup.ILIKE);
  Set<Lookup> PATTERNS_OR_NULL =
      Set.of(Lookup.EQ, Lookup.NE, Lookup.IN, Lookup.OUT, Lookup.LIKE, Lookup.ILIKE, Lookup.NULL);
}
