package io.tierhub.parking;

import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.tierconfig.TierConfigurationRequestId;

/** What can wait for a tier configuration. Locks are taken in the order of the ids. */
public sealed interface Waiter extends Comparable<Waiter> {

  String id();

  @Override
  default int compareTo(Waiter other) {
    return id().compareTo(other.id());
  }

  /** An order. */
  record Order(FulfillmentRequestId request) implements Waiter {
    @Override
    public String id() {
      return request.value();
    }
  }

  /** The setup of a tier 1. */
  record Setup(TierConfigurationRequestId request) implements Waiter {
    @Override
    public String id() {
      return request.value();
    }
  }
}
