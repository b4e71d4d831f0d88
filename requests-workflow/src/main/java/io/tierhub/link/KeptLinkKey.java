package io.tierhub.link;

import java.time.Instant;

/**
 * A key as it is shown: without its secret, which nobody needs to see.
 *
 * @param newest whether new links are sealed with it
 */
public record KeptLinkKey(int number, Instant made, boolean newest) {}
