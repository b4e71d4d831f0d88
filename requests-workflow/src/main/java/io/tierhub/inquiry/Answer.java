package io.tierhub.inquiry;

import io.tierhub.kernel.Violation;
import java.util.List;

/** What became of an answer. */
public sealed interface Answer {

  /**
   * It was taken, and it is the vendor's turn.
   *
   * @param type of the request, as the wire calls it
   * @param status that it has now, as the wire calls it
   */
  record Taken(String type, String status) implements Answer {}

  /**
   * Something is wrong with it, and nothing was taken.
   *
   * @param form as the values that were sent make it
   * @param faults each with the pointer of what was sent
   */
  record Wrong(Form form, List<Violation> faults) implements Answer {}

  /** Nothing is asked there any more. */
  record Late(Inquired why) implements Answer {}
}
