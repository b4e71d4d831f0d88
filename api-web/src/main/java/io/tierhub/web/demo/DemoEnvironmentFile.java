package io.tierhub.web.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The demo's tokens as a file for a shell to source, and the order to begin with. The database
 * keeps hashes only, so this file is the one place that remembers the tokens; nobody but its owner
 * can read it.
 */
record DemoEnvironmentFile(Path home) {

  /** The order that waits for its tiers. Demos of earlier versions have none. */
  static final String PARKED = "PARKED";

  private static final String API = "TIERHUB";
  private static final String TOKEN = "ApiKey ";
  private static final Pattern EXPORT = Pattern.compile("export ([A-Z]+)='([^']+)'");

  Path path() {
    return home.resolve("demo.env");
  }

  boolean exists() {
    return Files.exists(path());
  }

  Map<String, String> tokens() {
    Map<String, String> tokens = variables();
    tokens.values().removeIf(value -> !value.startsWith(TOKEN));
    return tokens;
  }

  /** All that it exports, but for where the API is. */
  Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(path())) {
        Matcher matcher = EXPORT.matcher(line);
        if (matcher.matches() && !matcher.group(1).equals(API)) {
          variables.put(matcher.group(1), matcher.group(2));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + path(), unreadable);
    }
    return variables;
  }

  void write(Map<String, String> variables, String apiUrl) {
    StringBuilder text = new StringBuilder("# Made by TierHub at its start. Demo tokens.\n");
    text.append("export ").append(API).append("='").append(apiUrl).append("'\n");
    variables.forEach((name, value) ->
        text.append("export ").append(name).append("='").append(value).append("'\n"));
    try {
      Files.createDirectories(home);
      if (!exists() && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            path(),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(path(), text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write " + path(), unwritable);
    }
  }
}
