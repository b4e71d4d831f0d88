package io.tierhub.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.springframework.core.convert.converter.Converter;

/** A moment in a query parameter: with an offset, without one (UTC), or a day (its beginning). */
final class MomentConverter implements Converter<String, Instant> {

  @Override
  public Instant convert(String text) {
    // A plus that was not encoded arrives as a space.
    String moment = text.strip().replace(' ', '+');
    try {
      if (!moment.contains("T")) {
        return known(LocalDate.parse(moment).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      boolean hasOffset = moment.endsWith("Z") || moment.matches(".*[+-]\\d\\d:?\\d\\d");
      return known(OffsetDateTime.parse(hasOffset ? moment : moment + "Z").toInstant());
    } catch (DateTimeParseException unreadable) {
      throw new IllegalArgumentException("not a moment of ISO 8601: " + text, unreadable);
    }
  }

  /** Beyond four digits of year the database has no moments. */
  private static Instant known(Instant moment) {
    int year = moment.atOffset(ZoneOffset.UTC).getYear();
    if (year < 0 || year > 9999) {
      throw new IllegalArgumentException("not a year of four digits: " + year);
    }
    return moment;
  }
}
