package io.tierhub.portal;

import org.jspecify.annotations.Nullable;

/**
 * What a page needs to know besides what was agreed.
 *
 * @param product what is sold, by its name
 * @param company whose page it is, by its name
 * @param asker the distributor's name
 * @param vendor the vendor's name
 * @param living whether the account was not decommissioned
 * @param connected whether the distributor still sells the product through that connection
 * @param leads whether the product's actions lead somewhere
 * @param underway what is open, if anything is
 */
public record PortalFacts(
    String product,
    String company,
    String asker,
    String vendor,
    boolean living,
    boolean connected,
    boolean leads,
    @Nullable Underway underway) {}
