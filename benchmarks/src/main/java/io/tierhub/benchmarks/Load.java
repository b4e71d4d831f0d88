package io.tierhub.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Load by wrk and pgbench, which Debian has. */
final class Load {

  /** To plan a wide page anew on each connection can take a busy machine more than a second. */
  private static final int LIMIT_SECONDS = 5;

  private Load() {}

  /** How a round of load went. */
  record Result(
      long requests, double perSecond, double p50Millis, double p99Millis, long refused) {}

  /** Calls the paths in turn. */
  static Result wrk(String base, List<String> paths, String token, int connections, int seconds)
      throws IOException, InterruptedException {
    Path script = Files.createTempFile("wrk", ".lua");
    StringBuilder lua = new StringBuilder("local paths = {\n");
    paths.forEach(path -> lua.append("  [==[").append(path).append("]==],\n"));
    lua.append("}\nlocal i = 0\nwrk.headers[\"Authorization\"] = \"")
        .append(token)
        .append("\"\nrequest = function()\n  i = i % #paths + 1\n")
        .append("  return wrk.format(\"GET\", paths[i])\nend\n");
    Files.writeString(script, lua);
    String out =
        run(
            List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "30s",
                "--latency",
                "-s",
                script.toString(),
                base));
    Files.delete(script);
    return new Result(
        Long.parseLong(find(out, "(\\d+) requests in")),
        Double.parseDouble(find(out, "Requests/sec:\\s+([\\d.]+)")),
        millis(find(out, "(?m)^\\s+50%\\s+(\\S+)")),
        millis(find(out, "(?m)^\\s+99%\\s+(\\S+)")),
        out.contains("Non-2xx")
            ? Long.parseLong(find(out, "Non-2xx or 3xx responses: (\\d+)"))
            : 0);
  }

  /** Runs a statement with its values on as many connections as the server's pool has. */
  static Result pgbench(Postgres postgres, String database, Postgres.Executed sql, int seconds)
      throws IOException, InterruptedException {
    return pgbench(postgres, database, sql, 10, seconds);
  }

  static Result pgbench(
      Postgres postgres, String database, Postgres.Executed sql, int connections, int seconds)
      throws IOException, InterruptedException {
    Path script = Files.createTempFile("pgbench", ".sql");
    Files.writeString(script, sql.sql().replaceAll("\\$(\\d+)", ":p$1").replace('\n', ' ') + ";\n");
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-c" + connections,
                "-j1",
                "-T" + Math.max(seconds, LIMIT_SECONDS),
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(postgres.port()),
                "-U",
                "postgres",
                "-f",
                script.toString()));
    for (int i = 0; i < sql.values().size(); i++) {
      command.add("-D");
      command.add("p" + (i + 1) + "=" + sql.values().get(i));
    }
    command.add(database);
    String out = run(command);
    Files.delete(script);
    return new Result(
        Long.parseLong(find(out, "actually processed: (\\d+)")),
        Double.parseDouble(find(out, "tps = ([\\d.]+)")),
        Double.parseDouble(find(out, "latency average = ([\\d.]+)")),
        Double.NaN,
        0);
  }

  static String run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // The server keeps the plans of polls; to plan them anew would be no limit of theirs.
    builder.environment().put("PGOPTIONS", "-c plan_cache_mode=force_generic_plan");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + " failed:\n" + out);
    }
    return out;
  }

  private static String find(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in:\n" + text);
    }
    return matcher.group(1);
  }

  private static double millis(String text) {
    double number = Double.parseDouble(text.replaceAll("[a-z]", ""));
    return text.endsWith("us") ? number / 1000 : text.endsWith("ms") ? number : number * 1000;
  }
}
