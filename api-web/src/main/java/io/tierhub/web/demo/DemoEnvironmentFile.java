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
 * The demo's tokens as a file for a shell to source. The database keeps hashes only, so this file
 * is the one place that remembers the tokens; nobody but its owner can read it.
 */
record DemoEnvironmentFile(Path home) {

  private static final Pattern TOKEN = Pattern.compile("export ([A-Z]+)='(ApiKey [^']+)'");

  Path path() {
    return home.resolve("demo.env");
  }

  boolean exists() {
    return Files.exists(path());
  }

  Map<String, String> tokens() {
    Map<String, String> tokens = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(path())) {
        Matcher matcher = TOKEN.matcher(line);
        if (matcher.matches()) {
          tokens.put(matcher.group(1), matcher.group(2));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + path(), unreadable);
    }
    return tokens;
  }

  void write(Map<String, String> tokens, String apiUrl) {
    StringBuilder text = new StringBuilder("# Made by TierHub at its start. Demo tokens.\n");
    text.append("export TIERHUB='").append(apiUrl).append("'\n");
    tokens.forEach((name, token) ->
        text.append("export ").append(name).append("='").append(token).append("'\n"));
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
