package io.tierhub.benchmarks;

import io.tierhub.benchmarks.Comparison.Measured;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Creates and changes next to their bare statements; parking, releasing, moving; the sequencer. */
final class Writes {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int WRITERS = 8;
  private static final int CHANGED = 100;
  private static final int PRODUCTS_IN_USE = 3;
  private static final int RELEASED = 100;
  private static final int MOVES = 5;
  private static final int PROFILED_ROUNDS = 5;
  private static final double OF_BARE = 0.6;

  /** So unusual that they can be told from all else in a statement. */
  private static final int VERSION = 700_000;

  private static final int REVISION = 80_000_000;

  private static final String CONTACT =
      """
      "contact_info": {"address_line1": "Carrer de Mallorca %d", "city": "Barcelona",
        "country": "ES", "postal_code": "08013", "contact": {"first_name": "Mercè",
        "last_name": "Ferrer", "email": "merce@company.example", "phone_number":
        {"country_code": "+34", "area_code": "93", "phone_number": "2073031"}}}
      """;

  private final Scene scene;

  Writes(Scene scene) {
    this.scene = scene;
  }

  void measure() throws Exception {
    Files.createDirectories(scene.replays());
    // Writes of one tree wait for each other; those of a distributor are in many.
    List<String> parents =
        scene.list(
            "select id from generated_account where d = 0 and parent_id is null order by n desc limit 200");
    List<String> changed = accountsInUse();
    try (JavaServer ours = scene.start()) {
      Client alpine = scene.client(ours, "ALPINE");
      note(
          "create",
          () -> alpine.call("POST", "/tier/accounts", account(parents.getFirst(), 0)),
          true);
      note(
          "change",
          // A number that no run before has left there: what is there already is no change.
          () ->
              alpine.call(
                  "PUT",
                  "/tier/accounts/" + changed.getFirst(),
                  change(ThreadLocalRandom.current().nextInt(1_000_000, 2_000_000))),
          false);
      long told =
          Long.parseLong(
              scene.one(
                  "select count(*) from tier_account_request where account_id = '%s'"
                      .formatted(changed.getFirst())));
      if (told != PRODUCTS_IN_USE) {
        throw new IllegalStateException(told + " vendors were told of a change");
      }
      try (JavaServer bare = scene.bare()) {
        create(ours, bare, parents);
        scene.document().keep();
        change(ours, bare, changed);
        scene.document().keep();
      }
      lag(alpine, parents);
      park(ours);
      move(ours);
      scene
          .document()
          .verdict(
              "memory after the load",
              "≤ 420 MB resident",
              Cpu.resident(ours.pid()) + " MB",
              Cpu.resident(ours.pid()) <= 420);
      scene.document().section("Where the memory is", Profile.memory(ours));
    }
  }

  static String account(String parent, int n) {
    return "{\"type\": \"customer\", \"name\": \"Ferrer SL %1$d\", \"parent\": {\"id\": \"%2$s\"}, %3$s}"
        .formatted(n, parent, CONTACT.formatted(n));
  }

  private static String change(int n) {
    return "{" + CONTACT.formatted(n) + "}";
  }

  /** Customers that occur in assets of three products, half of them for the bare server. */
  private List<String> accountsInUse() throws Exception {
    String ids =
        scene
            .list(
                "select id from generated_account where d = 0 and type = 'customer' order by md5(id || 'changed') limit "
                    + 2 * CHANGED)
            .stream()
            .map(id -> "'" + id + "'")
            .collect(Collectors.joining(", "));
    scene
        .postgres()
        .execute(
            scene.database(),
            "set session_replication_role = replica",
            "delete from asset where external_id like 'IN-USE-%'",
            """
            insert into asset
            select (jsonb_populate_record(s, jsonb_build_object('id', 'AS-' || substr(c.id, 4, 10) || to_char(9000 + p.p, 'FM0000'),
              'status', 'active', 'product_id', p.product_id, 'vendor_id', p.vendor_id, 'connection_id', p.id, 'distributor_id', p.distributor_id,
              'external_id', 'IN-USE-' || c.id || p.p, 'external_uid', gen_random_uuid(), 'customer_id', c.id, 'tier1_id', c.parent_id, 'tier2_id', null))).*
            from generated_account c, channel p, sample_asset s where c.id in (%s) and p.d = 0 and p.p < %d
            """
                .formatted(ids, PRODUCTS_IN_USE),
            "update asset set status = 'terminated' where customer_id in (%s) and external_id not like 'IN-USE-%%'"
                .formatted(ids),
            """
            insert into account_use (account_id, product_id, vendor_id, environment)
            select customer_id, product_id, vendor_id, environment from asset where external_id like 'IN-USE-%'
            on conflict do nothing
            """,
            "delete from tier_account_request where account_id in (%s)".formatted(ids),
            "delete from tier_account_version where account_id in (%s) and number > 1"
                .formatted(ids),
            "update tier_account_version set number = %d, valid_to = 'infinity' where account_id in (%s)"
                .formatted(VERSION, ids),
            "update tier_account set number = %d, revision = %d where id in (%s)"
                .formatted(VERSION, REVISION, ids),
            "call tally_anew()");
    return scene.list(
        "select id from generated_account where d = 0 and type = 'customer' order by md5(id || 'changed') limit "
            + 2 * CHANGED);
  }

