package io.tierhub.benchmarks;

import io.tierhub.benchmarks.Comparison.Measured;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Gets, pages and polls, next to the limit, the bare server and the alternative. */
final class Reads {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int CONNECTIONS = 16;
  private static final int MANY_CONNECTIONS = 32;
  private static final int SAMPLES = 500;
  private static final int PROFILED_ROUNDS = 5;

  private static final String ALTERNATIVE_OPEN =
      "/search/open?status=pending&vendor=%s&environment=production&product=%s&size=100";

  private final Scene scene;
  private final Map<String, String> tails = new LinkedHashMap<>();
  private double bareGetCpu;

  Reads(Scene scene) {
    this.scene = scene;
  }

  /**
   * One read as each of the servers knows it.
   *
   * @param company whose token is sent
   */
  private record Read(
      String name,
      String company,
      List<String> ours,
      List<String> bare,
      List<String> alternative,
      double ofBare) {}

  void measure() throws Exception {
    try (JavaServer ours = scene.start();
        JavaServer bare = scene.bare();
        JavaServer alternative = scene.alternative()) {
      String alpine = scene.one("select id from distributor where d = 0");
      String nimbus = scene.one("select vendor_id from sold where p = 0");
      String product = scene.one("select id from sold where p = 0");
      String open = "?status=pending&%s=" + product + "&limit=100";
      String mine = "?vendor=" + nimbus + "&product=" + product;
      List<String> accounts =
          scene.list(
              "select g.id from generated_account g join distributor d using (d) where d.id = '%s' order by md5(g.id) limit %d"
                  .formatted(alpine, SAMPLES));
      List<String> configurationRequests =
          scene.list(
              "select 'TCR-' || substr(id, 4) || '-001' from generated_configuration where p < 4 order by md5(id) limit "
                  + SAMPLES);
      List<String> tops =
          scene.list(
              "select id from generated_account where parent_id is null and d = 0 order by n limit 1");
      List<Read> reads =
          List.of(
              new Read(
                  "get an account",
                  "ALPINE",
                  paths("/public/v1/tier/accounts/", accounts, ""),
                  paths("/accounts/", accounts, "?owner=" + alpine),
                  paths("/accounts/", accounts, ""),
                  0.75),
              new Read(
                  "get a TCR",
                  "NIMBUS",
                  paths("/public/v1/tier/config-requests/", configurationRequests, ""),
                  paths("/configuration-requests/", configurationRequests, "?vendor=" + nimbus),
                  paths("/configuration-requests/", configurationRequests, ""),
                  0.75),
              new Read(
                  "page of 100 pending TCRs of a product",
                  "NIMBUS",
                  List.of(
                      "/public/v1/tier/config-requests"
                          + open.formatted("configuration.product.id")),
                  List.of("/configuration-requests" + mine),
                  List.of("/configuration-requests" + ALTERNATIVE_OPEN.formatted(nimbus, product)),
                  0.8),
              new Read(
                  "page of 100 pending fulfillment requests of a product",
                  "NIMBUS",
                  List.of("/public/v1/requests" + open.formatted("asset.product.id")),
                  List.of("/requests" + mine),
                  List.of("/requests" + ALTERNATIVE_OPEN.formatted(nimbus, product)),
                  0.8),
              new Read(
                  "page of 100 descendants of 10,000",
                  "ALPINE",
                  paths("/public/v1/tier/accounts/", tops, "/descendants?limit=100"),
                  paths("/accounts/", tops, "/descendants?owner=" + alpine),
                  List.of(),
                  0.75));
      for (Read read : reads) {
        compare(read, ours, bare, alternative);
        scene.document().keep();
      }
      poll(ours);
      scene.document().section("p99 ÷ p50 at 32 connections", tailTable());
    }
  }

  private static List<String> paths(String before, List<String> ids, String after) {
    return ids.stream().map(id -> before + id + after).toList();
  }

