package io.tierhub.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The document that a run leaves behind. */
final class Document {

  private final Options options;
  private final List<String> sections = new ArrayList<>();
  private final List<String> verdicts = new ArrayList<>();
  private String group = "";
  private String loadBefore = "";
  private String sizes = "";

  Document(Options options) {
    this.options = options;
  }

  /** What is measured from now on belongs to that group. */
  void begin(String name) throws IOException {
    group = name;
    loadBefore = Cpu.load();
    sections.clear();
    verdicts.clear();
  }

  /**
   * Keeps what was measured, so that groups can be measured one by one, and writes all there is.
   */
  void keep() throws IOException {
    Path results = results();
    Files.createDirectories(results);
    String how =
        "| %s | %s | load average %s before, %s after | %d rounds of %d s | %s |\n"
            .formatted(
                group,
                LocalDate.now(),
                loadBefore,
                Cpu.load(),
                options.rounds(),
                options.seconds(),
                sizes);
    Files.writeString(results.resolve(group + ".run"), how);
    Files.writeString(results.resolve(group + ".verdicts"), lines(verdicts));
    Files.writeString(results.resolve(group + ".sections"), lines(sections));
    write();
  }

  private Path results() {
    return options.folder().resolve("results");
  }

  private static String lines(List<String> all) {
    return all.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private String kept(String kind) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String each : Options.GROUPS) {
      Path file = results().resolve(each + "." + kind);
      if (Files.exists(file)) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  static String number(double value) {
    return value >= 100
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
  }

  void sizes(Postgres postgres, String database) throws Exception {
    StringBuilder text = new StringBuilder();
    for (String line :
        postgres.list(
            database,
            "select format('%s %s', to_char(c.reltuples, 'FM999,999,990'), c.relname) from pg_class c"
                + " where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname"
                + " in ('tier_account', 'asset', 'fulfillment_request', 'tier_configuration',"
                + " 'tier_configuration_request', 'product', 'partner') order by c.reltuples"
                + " desc")) {
      text.append(text.isEmpty() ? "" : ", ").append(line);
    }
    sizes =
        text
            + "; "
            + postgres.one(database, "select pg_size_pretty(pg_database_size(current_database()))");
  }

  void section(String title, String text) {
    sections.add("## " + title + "\n\n" + text.strip() + "\n");
    System.out.println(sections.getLast());
  }

  /** A line of the table at the top. */
  void verdict(String work, String goal, String measured, boolean reached) {
    verdicts.add(
        "| %s | %s | %s | %s |".formatted(work, goal, measured, reached ? "yes" : "**no**"));
    System.out.println(verdicts.getLast());
  }

  /** Something without a goal, or that is not there yet. */
  void remark(String work, String goal, String measured) {
    verdicts.add("| %s | %s | %s | – |".formatted(work, goal, measured));
    System.out.println(verdicts.getLast());
  }

  static String table(Map<String, Comparison.Measured> all) {
    StringBuilder text =
        new StringBuilder(
            "| | requests/s | server CPU µs | PostgreSQL CPU µs | p50 ms | p99 ms |\n"
                + "|---|--:|--:|--:|--:|--:|\n");
    all.forEach((name, measured) ->
        text.append(
            "| %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                    name,
                    number(measured.perSecond()),
                    measured.server() == 0 ? "" : number(measured.server()),
                    number(measured.postgres()),
                    number(measured.p50()),
                    Double.isNaN(measured.p99()) ? "" : number(measured.p99()))));
    return text.toString();
  }

  private void write() throws IOException {
    String settings =
        Postgres.SETTINGS.entrySet().stream()
            .map(setting -> "`%s = %s`".formatted(setting.getKey(), setting.getValue()))
            .sorted()
            .collect(Collectors.joining(", "));
    String text =
        """
        # Benchmarks

        Written by `benchmarks/run.sh`; don't edit. Each row is measured beside others, on the same tables:

        - **limit**: pgbench with the statement that the endpoint ran, taken from PostgreSQL's log, on as many
          connections as the pool has
        - **bare**: Spring MVC and JdbcClient answering the same bytes, with no token, no tenancy, no filter
          language and no count; for writes, doing in one transaction the statements that the server sent
        - **alternative**: Spring Data REST on JPA entities

        The candidates take turns, and medians of the rounds count, after warming up until the JIT is quiet. CPU is
        microseconds per request from /proc, without the JIT's threads; on a machine that does other work as well
        it is the steadier number. Whatever the load average has above the run's own share is such work.

        - Machine: %s
        - Server: Java %s, `%s`, extracted jar with AOT cache
        - PostgreSQL 18 on the same machine, every commit synced: %s

        | rows | date | machine | measured | data |
        |---|---|---|---|---|
        %s
        | work | goal | measured | reached |
        |---|---|---|---|
        %s\

        %s

        %s\
        """
            .formatted(
                machine(),
                System.getProperty("java.vm.version"),
                String.join(" ", JavaServer.MEMORY),
                settings,
                kept("run"),
                kept("verdicts"),
                notReached(),
                kept("sections"));
    Files.createDirectories(options.document().getParent());
    Files.writeString(options.document(), text.strip() + "\n");
  }

  private static String notReached() throws IOException {
    try (InputStream text =
        Objects.requireNonNull(Document.class.getResourceAsStream("not-reached.md"))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static String machine() throws IOException {
    String model =
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(line -> line.startsWith("model name"))
            .findFirst()
            .map(line -> line.replaceAll(".*: ", ""))
            .orElse("unknown processor");
    long memory =
        Files.readAllLines(Path.of("/proc/meminfo")).stream()
            .filter(line -> line.startsWith("MemTotal"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 20)
            .sum();
    return "%d cores (%s), %d GB; load generator, servers and PostgreSQL share them"
        .formatted(Runtime.getRuntime().availableProcessors(), model, memory + 1);
  }
}
