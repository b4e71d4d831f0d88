package io.tierhub.persistence.read;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Moments as the wire writes them: whole seconds and a numeric offset, never {@code Z}. */
public final class WireTime {

  private static final byte[] PATTERN =
      "0000-00-00T00:00:00+00:00".getBytes(StandardCharsets.ISO_8859_1);

  private WireTime() {}

  static @Nullable String read(ResultSet row, int index) throws SQLException {
    OffsetDateTime at = row.getObject(index, OffsetDateTime.class);
    return at == null ? null : format(at);
  }

  /** Of years with four digits. By hand: a page has thousands of them. */
  public static String format(OffsetDateTime at) {
    LocalDateTime utc = at.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    byte[] text = PATTERN.clone();
    put(utc.getYear() / 100, text, 0);
    put(utc.getYear() % 100, text, 2);
    put(utc.getMonthValue(), text, 5);
    put(utc.getDayOfMonth(), text, 8);
    put(utc.getHour(), text, 11);
    put(utc.getMinute(), text, 14);
    put(utc.getSecond(), text, 17);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private static void put(int number, byte[] text, int at) {
    text[at] = (byte) ('0' + number / 10);
    text[at + 1] = (byte) ('0' + number % 10);
  }
}
