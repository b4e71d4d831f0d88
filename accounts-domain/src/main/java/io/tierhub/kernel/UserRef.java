package io.tierhub.kernel;

/** A user ({@code UR-…}) or service user ({@code SU-…}) with the name it had when it acted. */
public record UserRef(String id, String name) {}
