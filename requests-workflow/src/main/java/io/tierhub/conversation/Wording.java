package io.tierhub.conversation;

/** What is said, and for whom. */
public record Wording(MessageType type, String text) {}
