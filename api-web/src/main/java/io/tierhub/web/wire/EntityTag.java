package io.tierhub.web.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Tells one state of an answer from another (RFC 9110 §8.8.3). It is made of what is answered, so
 * that it is never the same of what looks different to its reader, whichever of the rows behind it
 * has changed. Weak, for whoever compresses answers on their way changes their bytes.
 */
final class EntityTag {

  private static final int BYTES = 15;

  private EntityTag() {}

  static String of(byte[] json) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
      return "W/\"" + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES)) + '"';
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
