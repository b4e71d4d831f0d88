package io.tierhub.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The filters of accounts and requests, alone and in the usual pairs, each with its plan. */
final class Filters {

  private static final double GOAL_MILLIS = 10;

  /** More rows than this read for nothing are a scan, whatever the plan calls it. */
  private static final long MANY = 20_000;

  private static final Pattern REMOVED = Pattern.compile("Rows Removed by Filter: (\\d+)");
  private static final Pattern LOOPS = Pattern.compile("loops=(\\d+)");

  private final Scene scene;
  private final List<String> lines = new ArrayList<>();
  private final List<String> plans = new ArrayList<>();
  private int slow;
  private int scanning;
  private int all;

  Filters(Scene scene) {
    this.scene = scene;
  }

  void measure() throws Exception {
    try (JavaServer ours = scene.start()) {
      String account =
          scene.one(
              "select g.id from generated_account g join generated_account p on p.id = g.parent_id where g.d = 0 and p.parent_id is not null order by md5(g.id) limit 1");
      list(ours, "ALPINE", "/tier/accounts", filled(accounts(), "tier_account", account));
      String request =
          scene.one(
              "select 'TCR-' || substr(id, 4) || '-001' from generated_configuration where p = 0 and tier2_id is not null order by md5(id) limit 1");
      list(
          ours,
          "NIMBUS",
          "/tier/config-requests",
          filled(configurationRequests(), "tier_configuration_request", request));
      String order =
          scene.one(
              "select 'PR-' || substr(id, 4) || '-002' from generated_asset where p = 0 and tier2_id is not null order by md5(id) limit 1");
      list(ours, "NIMBUS", "/requests", filled(requests(), "fulfillment_request", order));
    }
    String table =
        "One client, 100 rows at most, total included; *read* is rows that the statements read and"
            + " threw away.\n\n| list | filter | p50 ms | p99 ms | rows, total | read | |\n"
            + "|---|---|--:|--:|--:|--:|---|\n"
            + String.join("\n", lines);
    scene.document().section("Filters", table);
    scene
        .document()
        .verdict(
            "%d filters, alone and in pairs: p50".formatted(all),
            "≤ 10 ms",
            "%d above".formatted(slow),
            slow == 0);
    scene
        .document()
        .verdict(
            "%d filters: plans that scan".formatted(all),
            "none",
            "%d".formatted(scanning),
            scanning == 0);
    if (!plans.isEmpty()) {
      scene
          .document()
          .section("Plans of filters that scan", "```\n" + String.join("\n\n", plans) + "\n```");
    }
  }

  /** With values of one row in place of the words in braces. */
  private List<String> filled(List<String> filters, String table, String id) throws Exception {
    List<String> filled = new ArrayList<>();
    for (String filter : filters) {
      Matcher matcher = Pattern.compile("\\{([^}]+)}").matcher(filter);
      StringBuilder text = new StringBuilder();
      while (matcher.find()) {
        String value =
            scene.one(
                "select coalesce((%s)::text, '') from %s r where r.id = '%s'"
                    .formatted(matcher.group(1), table, id));
        matcher.appendReplacement(
            text, Matcher.quoteReplacement(value.replace(" ", "%20").replace("+", "%2B")));
      }
      filled.add(matcher.appendTail(text).toString());
    }
    return filled;
  }

  /** The lines of a plan that say what was read; a page's joins are some hundred others. */
  private static final Pattern TELLING =
      Pattern.compile("Seq Scan|Index|Removed|Heap|Execution Time");

  private static final String OF_ACCOUNT = "(select a.%s from tier_account a where a.id = r.%s)";

  private static List<String> accounts() {
    return List.of(
        "id={id}",
        "in(id,({id},TA-0000-0000-0000))",
        "name={name}",
        "like(name,{name}*)",
        "ilike(name,*{right(name, 5)}*)",
        "type=reseller",
        "external_id={external_id}",
        "external_uid={external_uid}",
        "in(scopes,(tier2))",
        "hub.id=HB-0000-0000",
        "parent.id={parent_id}",
        "parent.name={" + OF_ACCOUNT.formatted("name", "parent_id") + "}",
        "parent.parent.id={" + OF_ACCOUNT.formatted("parent_id", "parent_id") + "}",
        "owner.id={owner_id}",
        "ge(events.created.at,{to_char(created_at, 'YYYY-MM-DD')})",
        "events.created.by={created_by_id}",
        "eq(contact_info.contact.email,{email})",
        "search={external_id}",
        "type=reseller&ordering(-events.created.at)",
        "parent.id={parent_id}&type=customer",
        "external_uid={external_uid}&type={type}",
        "type=customer&ge(events.created.at,{to_char(created_at, 'YYYY-MM-DD')})&ordering(events.created.at)");
  }

