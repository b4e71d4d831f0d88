package io.tierhub.action;

/** Makes links that the vendor's endpoint can trust. */
public interface ActionLinks {

  /**
   * @param endpoint where the link leads
   */
  String link(String endpoint, ActionSecrets.Key key, ActionPress press);
}
