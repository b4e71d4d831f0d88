package io.tierhub.persistence.feed;

/** This copy gave positions to events: the feed is longer than it was. */
public record Sequenced() {}
