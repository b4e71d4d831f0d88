package io.tierhub.query;

/** One term of {@code ordering(…)}. */
public record Order(Field field, boolean descending) {}
