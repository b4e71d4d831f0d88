package io.tierhub.inquiry;

/** What is behind a link that TierHub made. */
public sealed interface Inquired {

  /** Something is asked. */
  record Open(Form form) implements Inquired {}

  /** It was answered, or is not asked any more. */
  record Answered() implements Inquired {}

  /** There is a newer link. */
  record Superseded() implements Inquired {}

  /** The link is too old. */
  record Ended() implements Inquired {}
}
