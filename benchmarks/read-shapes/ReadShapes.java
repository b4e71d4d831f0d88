import static io.tierhub.persistence.read.Shape.nullableText;
import static io.tierhub.persistence.read.Shape.number;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.stamp;
import static io.tierhub.persistence.read.Shape.text;
import static io.tierhub.persistence.read.Shape.words;

import com.sun.management.ThreadMXBean;
import io.tierhub.account.TierAccountId;
import io.tierhub.account.TierAccountQueries;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.UserRef;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Filter;
import io.tierhub.query.Query;
import io.tierhub.query.Selection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What one read of accounts costs in CPU, for four ways to get from rows to the wire's JSON. See
 * docs/adr/0003-read-models-write-the-wire.md.
 */
final class ReadShapes {

  private static final int WARM_UP_ROUNDS = 8;
  private static final int WARM_UP_ROUNDS_AT_MOST = 14;
  private static final int ROUNDS = 9;
  private static final int GETS = 4_000;
  private static final int PAGES = 250;
  private static final int SAMPLE = 100;
  private static final long SEED = 20261122;

  /** More than an owner has, so that the page tells its total and no count is run in any shape. */
  private static final int LIMIT = 101;

  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final ObjectMapper JSON = new ObjectMapper();

  @SpringBootConfiguration
  @EnableAutoConfiguration(
      excludeName = {
        "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
        "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration"
      })
  @Import(JsonReads.class)
  static class Context {}

  /**
   * One shape: how it reads the account, and the page of the owner, with that place in the data.
   */
  private record Candidate(String name, IntFunction<byte[]> get, IntFunction<byte[]> page) {}

  private record Cost(double jvm, double postgres, double allocated) {
    double total() {
      return jvm + postgres;
    }
  }

  private record Account(String id, Actor actor) {}

  private final JdbcTemplate jdbc;
  private final JsonReads reads;
  private final TierAccountQueries accounts;
  private final Path backend;
  private final boolean fineClock;
  private final List<Account> byNumber;
  private final List<Actor> owners;

  public static void main(String[] args) throws Exception {
    Class<?> real = Class.forName("io.tierhub.persistence.account.TierAccountReads");
    try (var context =
            new SpringApplicationBuilder(Context.class)
                .web(WebApplicationType.NONE)
                .initializers(c ->
                    ((org.springframework.context.support.GenericApplicationContext) c)
                        .registerBean(real))
                .properties(
                    Map.of(
                        "spring.main.banner-mode", "off",
                        "logging.level.root", "warn",
                        "tierhub.embedded.ephemeral", "true",
                        // All tables of all shapes fit: none pushes another's out.
                        "tierhub.embedded.settings.shared-buffers", "1GB",
                        "tierhub.embedded.settings.autovacuum", "off",
                        "spring.datasource.hikari.maximum-pool-size", "2"))
                .run(args);
        // Flyway needed two connections. With one held, the other is the only one left, so there is
        // one PostgreSQL process to watch.
        var held = context.getBean(DataSource.class).getConnection()) {
      held.setAutoCommit(true);
      var jdbc = context.getBean(JdbcTemplate.class);
      jdbc.execute((java.sql.Connection connection) -> {
        ScriptUtils.executeSqlScript(connection, new ClassPathResource("data.sql"));
        return null;
      });
      new ReadShapes(
              jdbc, context.getBean(JsonReads.class), context.getBean(TierAccountQueries.class))
          .run();
    }
  }

  private ReadShapes(JdbcTemplate jdbc, JsonReads reads, TierAccountQueries accounts) {
    this.jdbc = jdbc;
    this.reads = reads;
    this.accounts = accounts;
    Path process = Path.of("/proc", ask("select pg_backend_pid()"));
    this.fineClock = Files.exists(process.resolve("schedstat"));
    this.backend = process.resolve(fineClock ? "schedstat" : "stat");
    this.owners =
        jdbc.queryForList("select id from partner order by id", String.class).stream()
            .map(ReadShapes::actor)
            .toList();
    this.byNumber =
        jdbc.query(
            "select id, owner_id from account_flat order by n",
            (row, _) ->
                new Account(
                    row.getString(1),
                    owners.get(Integer.parseInt(row.getString(2).substring(3, 6)) - 1)));
  }

