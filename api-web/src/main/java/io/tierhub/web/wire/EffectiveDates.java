package io.tierhub.web.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** From when an approval holds, as it is sent: a date or a moment, ISO 8601, UTC if not said. */
public final class EffectiveDates {

  private EffectiveDates() {}

  public static boolean isReadable(@Nullable String text) {
    try {
      Instant moment = read(text);
      int year = moment == null ? 0 : moment.atOffset(ZoneOffset.UTC).getYear();
      return year >= 0 && year <= 9999; // The database ends somewhere beyond.
    } catch (DateTimeParseException unreadable) {
      return false;
    }
  }

  /**
   * @return null if nothing is said
   * @throws DateTimeParseException if it is no date and no moment
   */
  public static @Nullable Instant read(@Nullable String sent) {
    String text = Forms.orNone(sent);
    if (text == null) {
      return null;
    }
    if (text.indexOf('T') < 0) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    TemporalAccessor moment =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return moment instanceof OffsetDateTime offset
        ? offset.toInstant()
        : LocalDateTime.from(moment).toInstant(ZoneOffset.UTC);
  }
}
