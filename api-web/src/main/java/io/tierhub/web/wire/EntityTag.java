package io.tierhub.web.wire;

import io.tierhub.kernel.Sha256;
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
    byte[] digest = Arrays.copyOf(Sha256.of(json), BYTES);
    return "W/\"" + Base64.getUrlEncoder().encodeToString(digest) + '"';
  }
}
