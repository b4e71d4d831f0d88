package io.tierhub.parameter;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Names of the internet's hosts. Every look is one pass over the characters. */
final class DomainName {

  static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;
  private static final Set<String> WEB = Set.of("http", "https");

  private DomainName() {}

  /** A name of two labels or more, in any script. */
  static boolean isOne(String text) {
    return text.indexOf('.') > 0 && areLabels(text);
  }

  /** One label or several. */
  static boolean areLabels(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    String ascii;
    try {
      ascii = IDN.toASCII(text);
    } catch (IllegalArgumentException notAName) {
      return false;
    }
    if (ascii.isEmpty() || ascii.length() > LONGEST) {
      return false;
    }
    int start = 0;
    for (int i = 0; i <= ascii.length(); i++) {
      if (i == ascii.length() || ascii.charAt(i) == '.') {
        if (!isLabel(ascii, start, i)) {
          return false;
        }
        start = i + 1;
      }
    }
    return true;
  }

  private static boolean isLabel(String text, int from, int to) {
    if (from == to
        || to - from > LONGEST_LABEL
        || text.charAt(from) == '-'
        || text.charAt(to - 1) == '-') {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!Texts.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '-') {
        return false;
      }
    }
    return true;
  }

  /** An address of the web: {@code http} or {@code https}, with a host. */
  static boolean isUrl(String text) {
    try {
      URI url = new URI(text);
      String scheme = url.getScheme();
      return scheme != null
          && WEB.contains(scheme.toLowerCase(Locale.ROOT))
          && url.getHost() != null
          && !url.getHost().isEmpty();
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }
}
