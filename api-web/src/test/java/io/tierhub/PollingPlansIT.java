package io.tierhub;

import static io.tierhub.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.Api;
import io.tierhub.support.Statements;
import io.tierhub.support.Statements.Statement;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What vendors ask all day, among a million rows: found by the index that is meant for it, with no
 * more rows touched than are answered.
 */
@Isolated("it hears the statements of everybody, and makes a million rows")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(
    properties = {"tierhub.test.own-database=true", "tierhub.test.for=polling-plans"})
class PollingPlansIT extends HttpTest {

  private static final int ROWS = 1_000_000;
  private static final int PENDING = 10_000;
  private static final int ACCOUNTS = 200_000;

  /** Rows of a tally that a vendor's lists are counted by. */
  private static final int COMBINATIONS = 100;

  /** Rows looked at besides those that are answered. */
  private static final int BESIDES = 10;

  private static final Map<String, String> PREFIXES =
      Map.of(
          "fulfillment_request", "PR-",
          "tier_configuration_request", "TCR-",
          "tier_account_request", "TAR-");

  private static final JsonMapper JSON = new JsonMapper();

  private Company vendor;
  private Company distributor;
  private String product;
  private String reseller;

  @BeforeAll
  void aMillionOfEach() {
    World world = world();
    distributor = world.distributor();
    vendor = world.vendor();
    String hub = world.hub(distributor);
    product = world.tierProduct(vendor, 1, distributor, hub);
    World.requires(vendor, product, "tier1", "fulfillment", "partner");
    reseller = World.reseller(distributor, "Reseller", null);
    String customer = World.customer(distributor, "Customer", reseller);
    World.order(distributor, product, customer);
    distributor
        .api()
        .put("/tier/accounts/" + customer, World.accountBody("customer", "Renamed", reseller))
        .expect(200);
    withoutReferences();
    multiply(
        "asset", PENDING, "a.status = 'processing'", "id = 'AS-' || n, external_uid = n::text");
    multiply(
        "tier_configuration",
        PENDING,
        "true",
        "id = 'TC-' || n, account_id = 'TA-' || n, tier_level = 1 + n % 2");
    many(
        "fulfillment_request",
        "asset_id = case when n % 100 = 0 then 'AS-' || n / 100 else a.asset_id end, number = n + 1");
    many(
        "tier_configuration_request",
        "configuration_id = case when n % 100 = 0 then 'TC-' || n / 100 else a.configuration_id end,"
            + " number = n + 1");
    multiply(
        "tier_account", ACCOUNTS, "a.type = 'customer'", "id = 'TA-' || n, external_uid = n::text");
    multiply("tier_account_version", ACCOUNTS, "a.number = 2", "account_id = 'TA-' || n");
    many(
        "tier_account_request",
        "account_id = case when n % 100 = 0 then 'TA-' || n / 100 else a.account_id end,"
            + " number = case when n % 100 = 0 then a.number else n + 2 end");
    patiently("vacuum analyze");
  }

  /** What rows point to need not be there. The server's own work goes on, and may be in the way. */
  private void withoutReferences() {
    jdbc.queryForList(
            "select format('alter table %s drop constraint %I', conrelid::regclass, conname) from"
                + " pg_constraint where contype = 'f' and connamespace = current_schema::regnamespace",
            String.class)
        .forEach(drop ->
            await()
                .ignoreException(PessimisticLockingFailureException.class)
                .untilAsserted(() -> jdbc.execute(drop)));
  }

  /**
   * One row in a hundred is pending; nine tenths of all are another vendor's, and half of all other
   * products'.
   */
  private void many(String table, String columns) {
    String decided = table.equals("tier_account_request") ? "accepted" : "approved";
    multiply(
        table,
        ROWS,
        "true",
        columns
            + ", id = '"
            + PREFIXES.get(table)
            + "' || n, status = case when n % 100 = 0 then 'pending' else '"
            + decided
            + "' end"
            + ", product_id = case when n / 1000 % 2 = 0 then a.product_id else 'PRD-' || n % 20 end"
            + ", vendor_id = case when n / 100 % 10 = 0 then a.vendor_id else 'VA-000-000' end"
            + ", created_at = a.created_at + n * interval '1 second'");
  }

