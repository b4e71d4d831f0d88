package io.tierhub.mail;

/**
 * A person who is written to.
 *
 * @param name may be empty
 */
public record Recipient(String name, String address) {}
