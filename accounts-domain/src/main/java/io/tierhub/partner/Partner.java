package io.tierhub.partner;

import io.tierhub.kernel.PartnerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A company that works with TierHub; its id says in which role.
 *
 * @param icon the address of a picture
 */
public record Partner(PartnerId id, String name, @Nullable String icon, Instant created) {}
