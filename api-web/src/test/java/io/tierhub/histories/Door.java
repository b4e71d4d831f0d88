package io.tierhub.histories;

import io.tierhub.support.Api;

/** Where clients find the server, which may go away and come back. */
interface Door {

  /** The API at one of the places where a client would call, without any token. */
  Api any();

  /** Is told of each command that is about to be sent. */
  default void sending() {}

  /**
   * Waits until the server answers again after a call that it did not answer, and nothing that was
   * under way then is under way any more.
   */
  void awaitCalm();

  /** One that stays where it is. */
  static Door steady(Api api) {
    return new Door() {
      @Override
      public Api any() {
        return api;
      }

      @Override
      public void awaitCalm() {
        throw new AssertionError("a call was not answered, though nothing went away");
      }
    };
  }
}
