package io.tierhub.persistence.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Moments as the wire writes them: whole seconds and a numeric offset, never {@code Z}. */
public final class WireTime {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+00:00'");

  private WireTime() {}

  static @Nullable String read(ResultSet row, int index) throws SQLException {
    OffsetDateTime at = row.getObject(index, OffsetDateTime.class);
    return at == null ? null : format(at);
  }

  public static String format(OffsetDateTime at) {
    return FORMAT.format(at.withOffsetSameInstant(ZoneOffset.UTC));
  }
}
