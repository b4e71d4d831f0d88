package io.tierhub.web.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments as the wire writes them: whole seconds and a numeric offset (wire-format §1). */
public final class WireTimes {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

  private WireTimes() {}

  public static String format(Instant at) {
    return FORMAT.format(at);
  }
}
