package io.tierhub.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands at the end of a link: the id of what it is about, a number, which key it is sealed
 * with, and the seal. It holds until it is looked at: what it opens judges whether it still does.
 *
 * @param number means what the purpose says
 */
public record LinkCode(LinkPurpose purpose, String subject, long number) {

  private static final Pattern FORM =
      Pattern.compile(
          "([A-Z]{2,3}(?:-[0-9]{1,6}){1,6})\\.([0-9]{1,12})\\.([0-9]{1,6})\\.([\\w-]{43})");

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  /** The code as a link carries it, sealed with the newest key. */
  public String sealed(LinkKeys keys) {
    LinkKey key = keys.newest();
    return "%s.%d.%d.%s".formatted(subject, number, key.number(), seal(key));
  }

  /** What a code says; nothing if it is not for that purpose, or not of our making. */
  public static Optional<LinkCode> open(String text, LinkPurpose purpose, LinkKeys keys) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    LinkCode code = new LinkCode(purpose, parts.group(1), Long.parseLong(parts.group(2)));
    return keys.numbered(Integer.parseInt(parts.group(3)))
        .filter(key -> same(code.seal(key), parts.group(4)))
        .map(key -> code);
  }

  private String seal(LinkKey key) {
    String text = "%s|%s|%d".formatted(purpose, subject, number);
    return ENCODER.encodeToString(key.seal(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Takes as long whatever differs. */
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
