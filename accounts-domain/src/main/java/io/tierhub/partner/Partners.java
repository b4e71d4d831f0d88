package io.tierhub.partner;

/** The companies and their people. */
public interface Partners {

  void add(Partner partner);

  void add(User user);
}
