package io.tierhub.inquiry;

import io.tierhub.kernel.Faults;
import io.tierhub.parameter.SubmittedValue;
import java.util.List;

/** What somebody sends for a form, in whatever way it came. */
public interface Reply {

  /**
   * The values for the form's fields; it may be asked again with more fields, which an answer has
   * brought up.
   *
   * @param faults for what cannot be read, or is no field's
   */
  List<SubmittedValue> read(Form form, Faults faults);

  /** Where a fault is told of a field for which nothing was sent. */
  String missing(String field);
}
