package io.tierhub.claim;

import io.tierhub.query.Filter;
import java.time.Instant;

/**
 * What a worker takes.
 *
 * @param filter of the requests' own list
 * @param most how many requests at most
 * @param at when; whatever else is held then is passed over
 */
public record Claim(Lease lease, Filter filter, int most, Instant at) {}
