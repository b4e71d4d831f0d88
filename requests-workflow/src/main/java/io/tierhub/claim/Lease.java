package io.tierhub.claim;

import java.time.Instant;

/**
 * Holds what was claimed together.
 *
 * @param until when it ends unless it is renewed before
 */
public record Lease(LeaseId id, Instant until) {}
