package io.tierhub.web.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that everything here is told apart by. */
final class Sha256 {

  private Sha256() {}

  static byte[] of(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
