package io.tierhub.webhook;

/** Hands the feed's events to the webhooks that want to hear of them. */
public interface Dispatcher {

  /**
   * Makes deliveries of the events that follow, and has due deliveries made. One at a time works,
   * whichever copy of the server it is in.
   *
   * @return whether there may be more
   */
  boolean dispatch();
}
