package io.tierhub.account;

import org.jspecify.annotations.Nullable;

/**
 * Where an account is and whom to talk to.
 *
 * @param country ISO 3166 alpha-2, in the case it came in
 */
public record ContactInfo(
    String addressLine1,
    @Nullable String addressLine2,
    String city,
    @Nullable String state,
    String country,
    String postalCode,
    Contact contact) {}