  /**
   * Notes for the bare server what the server sends for one call: for a create the inserts only,
   * which may stand in a {@code with}.
   */
  private void note(String name, Postgres.ThrowingRunnable call, boolean insertsOnly)
      throws Exception {
    List<Postgres.Executed> all = scene.postgres().during(call);
    List<Postgres.Executed> own =
        transactionOf("insert into tier_account_version", all).stream()
            .filter(executed -> !insertsOnly || executed.sql().contains("insert into"))
            .toList();
    String id =
        valueLike(
            "TA-\\d{4}-\\d{4}-\\d{4}",
            own.stream()
                .filter(executed -> executed.sql().startsWith("insert into tier_account_version"))
                .toList());
    String uid = valueLike("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", own);
    Files.writeString(
        scene.replays().resolve(name + ".json"),
        JSON.writeValueAsString(
            Map.of(
                "digits",
                id.substring(3),
                "uid",
                uid,
                "statements",
                own.stream()
                    .map(executed ->
                        Map.of(
                            "sql",
                            executed.sql().replaceAll("\\$\\d+", "?"),
                            "values",
                            executed.values()))
                    .toList())));
  }

  /**
   * The statements between begin and commit of whoever sent that one: jobs send theirs by the same
   * sessions before and after.
   */
  private static List<Postgres.Executed> transactionOf(
      String statement, List<Postgres.Executed> all) {
    long session =
        all.stream()
            .filter(executed -> executed.sql().startsWith(statement))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("nobody sent " + statement + ": " + all))
            .session();
    List<Postgres.Executed> sent = new ArrayList<>();
    for (Postgres.Executed executed : all) {
      if (executed.session() != session) {
        continue;
      }
      if (executed.sql().equalsIgnoreCase("begin")) {
        sent.clear();
      } else if (!executed.sql().equalsIgnoreCase("commit")) {
        sent.add(executed);
      } else if (sent.stream().anyMatch(one -> one.sql().startsWith(statement))) {
        return sent;
      }
    }
    throw new IllegalStateException("not committed: " + statement);
  }

  private static String valueLike(String pattern, List<Postgres.Executed> statements) {
    return statements.stream()
        .flatMap(executed -> executed.values().stream())
        .map(String::valueOf)
        .filter(value -> value.matches(pattern))
        .findFirst()
        .orElseThrow();
  }

  /** One call of many. */
  @FunctionalInterface
  interface Call {
    void send(int n) throws Exception;
  }

  /** As many writers as that, each sending its next call when the last one is answered. */
  static Load.Result write(Call call, AtomicInteger next, int seconds) throws Exception {
    List<Double> millis = new ArrayList<>();
    AtomicInteger refused = new AtomicInteger();
    long begun = System.nanoTime();
    long end = begun + seconds * 1_000_000_000L;
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < WRITERS; i++) {
        writers.submit(() -> {
          while (System.nanoTime() < end) {
            long sent = System.nanoTime();
            try {
              call.send(next.getAndIncrement());
            } catch (IllegalStateException refusal) {
              if (refused.getAndIncrement() == 0) {
                System.out.println(refusal.getMessage());
              }
            }
            synchronized (millis) {
              millis.add((System.nanoTime() - sent) / 1e6);
            }
          }
          return null;
        });
      }
    }
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Load.Result(
        sorted.length,
        sorted.length / ((System.nanoTime() - begun) / 1e9),
        sorted[sorted.length / 2],
        sorted[sorted.length * 99 / 100],
        refused.get());
  }

  private void create(JavaServer ours, JavaServer bare, List<String> parents) throws Exception {
    Client alpine = scene.client(ours, "ALPINE");
    Client plain = new Client(bare.url(""), "");
    AtomicInteger n = new AtomicInteger();
    Call create =
        i -> alpine.call("POST", "/tier/accounts", account(parents.get(i % parents.size()), i));
    compare(
        "create an account",
        create,
        ours,
        n,
        scene
            .comparison()
            .with("TierHub", ours, seconds -> write(create, n, seconds))
            .with(
                "bare",
                bare,
                seconds -> write(i -> plain.call("POST", "/replays/create", "{}"), n, seconds))
            .run());
  }

  private void change(JavaServer ours, JavaServer bare, List<String> accounts) throws Exception {
    Client alpine = scene.client(ours, "ALPINE");
    Client plain = new Client(bare.url(""), "");
    String noted = accounts.getFirst();
    AtomicInteger our = new AtomicInteger(1);
    AtomicInteger their = new AtomicInteger();
    Call change = i -> alpine.call("PUT", "/tier/accounts/" + accounts.get(i % CHANGED), change(i));
    compare(
        "change an account in use by 3 products",
        change,
        ours,
        our,
        scene
            .comparison()
            .with("TierHub", ours, seconds -> write(change, our, seconds))
            .with(
                "bare",
                bare,
                seconds ->
                    write(
                        i -> plain.call("POST", "/replays/change", again(noted, accounts, i)),
                        their,
                        seconds))
            .run());
  }

  /** What is another account's, and another version's, in the noted statements. */
  private static String again(String noted, List<String> accounts, int i) {
    int times = i / CHANGED;
    return "{\"%s\": \"%s\", \"%d\": \"%d\", \"%d\": \"%d\", \"%d\": \"%d\", \"%d\": \"%d\"}"
        .formatted(
            noted.substring(3),
            accounts.get(CHANGED + i % CHANGED).substring(3),
            // The higher first, or it would be replaced twice.
            VERSION + 1,
            VERSION + 1 + times,
            VERSION,
            VERSION + times,
            REVISION + 1,
            REVISION + 1 + times,
            REVISION,
            REVISION + times);
  }

  private void compare(
      String work, Call call, JavaServer ours, AtomicInteger next, Map<String, Measured> all)
      throws Exception {
    scene.document().section(work, Document.table(all));
    Measured us = all.get("TierHub");
    Measured them = all.get("bare");
    if (us == null || them == null) {
      throw new IllegalStateException("nothing was measured");
    }
    double ratio = us.perSecond() / them.perSecond();
    scene
        .document()
        .verdict(
            work,
            "≥ %s of bare".formatted(OF_BARE),
            "%s (by CPU %s); %s a second"
                .formatted(
                    Document.number(ratio),
                    Document.number(them.cpu() / us.cpu()),
                    Document.number(us.perSecond())),
            ratio >= OF_BARE);
    if (ratio < OF_BARE) {
      String profile =
          Profile.during(
              ours,
              scene.options().folder(),
              () -> write(call, next, PROFILED_ROUNDS * scene.options().seconds()));
      scene.document().section("Where the time goes: " + work, profile);
    }
  }

  /** How far the feed is behind while writers write as fast as they can. */
  private void lag(Client alpine, List<String> parents) throws Exception {
    AtomicInteger n = new AtomicInteger(1_000_000);
    List<Double> ages = new ArrayList<>();
    try (var watcher = Executors.newSingleThreadExecutor()) {
      int seconds = 5 * scene.options().seconds();
      long end = System.nanoTime() + seconds * 1_000_000_000L;
      Future<?> watching =
          watcher.submit(() -> {
            while (System.nanoTime() < end) {
              ages.add(
                  Double.parseDouble(
                      scene.one(
                          "select coalesce(extract(epoch from clock_timestamp() - min(at)), 0) from outbox")));
            }
            return null;
          });
      Load.Result result =
          write(
              i ->
                  alpine.call(
                      "POST", "/tier/accounts", account(parents.get(i % parents.size()), i)),
              n,
              seconds);
      watching.get();
      double worst = ages.stream().mapToDouble(Double::doubleValue).max().orElse(0);
      scene
          .document()
          .verdict(
              "feed sequencer, at %s creates a second"
                  .formatted(Document.number(result.perSecond())),
              "≤ 1 s behind",
              "%s s at worst, of %,d looks".formatted(Document.number(worst), ages.size()),
              worst <= 1);
    }
  }

  private void park(JavaServer ours) throws Exception {
    Client alpine = scene.client(ours, "ALPINE");
    Client nimbus = scene.client(ours, "NIMBUS");
    String product = scene.one("select id from sold where p = 0");
    List<Double> purchases = new ArrayList<>();
    List<Double> approvals = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      String top = alpine.call("POST", "/tier/accounts", reseller("")).get("id").asString();
      String middle =
          alpine
              .call(
                  "POST",
                  "/tier/accounts",
                  reseller("\"parent\": {\"id\": \"%s\"},".formatted(top)))
              .get("id")
              .asString();
      for (int i = 0; i < RELEASED; i++) {
        String customer =
            alpine.call("POST", "/tier/accounts", account(middle, i)).get("id").asString();
        long begun = System.nanoTime();
        JsonNode order =
            alpine.call(
                "POST",
                "/requests",
                """
                {"type": "purchase", "asset": {"product": {"id": "%s"},
                  "items": [{"mpn": "MPN-1", "quantity": 1}],
                  "params": [{"id": "domain", "value": "a.example"}, {"id": "language", "value": "ca"},
                    {"id": "admin_email", "value": "admin@a.example"}],
                  "tiers": {"customer": {"id": "%s"}}}}
                """
                    .formatted(product, customer));
        purchases.add((System.nanoTime() - begun) / 1e6);
        if (!order.get("status").asString().equals("tiers_setup")) {
          throw new IllegalStateException("the order does not wait: " + order);
        }
      }
      approve(
          alpine,
          nimbus,
          product,
          top,
          Map.of("sales_region", "dach", "support_phone", "+41 44 211 90 00"),
          Map.of("agreement_number", "NW-1"));
      approvals.add(
          approve(
              alpine,
              nimbus,
              product,
              middle,
              Map.of("vat_number", "CHE-243.318.771 MWST", "technical_email", "noc@a.example"),
              Map.of("reseller_code", "A-1")));
    }
    double purchase = Comparison.median(purchases, Double::doubleValue);
    double approval = Comparison.median(approvals, Double::doubleValue);
    scene
        .document()
        .remark(
            "purchase that parks on two tiers",
            "reported",
            "p50 %s ms, one client".formatted(Document.number(purchase)));
    scene
        .document()
        .verdict(
            "approve that releases %d orders".formatted(RELEASED),
            "≤ 1 s",
            Document.number(approval) + " ms",
            approval <= 1000);
  }

  private static String reseller(String parent) {
    return "{\"type\": \"reseller\", \"name\": \"Parked\", %s %s}"
        .formatted(parent, CONTACT.formatted(1));
  }

  /** Milliseconds of the approval itself. */
  private double approve(
      Client distributor,
      Client vendor,
      String product,
      String account,
      Map<String, String> ordering,
      Map<String, String> fulfillment)
      throws Exception {
    String request =
        distributor
            .get(
                "/tier/config-requests?configuration.account.id=%s&configuration.product.id=%s"
                    .formatted(account, product))
            .get(0)
            .get("id")
            .asString();
    String path = "/tier/config-requests/" + request;
    distributor.call("PUT", path, params(ordering));
    distributor.call("POST", path + "/pend", "{}");
    vendor.call("PUT", path, params(fulfillment));
    long begun = System.nanoTime();
    vendor.call("POST", path + "/approve", "{}");
    return (System.nanoTime() - begun) / 1e6;
  }

  private static String params(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value ->
            "{\"id\": \"%s\", \"value\": \"%s\"}".formatted(value.getKey(), value.getValue()))
        .collect(Collectors.joining(", ", "{\"params\": [", "]}"));
  }

  /** A root with 10,000 below it, under another reseller and back. */
  private void move(JavaServer ours) throws Exception {
    Client alpine = scene.client(ours, "ALPINE");
    String top =
        scene.one(
            "select id from generated_account where d = 0 and parent_id is null order by n limit 1");
    String first = alpine.call("POST", "/tier/accounts", reseller("")).get("id").asString();
    String second = alpine.call("POST", "/tier/accounts", reseller("")).get("id").asString();
    double[] moves = new double[2 * MOVES];
    for (int i = 0; i < moves.length; i++) {
      long begun = System.nanoTime();
      alpine.call(
          "PUT",
          "/tier/accounts/" + top,
          "{\"parent\": {\"id\": \"%s\"}}".formatted(i % 2 == 0 ? first : second));
      moves[i] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(moves);
    double median = moves[moves.length / 2];
    scene
        .document()
        .verdict(
            "move a subtree of 10,000 accounts",
            "≤ 250 ms",
            "%s ms, worst %s ms"
                .formatted(Document.number(median), Document.number(moves[moves.length - 1])),
            median <= 250);
  }
}
