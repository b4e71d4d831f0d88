package io.tierhub.account;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * To whom an account belongs and where. Never changes, and is the same from the root of a tree to
 * its last leaf.
 *
 * @param hub {@code HB-…}, or none: on the wire then {@code HB-0000-0000}
 */
public record Realm(PartnerId owner, @Nullable String hub, Environment environment) {

  /** How the wire writes that there is no hub (wire-format §0.1, 12). */
  public static final String NO_HUB = "HB-0000-0000";
}
