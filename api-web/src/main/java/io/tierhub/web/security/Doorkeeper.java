package io.tierhub.web.security;

import io.tierhub.kernel.Actor;
import java.util.Optional;

/** Judges one kind of {@code Authorization}. */
interface Doorkeeper {

  /** The word before the credentials, with its blank. */
  String scheme();

  /** The actor behind the credentials, or nobody; why nobody is not told. */
  Optional<Actor> judge(String credentials, String trace);
}
