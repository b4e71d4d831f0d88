package io.tierhub.partner;

/** Whether a token opens the door. That one has expired is no status but a matter of time. */
public enum ApiTokenStatus {
  /** Opens, until it expires. */
  ACTIVE,
  /** Does not open for now. */
  INACTIVE,
  /** Never opens again, and nobody sees it any more. */
  DELETED
}
