package io.tierhub.inquiry;

import io.tierhub.kernel.Violation;
import java.util.List;

/** What became of an answer. */
public sealed interface Answer {

  /** It was taken, and it is the vendor's turn. */
  record Taken() implements Answer {}

  /**
   * Something is wrong with it, and nothing was taken.
   *
   * @param form as the values that were sent make it
   * @param faults each with the name of the field in its pointer, as {@code /name/value}
   */
  record Wrong(Form form, List<Violation> faults) implements Answer {}

  /** Nothing is asked there any more. */
  record Late(Inquired why) implements Answer {}
}
