package io.tierhub.web.wire;

import io.tierhub.kernel.Actor;

/** Who calls what needs a token, or the code of a link instead. */
public sealed interface Caller {

  /** Somebody who was let in by a token. */
  record WithToken(Actor actor) implements Caller {}

  /**
   * Somebody who has a code and nothing else.
   *
   * @param code as it was sent; whether it opens anything is yet to be judged
   * @param trace of the call
   */
  record WithCode(String code, String trace) implements Caller {

    /** Never the code: it is a right. */
    @Override
    public String toString() {
      return "WithCode[hidden]";
    }
  }
}