  private static Actor actor(String partner) {
    return new Actor(
        new PartnerId(partner),
        Environment.PRODUCTION,
        new UserRef("UR-1", "Reader"),
        "0".repeat(32));
  }

  private void run() throws Exception {
    describeMachine();
    tidy("partner", "hub", "tier_account", "account_flat");
    fillDocuments();
    tidy("account_document");
    List<Candidate> candidates = List.of(columns(), builtInPostgres(), document(), built());
    compareAnswers(candidates);
    measure(candidates);
    measureBigOwner(candidates);
    sizes();
    renames();
    describeLoad();
  }

  private void tidy(String... tables) {
    for (String table : tables) {
      jdbc.execute("vacuum (freeze, analyze) " + table);
    }
  }

  // The four shapes ------------------------------------------------------------------------------

  private static final String PARENT =
      " left join %s p on p.id = a.parent_id and p.decommissioned_at is null"
          + " and p.environment = ? and p.owner_id = ?";
  private static final String VISIBLE =
      " where a.decommissioned_at is null and a.environment = ? and a.owner_id = ?";
  private static final String JOINS =
      " from %1$s a join partner o on o.id = a.owner_id left join hub h on h.id = a.hub_id"
          + PARENT;

  /** a: every member of the wire is a column, and Java writes each. */
  private Candidate columns() {
    Shape shape =
        Shape.of(
            text("id", "a.id"),
            number("version", "a.number"),
            text("name", "a.name"),
            text("type", "a.type"),
            text("external_id", "a.external_id"),
            text("external_uid", "a.external_uid"),
            optional(
                "parent",
                text("id", "p.id"),
                text("name", "p.name"),
                text("external_id", "p.external_id")),
            object("owner", text("id", "o.id"), text("name", "o.name"), text("icon", "o.icon")),
            words("scopes", "a.scopes", List.of("customer", "tier1", "tier2")),
            object(
                "hub",
                text("id", "coalesce(h.id, 'HB-0000-0000')"),
                text("name", "coalesce(h.name, 'None')")),
            text("tax_id", "a.tax_id"),
            object(
                "events",
                stamp("created", "a.created_at", "a.created_by_id", "a.created_by_name"),
                stamp("updated", "a.updated_at", "a.updated_by_id", "a.updated_by_name"),
                stamp(
                    "decommissioned",
                    "a.decommissioned_at",
                    "a.decommissioned_by_id",
                    "a.decommissioned_by_name")),
            text("environment", "a.environment"),
            object(
                "contact_info",
                text("address_line1", "a.address_line1"),
                nullableText("address_line2", "a.address_line2"),
                text("city", "a.city"),
                nullableText("state", "a.state"),
                text("postal_code", "a.postal_code"),
                text("country", "a.country"),
                object(
                    "contact",
                    text("first_name", "a.first_name"),
                    text("last_name", "a.last_name"),
                    text("email", "a.email"),
                    optional(
                        "phone_number",
                        text("country_code", "a.phone_country_code"),
                        text("area_code", "a.phone_area_code"),
                        text("phone_number", "a.phone_number"),
                        text("extension", "a.phone_extension")))));
    String from = "select " + shape.selectList() + JOINS.formatted("account_flat") + VISIBLE;
    return new Candidate(
        "a rows in Java, every member a column",
        number -> {
          Account a = byNumber.get(number);
          String owner = a.actor().account().value();
          return reads
              .one(
                  Sql.of(from + " and a.id = ?", "production", owner, "production", owner, a.id()),
                  shape::write)
              .orElseThrow()
              .json();
        },
        number -> {
          String owner = owners.get(number).account().value();
          return reads
              .all(
                  Sql.of(
                      from + " order by a.id limit ?",
                      "production",
                      owner,
                      "production",
                      owner,
                      LIMIT),
                  shape::write)
              .json();
        });
  }

