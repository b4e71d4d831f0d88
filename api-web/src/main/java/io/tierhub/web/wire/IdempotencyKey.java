package io.tierhub.web.wire;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of the header {@code Idempotency-Key}: a string of RFC 9651, in quotes
 * (draft-ietf-httpapi-idempotency-key-header). Many clients send it bare, and mean the same key.
 */
public final class IdempotencyKey {

  public static final String HEADER = "Idempotency-Key";

  /** Says of an answer that it was given before, and that nothing was done now. */
  public static final String REPLAYED = "Idempotency-Replayed";

  static final int LONGEST = 255;

  private static final Pattern BARE = Pattern.compile("[!-~&&[^\",;]][!-~&&[^\",]]*");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[!-~&&[^\"\\\\]]|\\\\[\"\\\\])+)\"");

  private IdempotencyKey() {}

  /**
   * @param sent the header's values, at least one
   * @throws Refused if that is no key
   */
  static String read(List<String> sent) {
    if (sent.size() > 1) {
      throw refused("was sent %d times".formatted(sent.size()));
    }
    String text = sent.getFirst().strip();
    Matcher quoted = QUOTED.matcher(text);
    String key;
    if (quoted.matches()) {
      key = quoted.group(1).replaceAll("\\\\(.)", "$1");
    } else if (BARE.matcher(text).matches()) {
      key = text;
    } else {
      throw refused(text.isEmpty() || text.equals("\"\"") ? "is empty" : "cannot be read");
    }
    if (key.length() > LONGEST) {
      throw refused("has %d characters".formatted(key.length()));
    }
    return key;
  }

  private static Refused refused(String fault) {
    return Refused.at(
        Refusal.INVALID,
        "",
        "The header %s %s: send one, of 1 to %d visible ASCII characters, in quotes or without."
            .formatted(HEADER, fault, LONGEST));
  }
}
