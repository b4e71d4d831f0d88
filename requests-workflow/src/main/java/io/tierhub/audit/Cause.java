package io.tierhub.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a write comes from.
 *
 * @param reason in the words of whoever calls
 * @param token the kind of right that the call came with
 * @param tokenId which of them; null for the code of a link, which is a right by itself
 */
public record Cause(@Nullable String reason, Token token, @Nullable String tokenId) {

  /** By what a caller is let in. */
  public enum Token {
    API_TOKEN,
    JWT,
    LINK
  }
}