  /** The first row many times over, with other values in some columns. */
  private void multiply(String table, int times, String which, String columns) {
    List<String> others = Stream.of(columns.split(", (?=[a-z_0-9]+ = )")).toList();
    List<String> names = others.stream().map(one -> one.substring(0, one.indexOf(" = "))).toList();
    List<String> all =
        jdbc.queryForList(
            "select column_name from information_schema.columns where table_name = ? and"
                + " table_schema = current_schema and is_generated = 'NEVER' order by ordinal_position",
            String.class,
            table);
    String values =
        String.join(
            ", ",
            all.stream()
                .map(name ->
                    names.contains(name)
                        ? others.get(names.indexOf(name)).substring(name.length() + 3)
                        : "a." + name)
                .toList());
    patiently(
        "insert into %1$s (%2$s) select %3$s from (select * from %1$s a where %4$s limit 1) a,"
                .formatted(table, String.join(", ", all), values, which)
            + " generate_series(1, %d) n".formatted(times));
  }

  /** For a million rows on a crowded machine the limits that guard calls are too narrow. */
  private void patiently(String statement) {
    jdbc.execute((java.sql.Connection connection) -> {
      // The pool sets it back.
      connection.setNetworkTimeout(Runnable::run, 0);
      try (java.sql.Statement sql = connection.createStatement()) {
        sql.execute("set statement_timeout = 0");
        sql.execute(statement);
        sql.execute("reset statement_timeout");
      }
      return null;
    });
  }

  private record Plan(String text, List<JsonNode> scans) {}

  /** Of the plan that is kept for all values, which is how the server has these statements run. */
  private Plan planOf(Statement statement) {
    return planOf(statement, "force_generic_plan");
  }

  /**
   * Of the plan for just those values.
   *
   * @param keys what any array has, which is not heard
   */
  private Plan planNowOf(Statement statement, String... keys) {
    String array = "{" + String.join(",", keys) + "}";
    List<Object> values =
        statement.values().stream()
            .map(value -> value.toString().startsWith("[L") ? array : value)
            .toList();
    return planOf(new Statement(statement.text(), values), "force_custom_plan");
  }

  private Plan planOf(Statement statement, String mode) {
    String text =
        jdbc.execute((java.sql.Connection connection) -> {
          try (java.sql.Statement sql = connection.createStatement()) {
            sql.execute("set plan_cache_mode = " + mode);
            sql.execute("prepare polled as " + numbered(statement.text()));
            try (ResultSet plan =
                sql.executeQuery(
                    "explain (analyze, format json) execute polled ("
                        + statement.values().stream()
                            .map(value -> "'" + value + "'")
                            .collect(Collectors.joining(", "))
                        + ")")) {
              plan.next();
              return plan.getString(1);
            } finally {
              sql.execute("deallocate polled");
              sql.execute("reset plan_cache_mode");
            }
          }
        });
    List<JsonNode> scans = new ArrayList<>();
    collect(JSON.readTree(text).get(0).path("Plan"), scans);
    return new Plan(text, scans);
  }

  private static String numbered(String text) {
    int[] number = {0};
    return Pattern.compile("\\?").matcher(text).replaceAll(_ -> "\\$" + ++number[0]);
  }

  private static void collect(JsonNode node, List<JsonNode> scans) {
    if (node.has("Relation Name")) {
      scans.add(node);
    }
    node.path("Plans").forEach(child -> collect(child, scans));
  }

  private static long touched(JsonNode scan) {
    double each =
        scan.path("Actual Rows").asDouble()
            + scan.path("Rows Removed by Filter").asDouble()
            + scan.path("Rows Removed by Index Recheck").asDouble();
    return Math.round(each * scan.path("Actual Loops").asDouble());
  }