  private static final String MOMENT =
      "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"+00:00\"')";

  private static String stampSql(String event, String by) {
    return "case when a."
        + event
        + "_at is not null then json_object('at': "
        + MOMENT.formatted("a." + event + "_at")
        + ", 'by': case when a."
        + by
        + "_by_id is not null then json_object('id': a."
        + by
        + "_by_id, 'name': a."
        + by
        + "_by_name) end absent on null) end";
  }

  /** The document by the SQL standard's constructor, which can leave out what is null. */
  private static final String BUILT =
      "json_object('id': a.id, 'version': a.number, 'name': a.name, 'type': a.type,"
          + " 'external_id': a.external_id, 'external_uid': a.external_uid,"
          + " 'parent': case when p.id is not null then json_object('id': p.id, 'name': p.name,"
          + " 'external_id': p.external_id absent on null) end,"
          + " 'owner': json_object('id': o.id, 'name': o.name, 'icon': o.icon absent on null),"
          + " 'scopes': (array['[]', '[\"customer\"]', '[\"tier1\"]', '[\"customer\",\"tier1\"]',"
          + " '[\"tier2\"]', '[\"customer\",\"tier2\"]', '[\"tier1\",\"tier2\"]',"
          + " '[\"customer\",\"tier1\",\"tier2\"]'])[a.scopes + 1]::json,"
          + " 'hub': json_object('id': coalesce(h.id, 'HB-0000-0000'),"
          + " 'name': coalesce(h.name, 'None')), 'tax_id': a.tax_id,"
          + " 'events': json_object('created': "
          + stampSql("created", "created")
          + ", 'updated': "
          + stampSql("updated", "updated")
          + ", 'decommissioned': "
          + stampSql("decommissioned", "decommissioned")
          + " absent on null), 'environment': a.environment,"
          + " 'contact_info': a.contact_info::json absent on null)";

  /** b: PostgreSQL builds one text; Java passes its bytes on. */
  private Candidate builtInPostgres() {
    String from = JOINS.formatted("tier_account") + VISIBLE;
    String one = "select " + BUILT + "::text" + from + " and a.id = ?";
    String many =
        "select coalesce(json_agg(x.j), '[]')::text from (select "
            + BUILT
            + " as j"
            + from
            + " order by a.id limit ?) x";
    return new Candidate(
        "b JSON built in PostgreSQL",
        number -> {
          Account a = byNumber.get(number);
          String owner = a.actor().account().value();
          return bytes(one, "production", owner, "production", owner, a.id());
        },
        number -> {
          String owner = owners.get(number).account().value();
          return bytes(many, "production", owner, "production", owner, LIMIT);
        });
  }

  private byte[] bytes(String sql, Object... values) {
    return jdbc.query(
        sql,
        (ResultSetExtractor<byte[]>)
            row -> {
              row.next();
              return row.getBytes(1);
            },
        values);
  }

  /** c: the finished document is kept; Java puts commas between. */
  private Candidate document() {
    String from = "select a.document from account_document a" + VISIBLE;
    return new Candidate(
        "c whole document kept beside the row",
        number -> {
          Account a = byNumber.get(number);
          return bytes(
              from + " and a.account_id = ?", "production", a.actor().account().value(), a.id());
        },
        number ->
            jdbc.query(
                from + " order by a.account_id limit ?",
                (ResultSetExtractor<byte[]>) ReadShapes::joined,
                "production",
                owners.get(number).account().value(),
                LIMIT));
  }

  private static byte[] joined(ResultSet rows) throws java.sql.SQLException {
    var out = new ByteArrayOutputStream(LIMIT * 1024);
    char before = '[';
    while (rows.next()) {
      out.write(before);
      out.writeBytes(rows.getBytes(1));
      before = ',';
    }
    out.write(']');
    return out.toByteArray();
  }

