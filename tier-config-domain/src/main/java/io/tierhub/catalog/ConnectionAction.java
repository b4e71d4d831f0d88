package io.tierhub.catalog;

/** What changes a connection's status. */
public enum ConnectionAction {
  APPROVE,
  REJECT,
  /** What is approved becomes active by itself. */
  ACTIVATE,
  REVOKE
}