  private void assertPlanned(String path, String table, String index, int page) {
    try (Statements statements = new Statements()) {
      Api.Answer answer = vendor.api().get(path).expect(200);
      assertThat(answer.json()).as(path).hasSize(page);
      Plan rows = planOf(statements.beginning("select r.id").getLast());
      assertThat(own(rows, table).path("Index Name").asString()).as(rows.text()).isEqualTo(index);
      assertTouched(rows, page + BESIDES);
      assertThat(statements.beginning("select coalesce(sum(")).as("totals of %s", path).isEmpty();
      // Sums come with the page, and none with a page of nothing or one behind another.
      boolean totalIsAskedFor = page == 100 && !path.contains("cursor=");
      List<JsonNode> sums = sums(rows);
      assertThat(sums).as(rows.text()).hasSize(totalIsAskedFor ? 1 : 0);
      for (JsonNode sum : sums) {
        assertThat(touched(sum)).as(rows.text()).isLessThanOrEqualTo(COMBINATIONS);
      }
      for (Statement count : statements.beginning("select count(*)")) {
        // Any index whose rows are those that are counted.
        Plan counted = planOf(count);
        assertThat(own(counted, table).path("Node Type").asString()).startsWith("Index");
        assertTouched(counted, PENDING / 10 + BESIDES);
      }
    }
  }

  private static List<JsonNode> sums(Plan plan) {
    return plan.scans().stream()
        .filter(scan -> scan.path("Relation Name").asString().endsWith("_tally"))
        .filter(scan -> scan.path("Actual Loops").asInt() > 0)
        .toList();
  }

  private static JsonNode own(Plan plan, String table) {
    List<JsonNode> own =
        plan.scans().stream()
            .filter(scan -> scan.path("Relation Name").asString().equals(table))
            .filter(scan -> scan.path("Alias").asString().equals("r"))
            .toList();
    assertThat(own).as(plan.text()).hasSize(1);
    return own.getFirst();
  }

  private static void assertTouched(Plan plan, int most) {
    for (JsonNode scan : plan.scans()) {
      assertThat(touched(scan)).as("%s in %s", scan, plan.text()).isLessThanOrEqualTo(most);
    }
  }

  @Test
  void ordersThatArePending() {
    String table = "fulfillment_request";
    assertPlanned("/requests?status=pending", table, table + "_by_vendor_status", 100);
    assertPlanned(
        "/requests?status=pending&asset.product.id=" + product,
        table,
        table + "_by_product_status",
        100);
    assertPlanned("/requests?status=inquiring", table, table + "_by_vendor_status", 0);
  }

  @Test
  void tierRequestsThatArePending() {
    String table = "tier_configuration_request";
    String list = "/tier/config-requests?status=pending";
    assertPlanned(list, table, table + "_by_vendor_status", 100);
    assertPlanned(
        list + "&configuration.product.id=" + product, table, table + "_by_product_status", 100);
    assertPlanned("/tier/config-requests?status=inquiring", table, table + "_by_vendor_status", 0);
  }

  @Test
  void accountRequestsThatArePending() {
    String table = "tier_account_request";
    String list = "/tier/account-requests?status=pending";
    assertPlanned(list + "&product.id=" + product, table, table + "_by_product_status", 100);
    assertPlanned(list, table, table + "_by_vendor_status", 100);
  }

  /** Explained where the first hundred are claimed already, and passed over. */
  @ParameterizedTest
  @CsvSource({
    "requests, fulfillment_request",
    "tier/config-requests, tier_configuration_request",
    "tier/account-requests, tier_account_request"
  })
  void claims(String list, String table) {
    String path = "/%s/claim?limit=100".formatted(list);
    try (Statements statements = new Statements()) {
      Api.Answer claim = vendor.api().post(path, "{\"seconds\": 3600}").expect(200);
      assertThat(claim.json().path("requests")).hasSize(100);
      Plan plan = planOf(statements.beginning("with found").getLast());
      assertThat(own(plan, table).path("Index Name").asString())
          .as(plan.text())
          .isEqualTo(table + "_by_vendor_status");
      assertTouched(plan, 200 + BESIDES);
    }
  }