  /** d: the code of the product. */
  private Candidate built() {
    Query page = new Query(Filter.EVERYTHING, List.of(), LIMIT, 0, Selection.NONE, null);
    return new Candidate(
        "d as built: rows in Java, contact_info copied",
        number -> {
          Account a = byNumber.get(number);
          return accounts.get(a.actor(), new TierAccountId(a.id())).orElseThrow().json();
        },
        number -> accounts.list(owners.get(number), page).json());
  }

  private void fillDocuments() {
    for (Actor owner : owners) {
      List<Object[]> rows = new ArrayList<>();
      for (int offset = 0; offset == rows.size(); offset += Query.HIGHEST_LIMIT) {
        Query query = new Query(Filter.EVERYTHING, List.of(), Query.HIGHEST_LIMIT, offset, Selection.NONE, null);
        for (JsonNode node : JSON.readTree(accounts.list(owner, query).json())) {
          rows.add(
              new Object[] {node.get("id").asString(), owner.account().value(), node.toString()});
        }
      }
      jdbc.batchUpdate(
          "insert into account_document (account_id, owner_id, environment, document)"
              + " values (?, ?, 'production', ?)",
          rows);
    }
  }

  /** The four answer the same, or none of the numbers means anything. */
  private void compareAnswers(List<Candidate> candidates) {
    Random random = new Random(SEED);
    Candidate built = candidates.getLast();
    long[] bytesOfOne = new long[candidates.size()];
    long[] bytesOfPage = new long[candidates.size()];
    for (int i = 0; i < SAMPLE; i++) {
      int account = random.nextInt(byNumber.size());
      int owner = random.nextInt(owners.size() - 1);
      for (int c = 0; c < candidates.size(); c++) {
        byte[] one = candidates.get(c).get().apply(account);
        byte[] page = candidates.get(c).page().apply(owner);
        same(JSON.readTree(built.get().apply(account)), JSON.readTree(one));
        JsonNode rows = JSON.readTree(page);
        same(JSON.readTree(built.page().apply(owner)), rows);
        if (rows.size() != 100) {
          throw new AssertionError("not 100 rows but " + rows.size());
        }
        bytesOfOne[c] += one.length;
        bytesOfPage[c] += page.length;
      }
    }
    System.out.printf(
        "%n%d accounts and %d pages read in all four shapes: equal as JSON.%n", SAMPLE, SAMPLE);
    System.out.println(
        "Bytes of one, of a page (mean): "
            + String.join(
                "; ",
                java.util.stream.IntStream.range(0, candidates.size())
                    .mapToObj(c ->
                        candidates.get(c).name().charAt(0)
                            + " "
                            + bytesOfOne[c] / SAMPLE
                            + ", "
                            + bytesOfPage[c] / SAMPLE)
                    .toList()));
  }

