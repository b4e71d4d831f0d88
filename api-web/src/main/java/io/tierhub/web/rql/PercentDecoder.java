package io.tierhub.web.rql;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Decodes the query string as a whole, as Connect does with Python's {@code unquote}: {@code +}
 * stays {@code +}. Stricter than that one: what is not UTF-8 is refused and not replaced.
 */
final class PercentDecoder {

  private PercentDecoder() {}

  static String decode(String raw) {
    if (raw.length() > Limits.CHARACTERS) {
      throw Faults.tooLarge(
          "The query has %s characters; at most %s are read."
              .formatted(raw.length(), Limits.CHARACTERS));
    }
    StringBuilder decoded = new StringBuilder(raw.length());
    ByteArrayOutputStream escaped = new ByteArrayOutputStream();
    int at = 0;
    while (at < raw.length()) {
      char c = raw.charAt(at);
      if (c != '%') {
        decoded.append(c);
        at++;
        continue;
      }
      // A character may take several escapes: collect them all before they are decoded.
      int first = at;
      while (at < raw.length() && raw.charAt(at) == '%') {
        escaped.write(octet(raw, at));
        at += 3;
      }
      decoded.append(utf8(escaped.toByteArray(), first));
      escaped.reset();
    }
    return storable(decoded.toString());
  }

  private static int octet(String raw, int at) {
    int high = at + 1 < raw.length() ? hex(raw.charAt(at + 1)) : -1;
    int low = at + 2 < raw.length() ? hex(raw.charAt(at + 2)) : -1;
    if (high < 0 || low < 0) {
      throw Faults.refused(
          "The %% at position %s of the encoded query is not followed by two hexadecimal"
                  .formatted(at + 1)
              + " digits; write %25 for a percent sign.");
    }
    return high << 4 | low;
  }

  /** {@link Character#digit} takes the digits of other scripts too. */
  private static int hex(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private static String utf8(byte[] bytes, int at) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Faults.refused(
          "The escapes from position %s of the encoded query on are not UTF-8.".formatted(at + 1));
    }
  }

  /** No database keeps a NUL or half of a surrogate pair in a text, so none can be looked for. */
  private static String storable(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == 0) {
        throw Faults.refused("There is a NUL character at position %s.".formatted(at + 1));
      }
      if (Character.isHighSurrogate(c)
          && at + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(at + 1))) {
        at++;
      } else if (Character.isSurrogate(c)) {
        throw Faults.refused("Half a character stands at position %s.".formatted(at + 1));
      }
    }
    return text;
  }
}
