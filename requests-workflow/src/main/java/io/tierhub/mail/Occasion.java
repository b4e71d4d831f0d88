package io.tierhub.mail;

import io.tierhub.kernel.Lifecycle;

/** Why a mail is written. */
public enum Occasion {
  /** Somebody is asked, or sent to its page. */
  INQUIRY,
  /** Somebody was asked and has not answered. */
  REMINDER,
  /** The same, told to the distributor. */
  ESCALATION;

  public String wire() {
    return Lifecycle.wire(this);
  }
}
