package io.tierhub.web.feed;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a caller would rather wait than hear that there is nothing (RFC 7240, {@code wait}). */
final class Patience {

  /** Proxies in between commonly give up a connection that is silent for a minute. */
  private static final Duration LONGEST = Duration.ofSeconds(55);

  private static final Pattern WAIT =
      Pattern.compile(
          "(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,9})\"?(?=$|[,;\\s])", Pattern.CASE_INSENSITIVE);

  private Patience() {}

  /** What is not understood is passed over, as a preference is no condition. */
  static Duration of(@Nullable String prefer) {
    Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
    if (!wait.find()) {
      return Duration.ZERO;
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(wait.group(1)));
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
