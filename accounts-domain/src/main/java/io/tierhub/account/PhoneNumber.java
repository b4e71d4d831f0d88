package io.tierhub.account;

/**
 * In the four members of the wire; any of them may be empty, as real data is (wire-format §2.2).
 */
public record PhoneNumber(
    String countryCode, String areaCode, String phoneNumber, String extension) {}
