package io.tierhub.query;

/** One object as the wire wants it: JSON in UTF-8, written by the read model. */
public record Document(byte[] json) {}
