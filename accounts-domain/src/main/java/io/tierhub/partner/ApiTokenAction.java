package io.tierhub.partner;

/** What can be done with a token. */
public enum ApiTokenAction {
  ACTIVATE,
  DEACTIVATE,
  /** Draw another secret; the old one is dead at once. */
  ROTATE,
  /** Draw another secret; the old one lives until its own end. */
  RENEW,
  DELETE
}
