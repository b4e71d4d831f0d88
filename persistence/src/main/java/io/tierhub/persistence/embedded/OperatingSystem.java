package io.tierhub.persistence.embedded;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** The few facts about the machine on which starting PostgreSQL depends. */
final class OperatingSystem {

  static final String NAME = System.getProperty("os.name");
  static final boolean WINDOWS = NAME.toLowerCase(Locale.ROOT).startsWith("windows");
  static final boolean MAC = NAME.toLowerCase(Locale.ROOT).startsWith("mac");
  static final boolean ROOT = !WINDOWS && "root".equals(System.getProperty("user.name"));

  /** Where Linux shows the running processes; other systems have nothing there. */
  static final boolean PROC = Files.isReadable(Path.of("/proc/self/stat"));

  private OperatingSystem() {}

  static boolean has(String program) {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(Objects.requireNonNullElse(System.getenv("PATH"), ""))
        .filter(folder -> !folder.isBlank())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
