package io.tierhub.account;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.partner.HubId;
import org.jspecify.annotations.Nullable;

/**
 * To whom an account belongs and where. Never changes, and is the same from the root of a tree to
 * its last leaf.
 *
 * @param hub {@code HB-…}, or none: on the wire then {@link HubId#NONE}
 */
public record Realm(PartnerId owner, @Nullable HubId hub, Environment environment) {}
