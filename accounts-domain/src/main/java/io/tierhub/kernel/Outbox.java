package io.tierhub.kernel;

/** Keeps events with the change they tell of: both are committed, or neither. */
public interface Outbox {

  void append(DomainEvent event);
}