  private static void same(JsonNode expected, JsonNode actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("expected " + expected + "\n but got " + actual);
    }
  }

  // Measuring ------------------------------------------------------------------------------------

  private void measure(List<Candidate> candidates) throws IOException {
    var jit = ManagementFactory.getCompilationMXBean();
    int warmUps = 0;
    long compiled;
    do {
      compiled = jit.getTotalCompilationTime();
      round(candidates, warmUps++);
      compiled = jit.getTotalCompilationTime() - compiled;
    } while (warmUps < WARM_UP_ROUNDS || compiled > 50 && warmUps < WARM_UP_ROUNDS_AT_MOST);
    System.out.printf(
        "%d rounds of warm-up; the JIT worked %d ms in the last of them,", warmUps, compiled);

    compiled = jit.getTotalCompilationTime();
    List<Cost[][]> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(round(candidates, i));
    }
    System.out.printf(
        " %d ms in the %d measured.%n", jit.getTotalCompilationTime() - compiled, ROUNDS);

    for (int what = 0; what < 2; what++) {
      System.out.printf(
          "%n%s: CPU µs a call, median of %d interleaved rounds of %d calls (lowest–highest)%n%n",
          what == 0 ? "One account by id" : "A page of 100 accounts of one owner by id",
          ROUNDS,
          what == 0 ? GETS : PAGES);
      System.out.println("| shape | JVM | PostgreSQL | both | ÷ d | KB allocated |");
      System.out.println("|---|---|---|---|---|---|");
      for (int c = 0; c < candidates.size(); c++) {
        double[] jvm = column(rounds, what, c, Stat.JVM);
        double[] postgres = column(rounds, what, c, Stat.POSTGRES);
        double[] both = column(rounds, what, c, Stat.BOTH);
        double[] toBuilt = column(rounds, what, c, Stat.TO_BUILT);
        System.out.printf(
            Locale.ROOT,
            "| %s | %s | %s | %s | %.2f (%.2f–%.2f) | %.1f |%n",
            candidates.get(c).name(),
            spread(jvm),
            spread(postgres),
            spread(both),
            median(toBuilt),
            toBuilt[0],
            toBuilt[ROUNDS - 1],
            median(column(rounds, what, c, Stat.ALLOCATED)) / 1024);
      }
    }
  }

  /**
   * The owner with 10,000 accounts among 900 with 100. PostgreSQL plans for the usual owner, so a
   * plan that is right for it can be a hundred times too dear here. The page is full, so d also
   * runs the count of its total; the others do not.
   */
  private void measureBigOwner(List<Candidate> candidates) throws IOException {
    int big = owners.size() - 1;
    double[][] postgres = new double[candidates.size()][5];
    for (int i = 0; i < 5; i++) {
      for (int c = 0; c < candidates.size(); c++) {
        IntFunction<byte[]> page = candidates.get(c).page();
        postgres[c][i] = cost(_ -> page.apply(big), 15, 1, SEED).postgres();
      }
    }
    System.out.printf("%nThe first page of the owner with 10,000 accounts, PostgreSQL's CPU µs:%n");
    for (int c = 0; c < candidates.size(); c++) {
      Arrays.sort(postgres[c]);
      System.out.printf("%s: %s%n", candidates.get(c).name(), spread(postgres[c]));
    }
  }

  private enum Stat {
    JVM,
    POSTGRES,
    BOTH,
    TO_BUILT,
    ALLOCATED
  }

  private static double[] column(List<Cost[][]> rounds, int what, int candidate, Stat stat) {
    return rounds.stream()
        .mapToDouble(round -> {
          Cost cost = round[what][candidate];
          return switch (stat) {
            case JVM -> cost.jvm();
            case POSTGRES -> cost.postgres();
            case BOTH -> cost.total();
            // Within one round, where the neighbours disturbed both alike.
            case TO_BUILT -> cost.total() / round[what][round[what].length - 1].total();
            case ALLOCATED -> cost.allocated();
          };
        })
        .sorted()
        .toArray();
  }

  private static double median(double[] sorted) {
    return sorted[sorted.length / 2];
  }

  private static String spread(double[] sorted) {
    return "%.0f (%.0f–%.0f)".formatted(median(sorted), sorted[0], sorted[sorted.length - 1]);
  }

  /** Each shape once, each time another one first. All read the same accounts and owners. */
  private Cost[][] round(List<Candidate> candidates, int number) throws IOException {
    Cost[][] costs = new Cost[2][candidates.size()];
    for (int i = 0; i < candidates.size(); i++) {
      int c = (i + number) % candidates.size();
      Candidate candidate = candidates.get(c);
      costs[0][c] = cost(candidate.get(), GETS, byNumber.size(), SEED + number);
      costs[1][c] = cost(candidate.page(), PAGES, owners.size() - 1, SEED + number);
    }
    return costs;
  }

  private Cost cost(IntFunction<byte[]> call, int times, int bound, long seed) throws IOException {
    Random random = new Random(seed);
    System.gc(); // not in this thread, so not in its account; and nobody inherits garbage
    long allocated = THREAD.getCurrentThreadAllocatedBytes();
    long postgres = backendNanos();
    long jvm = THREAD.getCurrentThreadCpuTime();
    long bytes = 0;
    for (int i = 0; i < times; i++) {
      bytes += call.apply(random.nextInt(bound)).length;
    }
    jvm = THREAD.getCurrentThreadCpuTime() - jvm;
    postgres = backendNanos() - postgres;
    allocated = THREAD.getCurrentThreadAllocatedBytes() - allocated;
    if (bytes == 0) {
      throw new AssertionError("nothing read");
    }
    return new Cost(jvm / 1e3 / times, postgres / 1e3 / times, (double) allocated / times);
  }

  /** User and system time of the PostgreSQL process behind our only connection. */
  private long backendNanos() throws IOException {
    String text = Files.readString(backend);
    if (fineClock) {
      return Long.parseLong(text.split(" ")[0]);
    }
    String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10_000_000L;
  }

  // What the kept document costs -----------------------------------------------------------------

  private void sizes() {
    System.out.println();
    for (String table : List.of("tier_account", "account_flat", "account_document")) {
      System.out.printf(
          "%s: %s MB without, %s MB with the indexes%n",
          table,
          ask("select pg_table_size('" + table + "') / 1000000"),
          ask("select pg_total_relation_size('" + table + "') / 1000000"));
    }
  }

  /** Renames the reseller with 9,999 children, and takes it back. */
  private void renames() throws IOException {
    String id = byNumber.get(90_000).id();
    List<double[]> plain = new ArrayList<>();
    List<double[]> withDocuments = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      double[] a = rename(id, false);
      double[] b = rename(id, true);
      if (i > 0) {
        plain.add(a);
        withDocuments.add(b);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%nRenaming a reseller with 9,999 children, median of 5: PostgreSQL %.2f ms CPU, %.0f kB of"
            + " log; with the children's documents %.0f ms, %.0f kB%n",
        median(plain.stream().mapToDouble(x -> x[0]).sorted().toArray()),
        median(plain.stream().mapToDouble(x -> x[1]).sorted().toArray()),
        median(withDocuments.stream().mapToDouble(x -> x[0]).sorted().toArray()),
        median(withDocuments.stream().mapToDouble(x -> x[1]).sorted().toArray()));
  }

  private double[] rename(String id, boolean documents) {
    return jdbc.execute((java.sql.Connection connection) -> {
      connection.setAutoCommit(false);
      try (var rename =
              connection.prepareStatement("update tier_account set name = ? where id = ?");
          var rewrite =
              connection.prepareStatement(
                  "update account_document d set document = x.j from (select a.id, "
                      + BUILT
                      + "::text as j from tier_account a join partner o on o.id = a.owner_id"
                      + " left join hub h on h.id = a.hub_id left join tier_account p on p.id ="
                      + " a.parent_id where a.parent_id = ? or a.id = ?) x"
                      + " where d.account_id = x.id")) {
        long log = position(connection);
        long before = backendNanos();
        rename.setString(1, "Renamed");
        rename.setString(2, id);
        rename.executeUpdate();
        if (documents) {
          rewrite.setString(1, id);
          rewrite.setString(2, id);
          if (rewrite.executeUpdate() != 10_000) {
            throw new AssertionError("not all children");
          }
        }
        long nanos = backendNanos() - before;
        return new double[] {nanos / 1e6, (position(connection) - log) / 1e3};
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    });
  }

  private static long position(java.sql.Connection connection) throws java.sql.SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn")) {
      row.next();
      return row.getLong(1);
    }
  }

  // The machine ----------------------------------------------------------------------------------

  private String ask(String sql) {
    return String.valueOf(jdbc.queryForObject(sql, Object.class));
  }

  private void describeMachine() throws IOException {
    System.out.printf(
        "%s, %d cores%s; Java %s, PostgreSQL %s; backend clock: %s%n",
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(line -> line.startsWith("model name"))
            .findFirst()
            .map(line -> line.replaceFirst(".*: ", ", "))
            .orElse(""),
        Runtime.version(),
        ask("show server_version"),
        backend.getFileName());
    describeLoad();
  }

  private static void describeLoad() throws IOException {
    System.out.println(
        "Load average: "
            + String.join(
                " ",
                Arrays.copyOf(
                    Files.readString(Path.of("/proc/loadavg"), StandardCharsets.UTF_8).split(" "),
                    3)));
  }
}
