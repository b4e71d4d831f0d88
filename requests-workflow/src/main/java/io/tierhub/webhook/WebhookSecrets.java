package io.tierhub.webhook;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * With what a webhook's calls are signed. After new ones were drawn the old ones go on signing for
 * a while, so that whoever is called can be taught the new ones first.
 *
 * @param number of the current ones, from 1: the {@code kid} of the tokens
 * @param previous sign until {@code signFrom}, if there were any
 * @param signFrom from when the current ones sign alone
 */
public record WebhookSecrets(Pair current, int number, @Nullable Pair previous, Instant signFrom) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * @param jwt whoever is called knows it already; null to have one drawn
   */
  public static WebhookSecrets first(@Nullable String jwt, Instant now) {
    Pair drawn = Pair.draw();
    return new WebhookSecrets(jwt == null ? drawn : drawn.withJwt(jwt), 1, null, now);
  }

  /**
   * @param overlap how long those that sign now go on signing; none if they have leaked
   */
  public WebhookSecrets renewed(Duration overlap, Instant now) {
    // Amid an overlap those in between have signed no token yet, so their number is free.
    return overlap(now).findAny().isPresent()
        ? new WebhookSecrets(Pair.draw(), number, previous, now.plus(overlap))
        : new WebhookSecrets(Pair.draw(), number + 1, current, now.plus(overlap));
  }

  /** With another secret for tokens from now on; the same if it is the one that there is. */
  public WebhookSecrets withJwt(String jwt, Instant now) {
    return jwt.equals(current.jwt)
        ? this
        : new WebhookSecrets(current.withJwt(jwt), number + 1, null, now);
  }

  /** What tokens are signed with at that moment. */
  public Key token(Instant now) {
    return overlap(now)
        .map(old -> new Key(old.jwt, number - 1))
        .findFirst()
        .orElseGet(() -> new Key(current.jwt, number));
  }

  /** What bodies are signed with at that moment, by each of them; the newest first. */
  public List<String> signing(Instant now) {
    return Stream.concat(Stream.of(current), overlap(now)).map(Pair::signing).toList();
  }

  private Stream<Pair> overlap(Instant now) {
    return now.isBefore(signFrom) ? Stream.ofNullable(previous) : Stream.empty();
  }

  /**
   * @param jwt for the tokens of Connect's webhooks
   * @param signing for the signatures of Standard Webhooks, {@code whsec_…}
   */
  public record Pair(String jwt, String signing) {

    static Pair draw() {
      byte[] bytes = new byte[2 * BYTES];
      RANDOM.nextBytes(bytes);
      String jwt = HexFormat.of().formatHex(bytes, 0, BYTES);
      byte[] rest = new byte[BYTES];
      System.arraycopy(bytes, BYTES, rest, 0, BYTES);
      return new Pair(jwt, "whsec_" + Base64.getEncoder().encodeToString(rest));
    }

    Pair withJwt(String other) {
      return new Pair(other, signing);
    }

    @Override
    public String toString() {
      return "Pair[hidden]";
    }
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
    return "WebhookSecrets[hidden, " + number + "]";
  }
}
