package io.tierhub.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What becomes of polling as the table grows, and what a whole backlog and the total cost. */
final class Growth {

  private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"?next\"?");
  private static final String ROW = "\"previous_approved_request\"";
  private static final int PAGES = 40;
  private static final int TOTALS = 15;

  private final Scene scene;
  private final HttpClient http = HttpClient.newHttpClient();

  Growth(Scene scene) {
    this.scene = scene;
  }

  /**
   * @param later of the pages that the {@code Link} headers lead to
   */
  private record Pages(double first, double later) {}

  void measure() throws Exception {
    Options options = scene.options();
    if (options.grown() == 0) {
      return;
    }
    String grown =
        Data.prepare(
            scene.postgres(),
            scene.application(),
            options.grown(),
            options.accountsFor(options.grown()));
    Pages small = pages(scene);
    Scene large =
        new Scene(scene.options(), scene.postgres(), scene.application(), grown, scene.document());
    Pages big = pages(large);
    scene
        .document()
        .section(
            "Growth",
            """
            Pending requests of a vendor, %d a page, as many as fill two pages of the small database as
            well; p50 of %d calls in ms.

            | database | first page | pages by the `Link` header |
            |---|--:|--:|
            | %s | %s | %s |
            | %s | %s | %s |
            """
                .formatted(
                    limit(),
                    3 * PAGES,
                    scene.database(),
                    Document.number(small.first),
                    Document.number(small.later),
                    grown,
                    Document.number(big.first),
                    Document.number(big.later)));
    ratio("growth: first page", big.first / small.first, 1.3);
    ratio("growth: page by cursor anywhere", big.later / small.later, 2.5);
    whereTheTimeGoes(large, big.first);
    total(large);
    drain(large);
  }

  private void ratio(String work, double ratio, double goal) {
    scene
        .document()
        .verdict(
            "%s, %,d → %,d requests"
                .formatted(work, scene.options().requests(), scene.options().grown()),
            "≤ %s ×".formatted(goal),
            Document.number(ratio) + " ×",
            ratio <= goal);
  }

  /** Of the first page: how long each of its statements takes alone, and how it is run. */
  private void whereTheTimeGoes(Scene of, double page) throws Exception {
    StringBuilder text =
        new StringBuilder(
            "The first page takes %s ms in all. Its statements, each alone by pgbench:\n\n| ms | |\n|--:|---|\n"
                .formatted(Document.number(page)));
    StringBuilder plans = new StringBuilder();
    try (JavaServer server = of.start()) {
      Client nimbus = of.client(server, "NIMBUS");
      String path = "/requests?status=pending&limit=" + limit();
      for (Postgres.Executed executed : of.postgres().during(() -> nimbus.get(path))) {
        if (!executed.sql().contains("fulfillment_request")) {
          continue;
        }
        double alone = Load.pgbench(of.postgres(), of.database(), executed, 1, 2).p50Millis();
        String sql = executed.withValues();
        text.append(
            "| %s | `%s …` |\n"
                .formatted(Document.number(alone), sql.substring(0, Math.min(80, sql.length()))));
        plans
            .append("\n```\n")
            .append(String.join("\n", of.postgres().explain(of.database(), sql)))
            .append("\n```\n");
      }
    }
    of.document()
        .section(
            "Where the time goes: first page of the large database", text.append(plans).toString());
  }

  private record Answer(double millis, String next, String body) {}

  private Answer call(String url, String token) throws Exception {
    long begun = System.nanoTime();
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(url)).header("Authorization", token).build(),
            // Only its ASCII is looked at; to decode the rest would be the client's own time.
            HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    double millis = (System.nanoTime() - begun) / 1e6;
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(url + " answered " + answer.body());
    }
    Matcher next = NEXT.matcher(String.join(", ", answer.headers().allValues("Link")));
    String after = next.find() ? URI.create(url).resolve(next.group(1)).toString() : "";
    return new Answer(millis, after, answer.body());
  }

  /** A page must be full and have a next one, in the small database as well. */
  private int limit() {
    return Math.clamp(scene.options().requests() / 5_000, 2, 100);
  }

  private Pages pages(Scene of) throws Exception {
    try (JavaServer server = of.start()) {
      String token = of.token("NIMBUS");
      String first = server.url("/public/v1/requests?status=pending&limit=" + limit());
      Load.wrk(
          server.url(""),
          List.of(first.substring(first.indexOf("/public"))),
          token,
          8,
          4 * of.options().seconds());
      // Once for the JIT: what is warm must not depend on how fast the database is.
      measured(first, token);
      return measured(first, token);
    }
  }

  private Pages measured(String first, String token) throws Exception {
    List<Answer> firsts = new ArrayList<>();
    List<Answer> later = new ArrayList<>();
    String next = "";
    for (int i = 0; i < 3 * PAGES; i++) {
      firsts.add(call(first, token));
      if (next.isEmpty()) {
        next = firsts.getLast().next;
      }
      Answer page = call(next, token);
      later.add(page);
      next = page.next;
    }
    return new Pages(
        Comparison.median(firsts, Answer::millis), Comparison.median(later, Answer::millis));
  }

  /** The total alone, as of a page of no rows, next to the whole page that it comes with. */
  private void total(Scene of) throws Exception {
    try (JavaServer server = of.start()) {
      Client nimbus = of.client(server, "NIMBUS");
      String token = of.token("NIMBUS");
      for (String filter : List.of("status=pending", "status=approved", "")) {
        String path = "/requests?" + filter + "&limit=100";
        Postgres.Executed total =
            of.postgres().during(() -> nimbus.get("/requests?" + filter + "&limit=0")).stream()
                .filter(executed ->
                    executed.sql().startsWith("select count(*)")
                        || executed.sql().startsWith("select coalesce(sum("))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < TOTALS; i++) {
          call(server.url("/public/v1" + path), token);
        }
        List<Answer> pages = new ArrayList<>();
        for (int i = 0; i < TOTALS; i++) {
          pages.add(call(server.url("/public/v1" + path), token));
        }
        double page = Comparison.median(pages, Answer::millis);
        double count = Load.pgbench(of.postgres(), of.database(), total, 1, 2).p50Millis();
        String matches =
            nimbus.send("GET", path, null).headers().firstValue("Content-Range").orElse("");
        String work =
            "total of `%s` at %,d requests (%s)"
                .formatted(
                    filter.isEmpty() ? "everything" : filter,
                    of.options().grown(),
                    matches.replaceAll(".*/", "") + " match");
        String measured = "%s of %s ms".formatted(Document.number(count), Document.number(page));
        if (filter.equals("status=pending")) {
          of.document().verdict(work, "≤ 10 % of the page", measured, count <= 0.1 * page);
        } else {
          of.document().remark(work, "reported", measured);
        }
      }
    }
  }

  /** All that is pending of a vendor that fell behind, by pages of 1,000. */
  private void drain(Scene of) throws Exception {
    of.postgres()
        .execute(
            of.database(),
            "create table if not exists set_pending as select r.id from fulfillment_request r join sold o"
                + " on o.id = r.product_id where o.p < 4 and r.number = 2 and r.status = 'approved'",
            "update fulfillment_request r set status = 'pending' from set_pending s where s.id = r.id",
            "vacuum analyze fulfillment_request");
    try (JavaServer server = of.start()) {
      String token = of.token("NIMBUS");
      String path = "/requests?status=pending&limit=1000";
      Postgres.Executed second =
          of.postgres().during(() -> drainOnce(server.url("/public/v1" + path), token, 2)).stream()
              .filter(executed -> executed.sql().startsWith("select"))
              .max(Comparator.comparing(executed -> executed.sql().length()))
              .orElseThrow();
      drainOnce(server.url("/public/v1" + path), token, 60); // The JIT.
      Cpu.Used server0 = Cpu.ofJava(server.pid());
      double postgres0 = Cpu.ofPostgres(of.postgres().pid());
      long begun = System.nanoTime();
      int rows = drainOnce(server.url("/public/v1" + path), token, Integer.MAX_VALUE);
      Duration drained = Duration.ofNanos(System.nanoTime() - begun);
      Cpu.Used used = Cpu.ofJava(server.pid()).since(server0);
      double usedByPostgres = Cpu.ofPostgres(of.postgres().pid()) - postgres0;
      double page = Load.pgbench(of.postgres(), of.database(), second, 1, 10).p50Millis();
      double limit = page / 1000 * (rows / 1000.0);
      double seconds = drained.toMillis() / 1000.0;
      of.document()
          .verdict(
              "draining %,d pending of %,d by pages of 1,000".formatted(rows, of.options().grown()),
              "≤ 2 × the limit",
              "%s s, limit %s s: %s ×"
                  .formatted(
                      Document.number(seconds),
                      Document.number(limit),
                      Document.number(seconds / limit)),
              seconds <= 2 * limit);
      double pages = rows / 1000.0;
      String profile =
          Profile.during(
              server,
              of.options().folder(),
              () -> drainOnce(server.url("/public/v1" + path), token, 60));
      of.document()
          .section(
              "Where the time goes: draining",
              """
              A page of 1,000, one at a time, each behind the one before:

              | | ms |
              |---|--:|
              | the page, as the client waits for it | %s |
              | its statement alone, by pgbench | %s |
              | CPU of PostgreSQL | %s |
              | CPU of the server, without the JIT's threads | %s |

              Of the server: %s
              """
                  .formatted(
                      Document.number(drained.toMillis() / pages),
                      Document.number(page),
                      Document.number(usedByPostgres / 1000 / pages),
                      Document.number(used.work() / 1000 / pages),
                      profile));
    } finally {
      of.postgres()
          .execute(
              of.database(),
              "update fulfillment_request r set status = 'approved' from set_pending s where s.id = r.id",
              "drop table set_pending",
              "vacuum analyze fulfillment_request");
    }
  }

  private int drainOnce(String first, String token, int pages) throws Exception {
    int rows = 0;
    String next = first;
    for (int page = 0; page < pages && !next.isEmpty(); page++) {
      Answer answer = call(next, token);
      // Each of them is its asset's second; to parse the page would be the client's own time.
      for (int at = answer.body.indexOf(ROW); at >= 0; at = answer.body.indexOf(ROW, at + 1)) {
        rows++;
      }
      next = answer.next;
    }
    return rows;
  }
}
