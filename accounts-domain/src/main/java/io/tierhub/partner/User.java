package io.tierhub.partner;

import io.tierhub.kernel.PartnerId;
import java.time.Instant;

/** A person who works for a partner. */
public record User(UserId id, PartnerId partner, String name, String email, Instant created) {}
