package io.tierhub.catalog;

/** How far vendor and distributor have come; orders need an active connection. */
public enum ConnectionStatus {
  PENDING,
  APPROVED,
  REJECTED,
  REVOKED,
  ACTIVE
}