  @Test
  void whatWaitsAtAGlance() {
    for (Company who : List.of(vendor, distributor, world().ops())) {
      try (Statements statements = new Statements()) {
        who.api().get("/ops/queues").expect(200);
        Plan plan = planOf(statements.beginning("with open").getLast());
        for (JsonNode scan : plan.scans()) {
          assertThat(touched(scan)).as(plan.text()).isLessThanOrEqualTo(2 * PENDING);
        }
      }
    }
  }

  @Test
  void pagesInTheMiddle() {
    for (String list : List.of("/requests", "/tier/config-requests")) {
      String table =
          list.equals("/requests") ? "fulfillment_request" : "tier_configuration_request";
      Api.Answer page = vendor.api().get(list + "?status=pending&offset=500").expect(200);
      String next = page.header("Link").replaceAll("</public/v1([^>]*)>.*", "$1");
      assertPlanned(next, table, table + "_by_vendor_status", 100);
    }
  }

  @Test
  void talliesAreMadeAnewWhereTriggersDidNotFire() {
    jdbc.execute("insert into asset_tally select * from asset_tally limit 1");
    jdbc.execute("delete from tier_account_tally");
    assertThat(wrongTallies()).hasSizeGreaterThan(1);
    jdbc.execute("call tally_anew()");
    assertThat(wrongTallies()).isEmpty();
  }

  /** As the job does all the time. */
  @Test
  void whoFoldsWhileTalliesAreMadeAnewTakesNothingTwice() throws Exception {
    jdbc.execute("update asset set status = 'active' where id like 'AS-1%'");
    together(
        List.of(
            () -> again(2, "call tally_anew()"),
            () -> again(100, "select fold_tallies()"),
            () -> again(100, "select fold_tallies()")));
    assertThat(wrongTallies()).isEmpty();
  }

  private int again(int times, String statement) {
    for (int n = 0; n < times; n++) {
      jdbc.execute(statement);
    }
    return times;
  }

  private List<String> wrongTallies() {
    return jdbc.queryForList("select wrong from wrong_tallies() wrong", String.class);
  }

  @Test
  void whatWasEmptyIsOnlyCountedTheNextTime() {
    String path = "/requests?status=failed";
    assertThat(vendor.api().get(path).expect(200).json()).isEmpty();
    try (Statements statements = new Statements()) {
      assertThat(vendor.api().get(path).expect(200).json()).isEmpty();
      assertThat(statements.beginning("select r.id")).isEmpty();
      assertTouched(planOf(statements.beginning("select count(*)").getFirst()), BESIDES);
    }
  }

  @Test
  void theFeedCatchesUpThoughTheOutboxWasEmptyWhenItWasCounted() {
    jdbc.execute("truncate outbox");
    patiently("vacuum analyze outbox");
    // As after a start: a connection that has no plan yet makes one that it keeps.
    jdbc.queryForList(
        "select pg_terminate_backend(pid) from pg_stat_activity where query like 'with mine%' or"
            + " query like 'with reader%' or query like 'select w.id%'");
    try (Statements statements = new Statements()) {
      int untilItIsKept = 12;
      await().until(() -> statements.beginning("with mine").size() > untilItIsKept);
    }
    int events = 200_000;
    long before = lastPosition();
    jdbc.update(
        "insert into outbox (type, subject, owner_id, environment, at, trace, data)"
            + " select 'test', 'TA-' || n, ?, 'production', now(), 'trace', '{}'"
            + " from generate_series(1, ?) n",
        distributor.id(),
        events);
    await().atMost(Duration.ofMinutes(2)).until(() -> lastPosition() == before + events);
    assertThat(
            jdbc.queryForList(
                "select subject from feed where position > ? order by position limit 3",
                String.class,
                before))
        .containsExactly("TA-1", "TA-2", "TA-3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TA-123457", "a-123457", "123457"})
  void aRareTermIsFoundByItsPieces(String term) {
    String id = "TA-123457";
    try (Statements statements = new Statements()) {
      Api.Answer found = distributor.api().get("/tier/accounts?search=" + term).expect(200);
      assertThat(found.json())
          .singleElement()
          .satisfies(one -> assertThat(one.path("id").asString()).isEqualTo(id));
      assertTouched(planNowOf(statements.beginning("select array(").getLast()), BESIDES);
      assertTouched(planNowOf(statements.beginning("select a.id").getLast(), id), BESIDES);
    }
  }

