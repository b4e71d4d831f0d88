package io.tierhub.kernel;

/** What kind of partner acts. Who may do what is said on the lifecycles' actions. */
public enum Role {
  VENDOR,
  DISTRIBUTOR,
  OPS
}
