package io.tierhub.action;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * With what the links of a product's actions are signed. After a new secret was drawn the old one
 * goes on signing for a while, so that the vendor can teach the new one to its endpoint first.
 *
 * @param number of the current secret, from 1: the {@code kid} of what it signs
 * @param previous signs until {@code signsFrom}, if there was one
 * @param signsFrom from when the current one signs
 */
public record ActionSecrets(
    String current, int number, @Nullable String previous, Instant signsFrom) {

  public static ActionSecrets first(String secret, Instant now) {
    return new ActionSecrets(secret, 1, null, now);
  }

  /**
   * @param overlap how long the one that signs now goes on signing; none if it has leaked
   */
  public ActionSecrets renewed(String secret, Duration overlap, Instant now) {
    return new ActionSecrets(secret, number + 1, signing(now).secret, now.plus(overlap));
  }

  /** What signs at that moment. */
  public Key signing(Instant now) {
    return previous != null && now.isBefore(signsFrom)
        ? new Key(previous, number - 1)
        : new Key(current, number);
  }

  /** A secret and its number. */
  public record Key(String secret, int number) {
    @Override
    public String toString() {
      return "Key[hidden, " + number + "]";
    }
  }

  /** Never a secret: this is what ends up in logs. */
  @Override
  public String toString() {
    return "ActionSecrets[hidden, " + number + "]";
  }
}
