package io.tierhub.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The document that a run leaves behind. */
final class Document {

  private final Options options;
  private final String loadBefore;
  private final List<String> sections = new ArrayList<>();
  private final List<String> verdicts = new ArrayList<>();
  private String sizes = "";

  Document(Options options) throws IOException {
    this.options = options;
    this.loadBefore = Cpu.load();
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

  void write() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("# Benchmarks\n\n")
        .append("Written by `benchmarks/run.sh`; don't edit. ")
        .append("Each row is measured against others in the same run, on the same tables:\n\n")
        .append("- **limit**: pgbench with the statement that the endpoint ran, taken from")
        .append(" PostgreSQL's log, on as many connections as the pool has\n")
        .append("- **bare**: Spring MVC and JdbcClient answering the same bytes, with no token, no")
        .append(" tenancy, no filter language and no count\n")
        .append("- **alternative**: Spring Data REST on JPA entities\n\n")
        .append("The candidates take turns; the medians of ")
        .append(options.rounds())
        .append(" rounds of ")
        .append(options.seconds())
        .append(
            " s count, after warming up until the JIT is quiet. CPU is microseconds per request")
        .append(" from /proc, the JIT's threads left out; it is the steadier number.\n\n");
    text.append("| | |\n|---|---|\n");
    text.append("| date | ").append(LocalDate.now()).append(" |\n");
    text.append("| machine | ").append(machine()).append(" |\n");
    text.append("| load average | ")
        .append(loadBefore)
        .append(" before the run, ")
        .append(Cpu.load())
        .append(
            " after it; whatever is above the run's own share is other work on the machine |\n");
    text.append("| Java | ").append(System.getProperty("java.vm.version")).append(", `");
    text.append(String.join(" ", JavaServer.MEMORY)).append("`, extracted jar, AOT cache |\n");
    text.append("| PostgreSQL | 18, on the same machine; ");
    Postgres.SETTINGS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .forEach(setting ->
            text.append('`')
                .append(setting.getKey())
                .append(" = ")
                .append(setting.getValue())
                .append("` "));
    text.append("; every commit is synced |\n");
    text.append("| data | ").append(sizes).append(" |\n\n");
    text.append("| work | goal | measured | reached |\n|---|---|---|---|\n");
    verdicts.forEach(verdict -> text.append(verdict).append('\n'));
    sections.forEach(section -> text.append('\n').append(section));
    Files.createDirectories(options.document().getParent());
    Files.writeString(options.document(), text.toString());
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
