package io.tierhub.persistence.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings file that PostgreSQL reads behind its own; written anew at each start. */
final class ServerSettings {

  private static final String HEAD =
      """
      # Written by TierHub at each start. To change a setting for good, use
      # tierhub.embedded.settings.* or ALTER SYSTEM.
      """;

  private static final Map<String, String> COMMON =
      Map.of(
          "max_connections", "100",
          "shared_buffers", "128MB",
          // Compiling costs more than it gives for statements that take milliseconds.
          "jit", "off",
          "timezone", "UTC",
          "log_timezone", "UTC",
          // Errors go to the client, who logs them without the values; what is left is the server's
          // own life: starts, stops, crashes and refused connections.
          "log_min_messages", "log",
          "log_checkpoints", "off");

  private static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

  private static final Map<String, String> EPHEMERAL =
      Map.of(
          "fsync", "off",
          "synchronous_commit", "off",
          "full_page_writes", "off",
          "wal_level", "minimal",
          "max_wal_senders", "0");

  private ServerSettings() {}

  static String file(boolean ephemeral, Map<String, String> further) {
    var settings = new LinkedHashMap<>(COMMON);
    settings.putAll(ephemeral ? EPHEMERAL : DURABLE);
    further.forEach((name, value) -> settings.put(name.replace('-', '_'), value));
    return settings.entrySet().stream()
        .map(setting -> "%s = '%s'\n".formatted(setting.getKey(), quoted(setting.getValue())))
        .sorted()
        .collect(Collectors.joining("", HEAD, ""));
  }

  private static String quoted(String value) {
    return value.replace("\\", "\\\\").replace("'", "''");
  }
}
