package io.tierhub.portal;

/** What is behind a reseller's link that TierHub made. */
public sealed interface Visit {

  /** Its page. */
  record Open(Portal portal) implements Visit {}

  /** The link is too old. */
  record Ended() implements Visit {}

  /** The reseller is none any more, or the distributor does not sell the product any more. */
  record Closed() implements Visit {}
}
