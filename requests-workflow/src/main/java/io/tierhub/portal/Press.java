package io.tierhub.portal;

/** What is behind a button that a reseller has pressed. */
public sealed interface Press {

  /**
   * @param link signed just now
   */
  record Leads(String link) implements Press {}

  /** The button is gone. */
  record Gone() implements Press {}

  /** There is no page any more. */
  record Late(Visit why) implements Press {}
}
