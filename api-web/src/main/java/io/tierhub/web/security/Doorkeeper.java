package io.tierhub.web.security;

import io.tierhub.audit.Cause;
import io.tierhub.kernel.Actor;
import java.util.Optional;

/** Judges one kind of {@code Authorization}. */
interface Doorkeeper {

  /** The word before the credentials, with its blank. */
  String scheme();

  /** What it lets in by. */
  Cause.Token token();

  /** The actor behind the credentials, or nobody; why nobody is not told. */
  Optional<Actor> judge(String credentials, String trace);
}
