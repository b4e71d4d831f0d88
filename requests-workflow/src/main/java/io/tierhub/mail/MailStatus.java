package io.tierhub.mail;

import io.tierhub.kernel.Lifecycle;
import java.util.List;
import java.util.stream.Stream;

/** Where a mail is. */
public enum MailStatus {
  /** To be sent, perhaps not for the first time. */
  WAITING,
  /** The mail server has taken it. */
  SENT,
  /** Nobody will try again. */
  FAILED,
  /** There is no mail server; whoever runs this one can read it here. */
  KEPT,
  /** Before it was sent its link led nowhere any more. */
  DROPPED;

  public String wire() {
    return Lifecycle.wire(this);
  }

  public static List<String> words() {
    return Stream.of(values()).map(MailStatus::wire).toList();
  }
}
