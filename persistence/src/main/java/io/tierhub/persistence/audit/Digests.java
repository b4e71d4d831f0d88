package io.tierhub.persistence.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The digests of the audit: of what is sealed, of an entry, and of a link of the chain. */
final class Digests {

  private Digests() {}

  /** Salted: what is sealed may be guessed, and must not be found out when it was erased. */
  static byte[] ofSealed(byte[] salt, String sealed) {
    MessageDigest sha = sha256();
    sha.update(salt);
    return sha.digest(bytes(sealed));
  }

  /**
   * Of all that is to be seen of an entry, each with its length, so that nothing can be moved from
   * one to the next.
   *
   * @param facts in their order; null where there is none
   * @param digest of what is sealed
   */
  static byte[] ofEntry(List<@Nullable String> facts, Instant at, byte[] digest) {
    MessageDigest sha = sha256();
    for (String fact : facts) {
      byte[] text = fact == null ? new byte[0] : bytes(fact);
      sha.update(ByteBuffer.allocate(4).putInt(fact == null ? -1 : text.length).array());
      sha.update(text);
    }
    sha.update(number(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
    return sha.digest(digest);
  }

  /** Of a seal: of the one before, and then of each entry its number and its {@link #ofEntry}. */
  static MessageDigest ofSeal(byte[] before) {
    MessageDigest sha = sha256();
    sha.update(before);
    return sha;
  }

  static byte[] number(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
