package io.tierhub.parameter;

import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Refusal;

/**
 * A place in what was sent, where faults may be found.
 *
 * @param pointer RFC 6901
 */
record Place(String pointer, Faults faults) {

  Place at(String member) {
    return new Place(pointer + "/" + member.replace("~", "~0").replace("/", "~1"), faults);
  }

  void fault(String message) {
    faults.add(Refusal.INVALID, pointer, message);
  }

  /** False if the text is too long, or has what no text has; then that is a fault. */
  boolean fits(String text, int most) {
    int length = Texts.length(text);
    if (length > most) {
      fault(
          "Ensure this field has no more than %d characters (it has %d).".formatted(most, length));
      return false;
    }
    if (Texts.isStrange(text)) {
      fault("This field has a character that no text may have.");
      return false;
    }
    return true;
  }

  /** The same of a text that must be there. */
  boolean fitsAndIsThere(String text, int most) {
    if (text.isBlank()) {
      fault("This field may not be blank.");
      return false;
    }
    return fits(text, most);
  }
}
