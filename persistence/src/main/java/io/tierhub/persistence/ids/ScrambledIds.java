package io.tierhub.persistence.ids;

import io.tierhub.kernel.IdKind;
import io.tierhub.kernel.Lifecycle;

/** What an id is made of: a number of its kind's sequence, scrambled. */
public final class ScrambledIds {

  private ScrambledIds() {}

  /** The sequence from which ids of a kind are numbered. */
  public static String sequence(IdKind kind) {
    return Lifecycle.wire(kind) + "_id";
  }

  /** The id that a number of the sequence gives. */
  public static String of(IdKind kind, long number) {
    return kind.format(Scramble.within(kind.digits(), kind.prefix(), number));
  }
}
