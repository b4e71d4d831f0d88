package io.tierhub.account;

import org.jspecify.annotations.Nullable;

/** The technical contact: who is asked when a value is missing. */
public record Contact(
    String firstName, String lastName, String email, @Nullable PhoneNumber phoneNumber) {}
