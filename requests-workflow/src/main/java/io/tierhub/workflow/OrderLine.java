package io.tierhub.workflow;

import org.jspecify.annotations.Nullable;

/**
 * An item of an order.
 *
 * @param id the item's id, or else {@code mpn} names it
 */
public record OrderLine(@Nullable String id, @Nullable String mpn, String quantity) {}