  private void compare(Read read, JavaServer ours, JavaServer bare, JavaServer alternative)
      throws Exception {
    String token = scene.token(read.company);
    Client us = new Client(ours.url(""), token);
    var answer = us.get(read.ours.getFirst());
    var theirs = new Client(bare.url(""), token).get(read.bare.getFirst());
    if (!JSON.writeValueAsString(answer).equals(JSON.writeValueAsString(theirs))) {
      throw new IllegalStateException(
          "%s: not the same bytes\n%s\n%s".formatted(read.name, answer, theirs));
    }
    Postgres.Executed statement = statement(us, read.ours.getFirst());
    Comparison comparison =
        scene
            .comparison()
            .with(
                "TierHub",
                ours,
                seconds -> Load.wrk(ours.url(""), read.ours, token, CONNECTIONS, seconds))
            .with(
                "bare",
                bare,
                seconds -> Load.wrk(bare.url(""), read.bare, token, CONNECTIONS, seconds));
    if (!read.alternative.isEmpty()) {
      comparison.with(
          "alternative",
          alternative,
          seconds -> Load.wrk(alternative.url(""), read.alternative, token, CONNECTIONS, seconds));
    }
    comparison.with(
        "limit",
        null,
        seconds -> Load.pgbench(scene.postgres(), scene.database(), statement, seconds));
    Map<String, Measured> all = comparison.run();
    scene
        .document()
        .section(
            read.name,
            Document.table(all)
                + "\n%d bytes".formatted(JSON.writeValueAsBytes(answer).length)
                + (answer.isArray() ? ", %d rows".formatted(answer.size()) : ""));
    Measured us2 = all.get("TierHub");
    Measured them = all.get("bare");
    Measured usual = all.get("alternative");
    if (us2 == null || them == null) {
      throw new IllegalStateException("nothing was measured");
    }
    if (bareGetCpu == 0) {
      bareGetCpu = them.cpu();
    }
    double ratio = us2.perSecond() / them.perSecond();
    scene
        .document()
        .verdict(
            read.name,
            "≥ %s of bare".formatted(read.ofBare),
            "%s (by CPU %s)"
                .formatted(Document.number(ratio), Document.number(them.cpu() / us2.cpu())),
            ratio >= read.ofBare);
    boolean reached = ratio >= read.ofBare;
    if (usual != null) {
      double times = us2.perSecond() / usual.perSecond();
      reached &= times >= 3;
      scene
          .document()
          .verdict(
              read.name,
              "≥ 3 × alternative",
              "%s × (by CPU %s ×)"
                  .formatted(Document.number(times), Document.number(usual.cpu() / us2.cpu())),
              times >= 3);
    }
    if (!reached) {
      profile(read.name, read.ours, token, ours);
    }
    tail(read.name, read.ours, token, ours);
  }

  private void profile(String name, List<String> paths, String token, JavaServer ours)
      throws Exception {
    int seconds = PROFILED_ROUNDS * scene.options().seconds();
    String profile =
        Profile.during(
            ours,
            scene.options().folder(),
            () -> Load.wrk(ours.url(""), paths, token, CONNECTIONS, seconds));
    scene.document().section("Where the time goes: " + name, profile);
  }

  /** What answered the call: the longest of the statements, all others being its helpers. */
  private Postgres.Executed statement(Client client, String path) throws Exception {
    return scene.postgres().during(() -> client.get(path)).stream()
        .filter(executed -> executed.sql().startsWith("select"))
        .max(Comparator.comparing(executed -> executed.sql().length()))
        .orElseThrow(() -> new IllegalStateException("no statement for " + path));
  }

  private void tail(String name, List<String> paths, String token, JavaServer ours)
      throws Exception {
    Load.Result result =
        Load.wrk(ours.url(""), paths, token, MANY_CONNECTIONS, 2 * scene.options().seconds());
    double ratio = result.p99Millis() / result.p50Millis();
    tails.put(
        name,
        "| %s | %s | %s | %s |"
            .formatted(
                name,
                Document.number(result.p50Millis()),
                Document.number(result.p99Millis()),
                Document.number(ratio)));
    scene
        .document()
        .verdict("p99 ÷ p50 at 32 connections: " + name, "≤ 5", Document.number(ratio), ratio <= 5);
  }

  private String tailTable() {
    return "| | p50 ms | p99 ms | ratio |\n|---|--:|--:|--:|\n" + String.join("\n", tails.values());
  }

  /** Vendors ask all day what is new, and mostly there is nothing. */
  private void poll(JavaServer ours) throws Exception {
    String token = scene.token("LUMEN");
    String path =
        "/public/v1/tier/config-requests?status=pending&configuration.product.id=PRD-000-000-000";
    Map<String, Measured> all =
        scene
            .comparison()
            .with(
                "TierHub",
                ours,
                seconds -> Load.wrk(ours.url(""), List.of(path), token, CONNECTIONS, seconds))
            .run();
    scene.document().section("poll that finds nothing", Document.table(all));
    Measured measured = all.values().iterator().next();
    double ratio = measured.cpu() / bareGetCpu;
    scene
        .document()
        .verdict(
            "poll that finds nothing",
            "≤ 0.75 of the CPU of bare's get",
            Document.number(ratio),
            ratio <= 0.75);
    if (ratio > 0.75) {
      profile("poll that finds nothing", List.of(path), token, ours);
    }
  }
}
