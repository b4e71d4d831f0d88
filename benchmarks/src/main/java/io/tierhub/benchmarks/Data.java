package io.tierhub.benchmarks;

import io.tierhub.kernel.IdKind;
import io.tierhub.persistence.ids.ScrambledIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import tools.jackson.databind.JsonNode;

/**
 * Makes a database of some size: the server itself migrates it, loads its demo and takes one order
 * for each kind of row; what is made here are ids and who belongs to whom, and multiply.sql copies
 * the server's own rows to them. Seeded: the same size gives the same data.
 */
final class Data {

  private static final long SEED = 20261128;

  /** Far beyond what the demo drew, so that the server goes on behind the generated ids. */
  private static final long FIRST = 1_000_000;

  private static final int PRODUCTS = 20;
  private static final int DISTRIBUTORS = 5;
  private static final int BIG_TREE = 11_111;
  private static final int BIG_TREE_WIDTH = 10;
  private static final int[] WIDTHS = {99, 10, 5, 4, 3, 2};
  private static final int TREE = 100;

  /** A binary tree of six levels. */
  private static final int DEEP_TREE = 63;

  /** Of the assets' requests the second is pending at so many of a thousand: 1 % of all. */
  private static final int PENDING_OF_THOUSAND = 20;

  private static final List<String> BIG_TABLES =
      List.of(
          "tier_account",
          "tier_position",
          "tier_account_version",
          "account_use",
          "asset",
          "fulfillment_request",
          "tier_configuration",
          "tier_configuration_request");

  private final Postgres postgres;
  private final Application application;
  private final Random random = new Random(SEED);

  private final int accounts;
  private final int[] parent;
  private final boolean[] reseller;
  private final byte[] owner;
  private final byte[] scopes;
  private final String[] ids;
  private int assets;
  private int configurations;

  private Data(Postgres postgres, Application application, int accounts) {
    this.postgres = postgres;
    this.application = application;
    this.accounts = accounts;
    this.parent = new int[accounts];
    this.reseller = new boolean[accounts];
    this.owner = new byte[accounts];
    this.scopes = new byte[accounts];
    this.ids = new String[accounts];
  }

  /** The name of the database of that size, made now if an earlier run did not. */
  static String prepare(Postgres postgres, Application application, int requests, int accounts)
      throws Exception {
    String database = "requests_%d_accounts_%d".formatted(requests, accounts);
    boolean known =
        !postgres
            .list("postgres", "select 1 from pg_database where datname = '" + database + "'")
            .isEmpty();
    if (known
        && postgres.one(database, "select to_regclass('generated') is not null").equals("t")) {
      return database;
    }
    System.out.printf("making %s%n", database);
    postgres.execute(
        "postgres", "drop database if exists " + database, "create database " + database);
    Data data = new Data(postgres, application, accounts);
    data.letTheServerBegin(database);
    data.load(database, requests / 2, requests / 4);
    return database;
  }

  /** An approved order with values of every kind, to be copied. */
  private void letTheServerBegin(String database) throws Exception {
    Path home = application.home().resolve(database);
    Files.deleteIfExists(home.resolve("demo.env"));
    try (JavaServer server = application.start(postgres.url(database), database)) {
      Path exports = home.resolve("demo.env");
      for (int i = 0; !Files.exists(exports) && i < 600; i++) {
        Thread.sleep(100);
      }
      Map<String, String> tokens = application.exports(database);
      Client nimbus = client(server, tokens, "NIMBUS");
      // The demo writes its file before it commits.
      for (int i = 0; nimbus.send("GET", "/me", null).statusCode() != 200 && i < 600; i++) {
        Thread.sleep(100);
      }
      Client pacific = client(server, tokens, "PACIFIC");
      JsonNode sold = nimbus.get("/assets?product.name=Nimbus%20Workplace&status=active").get(0);
      String product = sold.at("/product/id").asString();
      parameter(nimbus, product, "domain", "text", "ordering");
      parameter(nimbus, product, "admin_email", "email", "ordering");
      parameter(nimbus, product, "language", "text", "ordering");
      parameter(nimbus, product, "tenant", "text", "fulfillment");
      String order =
          pacific
              .call(
                  "POST",
                  "/requests",
                  """
                  {"type": "purchase", "asset": {
                    "product": {"id": "%s"}, "external_id": "sample",
                    "items": [{"mpn": "MPN-1", "quantity": 25}],
                    "params": [{"id": "domain", "value": "customer.example"},
                      {"id": "admin_email", "value": "admin@customer.example"},
                      {"id": "language", "value": "ca"}],
                    "tiers": {"customer": {"id": "%s"}}}}
                  """
                      .formatted(product, sold.at("/tiers/customer/id").asString()))
              .get("id")
              .asString();
      nimbus.call(
          "PUT",
          "/requests/" + order,
          "{\"asset\": {\"params\": [{\"id\": \"tenant\", \"value\": \"b1f6f4a2-1187\"}]}}");
      nimbus.call("POST", "/requests/" + order + "/approve", "{}");
    }
  }