  /** All accounts hang below a reseller whose name has it too. */
  @Test
  void aTermThatAllHaveIsFoundAtOnce() {
    try (Statements statements = new Statements()) {
      Api.Answer found = distributor.api().get("/tier/accounts?search=seller").expect(200);
      assertThat(found.json()).hasSize(100);
      int enough = 2_000 + 200;
      assertTouched(planNowOf(statements.beginning("select array(").getLast()), enough + BESIDES);
      assertTouched(
          planNowOf(statements.beginning("select a.id").getLast(), reseller), 100 + BESIDES);
    }
  }

  @Test
  void aRareTierRequestIsFoundByItsPieces() {
    try (Statements statements = new Statements()) {
      // One of this vendor's.
      String path = "/tier/config-requests?search=CR-123057";
      Api.Answer found = vendor.api().get(path).expect(200);
      assertThat(found.json()).hasSize(1);
      assertTouched(planNowOf(statements.beginning("select array(").getLast()), 150);
      assertTouched(
          planNowOf(statements.beginning("select r.id").getLast(), found.at("0.id")), 150);
    }
  }

  /** However long the feed is, nobody goes through what they have read. */
  @Test
  void theFeedIsReadFromWhereItsReaderStands() {
    int read = 100;
    int behind = 500;
    long end = longerFeed();
    distributor
        .api()
        .put("/feed/consumers/plans", "{\"position\": %d}".formatted(end - behind))
        .expect(200);
    patiently("vacuum analyze feed");
    try (Statements statements = new Statements()) {
      Api.Answer page =
          distributor
              .api()
              .get("/feed?limit=%d&after=%d".formatted(read, end - behind))
              .expect(200);
      assertThat(page.json()).hasSize(read);
      // Those it has by index, and then by their positions.
      assertTouched(planOf(statements.beginning("select '1.0'").getLast()), read + BESIDES);
      Api.Answer consumer = distributor.api().get("/feed/consumers/plans").expect(200);
      assertThat(consumer.json().path("behind").asInt()).isGreaterThanOrEqualTo(behind);
      assertTouched(planOf(statements.beginning("select c.name").getLast()), behind + BESIDES);
      await().until(() -> !statements.beginning("with reader").isEmpty());
      assertTouched(planOf(statements.beginning("with reader").getLast()), BESIDES);
    }
  }

  /** As if all of them had been told long ago, also to webhooks. */
  private long longerFeed() {
    jdbc.update(
        "with before as (select last_position from feed_sequencer for update), longer as ("
            + " insert into feed (position, event_id, type, subject, owner_id, environment, at, trace,"
            + " data) select before.last_position + n, -n, 'test', 'TA-' || n, ?, 'production', now(),"
            + " 'trace', '{}' from before, generate_series(1, 200000) n returning position)"
            + " update feed_sequencer set last_position = (select max(position) from longer)",
        distributor.id());
    long end = lastPosition();
    jdbc.update("update webhook_dispatcher set last_position = ?", end);
    return end;
  }

  private long lastPosition() {
    Long last = jdbc.queryForObject("select last_position from feed_sequencer", Long.class);
    return Objects.requireNonNull(last);
  }
}