  private static List<String> configurationRequests() {
    return List.of(
        "id={id}",
        "type=setup",
        "status=pending",
        "environment=production",
        "ge(created,{to_char(created_at, 'YYYY-MM-DD')})",
        "le(updated,{to_char(updated_at, 'YYYY-MM-DD')})",
        "assignee.id=null()",
        "ne(unassigned,null())",
        "configuration.id={configuration_id}",
        "configuration.tier_level=1",
        "configuration.account.id={account_id}",
        "configuration.account.external_id={"
            + OF_ACCOUNT.formatted("external_id", "account_id")
            + "}",
        "configuration.account.external_uid={"
            + OF_ACCOUNT.formatted("external_uid", "account_id")
            + "}",
        "configuration.account.hub.id=HB-0000-0000",
        "configuration.product.id={product_id}",
        "configuration.product.name=Nimbus%20Workplace",
        "configuration.connection.type=production",
        "configuration.connection.id={connection_id}",
        "params.id=vat_number",
        "params.value=nothing",
        "template.id={template_id}",
        "search={id}",
        "status=pending&configuration.product.id={product_id}",
        "status=pending&configuration.product.id={product_id}&configuration.tier_level=1",
        "status=approved&ordering(-created)",
        "configuration.account.id={account_id}&configuration.product.id={product_id}",
        "configuration.product.id={product_id}&ge(created,{to_char(created_at, 'YYYY-MM-DD')})&ordering(created)");
  }

  private static List<String> requests() {
    return List.of(
        "id={id}",
        "type=purchase",
        "status=pending",
        "in(status,(pending,inquiring))",
        "ge(created,{to_char(created_at, 'YYYY-MM-DD')})",
        "le(updated,{to_char(updated_at, 'YYYY-MM-DD')})",
        "asset.id={asset_id}",
        "asset.external_id={(select a.external_id from asset a where a.id = r.asset_id)}",
        "asset.external_uid={(select a.external_uid from asset a where a.id = r.asset_id)}",
        "asset.product.id={product_id}",
        "asset.connection.id={(select a.connection_id from asset a where a.id = r.asset_id)}",
        "asset.connection.provider.id={distributor_id}",
        "asset.tiers.customer.id={(select a.customer_id from asset a where a.id = r.asset_id)}",
        "asset.tiers.tier1.id={(select a.tier1_id from asset a where a.id = r.asset_id)}",
        "asset.params.value=nothing",
        "template.id={template_id}",
        "status=pending&asset.product.id={product_id}",
        "status=approved&ordering(-created)",
        "asset.product.id={product_id}&type=purchase",
        "status=approved&ge(updated,{to_char(updated_at, 'YYYY-MM-DD')})",
        "asset.product.id={product_id}&ge(created,{to_char(created_at, 'YYYY-MM-DD')})&ordering(created)");
  }

  private void list(JavaServer ours, String company, String path, List<String> filters)
      throws Exception {
    Client client = scene.client(ours, company);
    String token = scene.token(company);
    List<String> calls =
        filters.stream().map(filter -> "/public/v1" + path + "?" + filter + "&limit=100").toList();
    Load.wrk(ours.url(""), calls, token, 4, 5 * scene.options().seconds()); // The JIT.
    for (String filter : filters) {
      all++;
      String call = path + "?" + filter + "&limit=100";
      var answer = client.send("GET", call, null);
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(call + " answered " + answer.body());
      }
      int rows = client.get(call).size();
      String range = answer.headers().firstValue("Content-Range").orElse("");
      List<Postgres.Executed> statements =
          scene.postgres().during(() -> client.get(call)).stream()
              .filter(executed -> executed.sql().startsWith("select"))
              .filter(executed -> executed.sql().contains("environment ="))
              .sorted(Comparator.comparing(executed -> -executed.sql().length()))
              .limit(2)
              .toList();
      long removed = 0;
      boolean scans = false;
      StringBuilder plan = new StringBuilder(path + "?" + filter);
      for (Postgres.Executed statement : statements) {
        List<String> lines = scene.postgres().explain(scene.database(), statement.withValues());
        removed += removed(lines);
        scans |= Postgres.scansBigTable(lines);
        lines.stream()
            .filter(TELLING.asPredicate())
            .forEach(line -> plan.append('\n').append(line));
      }
      scans |= removed > MANY;
      Load.Result result =
          Load.wrk(ours.url(""), List.of("/public/v1" + call), token, 1, scene.options().seconds());
      if (result.p50Millis() > GOAL_MILLIS) {
        slow++;
      }
      if (scans) {
        scanning++;
        plans.add(plan.toString());
      }
      lines.add(
          "| %s | `%s` | %s | %s | %d of %s | %,d | %s |"
              .formatted(
                  path,
                  filter.replace("|", "\\|"),
                  Document.number(result.p50Millis()),
                  Document.number(result.p99Millis()),
                  rows,
                  range.replaceAll(".*/", ""),
                  removed,
                  result.p50Millis() > GOAL_MILLIS || scans
                      ? (scans ? "**scans**" : "**slow**")
                      : ""));
      System.out.println(lines.getLast());
    }
  }

  private static long removed(List<String> plan) {
    long removed = 0;
    long loops = 1;
    for (String line : plan) {
      Matcher looped = LOOPS.matcher(line);
      if (looped.find()) {
        loops = Long.parseLong(looped.group(1));
      }
      Matcher matcher = REMOVED.matcher(line);
      if (matcher.find()) {
        removed += loops * Long.parseLong(matcher.group(1));
      }
    }
    return removed;
  }
}