  private static Client client(JavaServer server, Map<String, String> tokens, String company) {
    return new Client(server.url("/public/v1"), String.valueOf(tokens.get(company)));
  }

  private static void parameter(
      Client vendor, String product, String name, String type, String phase)
      throws IOException, InterruptedException {
    vendor.call(
        "POST",
        "/products/" + product + "/parameters",
        """
        {"name": "%1$s", "title": "The %1$s", "description": "What is the %1$s?", "type": "%2$s",
         "scope": "asset", "phase": "%3$s", "constraints": {"required": true}}
        """
            .formatted(name, type, phase));
  }

  private void load(String database, int assetCount, int configurationCount) throws Exception {
    plantTrees();
    try (Connection connection = postgres.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica"); // No check of every reference.
      statement.execute("set work_mem = '256MB'");
      script(statement, "companies.sql");
      List<String> indexes = dropIndexes(statement);
      copyAssets(connection, assetCount, configurationCount);
      copyAccounts(connection);
      script(statement, "multiply.sql");
      statement.execute("call tally_anew()"); // No triggers have fired.
      for (String index : indexes) {
        System.out.printf("  %s%n", index.replaceAll(" ON .*", ""));
        statement.execute(index);
      }
      statement.execute(
          "select setval('tier_account_id', %d), setval('asset_id', %d),"
                  .formatted(FIRST + accounts + 100, FIRST + assets + 100)
              + " setval('tier_configuration_id', %d)".formatted(FIRST + configurations + 10));
    }
    postgres.execute(database, "vacuum (freeze, analyze)", "checkpoint");
    postgres.execute(database, "create table generated as select now() as at");
  }

  /** Resellers where something is below, else customers; the first trees are the big ones. */
  private void plantTrees() {
    int root = 0;
    for (int tree = 0; root < accounts; tree++) {
      boolean big = tree < bigTrees();
      int width = big ? BIG_TREE_WIDTH : WIDTHS[tree % WIDTHS.length];
      int size = big ? BIG_TREE : width == 2 ? DEEP_TREE : TREE;
      int end = Math.min(root + size, accounts);
      for (int n = root; n < end; n++) {
        parent[n] = n == root ? -1 : root + (n - root - 1) / width;
        reseller[n] = root + (n - root) * width + 1 < end || n == root;
        owner[n] = (byte) (big ? tree % 2 : tree % DISTRIBUTORS);
        ids[n] = ScrambledIds.of(IdKind.TIER_ACCOUNT, FIRST + n);
      }
      root = end;
    }
  }

  private int bigTrees() {
    return accounts < 100_000 ? 2 : 4;
  }

