package io.tierhub.invariant;

import java.util.List;

/** Looks whether everything that must hold does (design §5). */
public interface Invariants {

  /** Somebody who sees so many need not see more. */
  int MOST = 20;

  /** Looks at all that is kept, in one moment; each rule once, in a fixed order. */
  List<Invariant> look();
}
