package io.tierhub.partner;

import io.tierhub.kernel.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secret half of an API token. Drawn, shown once and forgotten: only its hash is kept. It is
 * random and long, so a plain SHA-256 is enough and a slow hash would only slow every call.
 */
public final class Secret {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /** A new secret of 256 random bits. */
  public static Secret draw() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(HexFormat.of().formatHex(bytes));
  }

  public byte[] hash() {
    return hashOf(text);
  }

  public static byte[] hashOf(String text) {
    return Sha256.of(text);
  }

  /** The secret itself, for its owner's eyes. */
  public String reveal() {
    return text;
  }

  /** Never the secret: this is what ends up in logs. */
  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