  private void copyAssets(Connection connection, int count, int configurationCount)
      throws SQLException, IOException {
    Map<String, String> known = new HashMap<>();
    StringBuilder requests = new StringBuilder();
    try (Rows rows =
        new Rows(
            connection,
            "generated_asset (n, id, p, d, customer_id, tier1_id, tier2_id, pending)")) {
      for (assets = 0; assets < count; assets++) {
        int customer = random.nextInt(accounts);
        while (reseller[customer]) {
          customer = random.nextInt(accounts);
        }
        int tier1 = parent[customer];
        int tier2 = parent[tier1];
        int p = random.nextInt(PRODUCTS);
        scopes[customer] |= 1;
        scopes[tier1] |= 2;
        if (tier2 >= 0) {
          scopes[tier2] |= 4;
        }
        rows.add(
            assets,
            ScrambledIds.of(IdKind.ASSET, FIRST + assets),
            p,
            owner[customer],
            ids[customer],
            ids[tier1],
            tier2 < 0 ? null : ids[tier2],
            random.nextInt(1000) < PENDING_OF_THOUSAND);
        if (configurations < configurationCount) {
          String above = tier2 < 0 ? null : configuration(requests, known, p, tier2, 2, -1, null);
          configuration(requests, known, p, tier1, 1, tier2, above);
        }
      }
    }
    try (Rows rows =
        new Rows(
            connection,
            "generated_configuration (n, id, p, d, account_id, tier_level, tier2_id, parent_id,"
                + " pending)")) {
      rows.addAll(requests);
    }
  }

  /** The configuration of that account, made if there is none. */
  private String configuration(
      StringBuilder rows,
      Map<String, String> known,
      int p,
      int account,
      int level,
      int tier2,
      @Nullable String above) {
    return known.computeIfAbsent(
        "%d %d %d".formatted(p, account, level),
        _ -> {
          String id = ScrambledIds.of(IdKind.TIER_CONFIGURATION, FIRST + configurations);
          Rows.line(
              rows,
              configurations,
              id,
              p,
              owner[account],
              ids[account],
              level,
              tier2 < 0 ? null : ids[tier2],
              above,
              random.nextInt(1000) < PENDING_OF_THOUSAND / 2);
          configurations++;
          return id;
        });
  }

  private void copyAccounts(Connection connection) throws SQLException, IOException {
    String[] paths = new String[accounts];
    try (Rows rows =
        new Rows(connection, "generated_account (n, id, type, d, parent_id, path, scopes)")) {
      for (int n = 0; n < accounts; n++) {
        int above = parent[n];
        paths[n] = (above < 0 ? "" : paths[above]) + ids[n].substring(3) + "/";
        rows.add(
            n,
            ids[n],
            reseller[n] ? "reseller" : "customer",
            owner[n],
            above < 0 ? null : ids[above],
            paths[n],
            scopes[n]);
      }
    }
  }

  /** Those that hold no constraint; to build them at the end is several times faster. */
  private static List<String> dropIndexes(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    List<String> definitions = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename in"
                + " ('%s') and not exists (select 1 from pg_constraint where conindid ="
                    .formatted(String.join("', '", BIG_TABLES))
                + " indexname::regclass)")) {
      while (rows.next()) {
        names.add(rows.getString(1));
        definitions.add(rows.getString(2));
      }
    }
    for (String name : names) {
      statement.execute("drop index " + name);
    }
    return definitions;
  }

  private static void script(Statement statement, String name) throws SQLException, IOException {
    try (var in = Data.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name);
      }
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String sql : all.split(";\n", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }

  /** Rows of one COPY. */
  private static final class Rows implements AutoCloseable {

    private static final int BUFFER = 1 << 20;

    private final CopyIn copy;
    private final StringBuilder lines = new StringBuilder();

    Rows(Connection connection, String into) throws SQLException {
      this.copy =
          connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin");
    }

    void add(@Nullable Object... values) throws SQLException {
      line(lines, values);
      if (lines.length() > BUFFER) {
        send();
      }
    }

    void addAll(CharSequence more) throws SQLException {
      lines.append(more);
      send();
    }

    static void line(StringBuilder lines, @Nullable Object... values) {
      char before = 0;
      for (Object value : values) {
        if (before != 0) {
          lines.append(before);
        }
        lines.append(value == null ? "\\N" : value);
        before = '\t';
      }
      lines.append('\n');
    }

    private void send() throws SQLException {
      byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
      copy.writeToCopy(bytes, 0, bytes.length);
      lines.setLength(0);
    }

    @Override
    public void close() throws SQLException {
      send();
      copy.endCopy();
    }
  }
}
