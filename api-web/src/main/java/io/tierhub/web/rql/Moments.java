package io.tierhub.web.rql;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads ISO-8601 dates and times, in UTC where no offset is given (wire-format §1.4). */
final class Moments {

  /**
   * A blank instead of {@code T} is what Django takes; a blank instead of {@code +} is what becomes
   * of a plus that a client forgot to encode. Of a fraction six digits count, as many as are kept.
   */
  private static final Pattern ISO =
      Pattern.compile(
          "(?<date>\\d{4}-\\d{2}-\\d{2})"
              + "(?:[Tt ](?<time>\\d{2}:\\d{2}(?::\\d{2})?)(?:[.,](?<fraction>\\d{1,6})\\d{0,12})?"
              + " ?(?<offset>[Zz]|(?<sign>[-+ ]?)(?<hours>\\d{2})(?::?(?<minutes>\\d{2}))?)?)?");

  private Moments() {}

  /** A date is its first moment; null where the text is neither date nor time. */
  static @Nullable Instant parse(String text) {
    Matcher iso = ISO.matcher(text);
    if (!iso.matches()) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(iso.group("date"));
      String time = iso.group("time");
      if (time == null) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      return date.atTime(LocalTime.parse(time).plusNanos(nanos(iso.group("fraction"))))
          .toInstant(offset(iso));
    } catch (DateTimeException e) {
      // The form is right, and yet there is no such day, hour or offset.
      return null;
    }
  }

  private static long nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Long.parseLong(fraction + "0".repeat(9 - fraction.length()));
  }

  private static ZoneOffset offset(Matcher iso) {
    String hours = iso.group("hours");
    if (hours == null) {
      return ZoneOffset.UTC;
    }
    String minutes = iso.group("minutes");
    int sign = "-".equals(iso.group("sign")) ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(
        sign * Integer.parseInt(hours), minutes == null ? 0 : sign * Integer.parseInt(minutes));
  }
}
