package io.tierhub.link;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What links are sealed with.
 *
 * @param number tells the keys apart, from 1
 */
public record LinkKey(int number, byte[] secret, Instant made) {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static LinkKey draw(int number, Instant now) {
    byte[] secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    return new LinkKey(number, secret, now);
  }

  byte[] seal(byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal(text);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
    }
  }

  /** Never the secret: this is what ends up in logs. */
  @Override
  public String toString() {
    return "LinkKey[" + number + ", hidden]";
  }
}
