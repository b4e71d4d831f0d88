package io.tierhub.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The packaged server as benchmarks/run.sh made it: extracted, with the JVM's AOT cache. */
record Application(Path folder, Path home, int port) {

  private static final Pattern EXPORT = Pattern.compile("export ([A-Z]+)='([^']+)'");

  /** Starts it on that database. */
  JavaServer start(String jdbcUrl, String database, String... options)
      throws IOException, InterruptedException {
    return start(
        Map.of(
            "SPRING_DATASOURCE_URL", jdbcUrl,
            "SPRING_DATASOURCE_USERNAME", "postgres",
            "TIERHUB_DEMO", "always",
            // Calls are counted as ever, but one token makes all of them.
            "TIERHUB_TOKENS_CALLS_PER_MINUTE", "1000000000"),
        database,
        options);
  }

  /** Starts it with an embedded database of its own. */
  JavaServer startAlone(String name, String... options) throws IOException, InterruptedException {
    return start(Map.of(), name, options);
  }

  private JavaServer start(Map<String, String> settings, String name, String... options)
      throws IOException, InterruptedException {
    Path data = home.resolve(name);
    Files.createDirectories(data);
    Map<String, String> environment = new LinkedHashMap<>(settings);
    environment.put("TIERHUB_DATA", data.toString());
    environment.put("SERVER_PORT", String.valueOf(port));
    environment.put("TIERHUB_MANAGEMENT_PORT", String.valueOf(port + 1));
    List<String> all = new ArrayList<>(JavaServer.MEMORY);
    all.add("-XX:AOTCache=" + folder.resolve("tierhub.aot"));
    all.addAll(List.of(options));
    return JavaServer.start(
        all,
        List.of("-jar", folder.resolve("tierhub.jar").toString()),
        environment,
        home.resolve(name + ".log"),
        port,
        "/public/v1/me");
  }

  /** What the demo of that database exports: the companies' tokens. */
  Map<String, String> exports(String database) throws IOException {
    Map<String, String> exports = new LinkedHashMap<>();
    for (String line : Files.readAllLines(home.resolve(database).resolve("demo.env"))) {
      var matcher = EXPORT.matcher(line);
      if (matcher.matches()) {
        exports.put(matcher.group(1), matcher.group(2));
      }
    }
    return exports;
  }
}
