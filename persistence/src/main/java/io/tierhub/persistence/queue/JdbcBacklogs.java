package io.tierhub.persistence.queue;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.mail.MailVisibility;
import io.tierhub.persistence.read.Sql;
import io.tierhub.queue.Backlog;
import io.tierhub.queue.Backlog.AtRisk;
import io.tierhub.queue.Backlog.Kind;
import io.tierhub.queue.Backlog.Line;
import io.tierhub.queue.Backlog.MailLine;
import io.tierhub.queue.Backlog.Named;
import io.tierhub.queue.Backlog.WebhookLine;
import io.tierhub.queue.Backlogs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * One statement, whose rows say themselves what they are. What waits is found by indexes that have
 * nothing else; mails are not tried for longer than a few days, and no older ones are looked at.
 */
@Repository
class JdbcBacklogs implements Backlogs {

  private static final int AT_RISK = 10;
  private static final Duration MAILS = Duration.ofDays(3);

  private final JdbcTemplate jdbc;
  private final Clock clock;

  JdbcBacklogs(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Backlog of(Actor actor) {
    Instant now = clock.instant();
    return run(
        now,
        open(now, here(actor, "distributor_id"), here(actor, "provider_id"))
            .add(COUNTED)
            .add(" union all ")
            .add(atRisk("waiting", "pending"))
            .add(" union all ")
            .add(atRisk("inquired", "inquiring"))
            .add(" union all ")
            .add(mails(now, MailVisibility.of(actor, "m")))
            .add(" union all ")
            .add(webhooks(hooksOf(actor))));
  }

  @Override
  public Backlog ofAll() {
    Instant now = clock.instant();
    Sql all = Sql.of("true");
    return run(
        now,
        open(now, all, all)
            .add(COUNTED)
            .add(" union all ")
            .add(mails(now, all))
            .add(" union all ")
            .add(webhooks(all))
            .add(
                " union all select 'events', '', '', '', '', '', '', count(*), 0, min(at) from"
                    + " outbox"));
  }

  private static Sql here(Actor actor, String distributor) {
    Sql here = Sql.of("r.environment = ?", actor.environment().wire());
    return switch (actor.role()) {
      case OPS -> here;
      case DISTRIBUTOR -> here.add(" and r." + distributor + " = ?", actor.account().value());
      case VENDOR -> here.add(" and r.vendor_id = ?", actor.account().value());
    };
  }

  /** All that waits. A draft waits for nobody but who writes it. */
  private static Sql open(Instant now, Sql mine, Sql mineOfAccounts) {
    return Sql.of(
            "with open as materialized (select 'fulfillment' as kind, r.id, r.status,"
                + " r.environment, r.vendor_id, r.product_id, case r.status when 'inquiring' then"
                + " coalesce(r.inquired_last_at, r.created_at) else r.created_at end as since from"
                + " fulfillment_request r where r.status in ('tiers_setup', 'inquiring', 'pending',"
                + " 'scheduled', 'revoking') and ")
        .add(mine)
        .add(
            " union all select case r.type when 'setup' then 'tier_setup' else 'tier_update' end,"
                + " r.id, r.status, r.environment, r.vendor_id, r.product_id, case r.status when"
                + " 'inquiring' then coalesce(r.inquired_last_at, r.inquired_at, r.created_at) when"
                + " 'pending' then coalesce(r.pended_at, r.created_at) else r.created_at end from"
                + " tier_configuration_request r where r.status in ('tiers_setup', 'inquiring',"
                + " 'pending') and ")
        .add(mine)
        .add(
            " union all select 'account_request', r.id, r.status, r.environment, r.vendor_id,"
                + " r.product_id, r.created_at from tier_account_request r where r.status ="
                + " 'pending' and ")
        .add(mineOfAccounts)
        .add(
            "), told as (select open.*, claim.request_id is not null as claimed from open left join"
                + " request_claim claim on claim.request_id = open.id and claim.expires_at > ?),"
                + " tallied as (",
            now);
  }

  private static final String COUNTED =
      "select 'queue' as what, environment, kind, status, '' as id, vendor_id, product_id, count(*)"
          + " as many, count(*) filter (where claimed) as claimed, min(since) as since from told"
          + " group by environment, kind, status, vendor_id, product_id";

  private static String atRisk(String what, String status) {
    return "(select '%s', environment, kind, status, id, vendor_id, product_id, 1, claimed::int, since from told where status = '%s' order by since, id limit %d)"
        .formatted(what, status, AT_RISK);
  }

  private static Sql mails(Instant now, Sql mine) {
    return Sql.of(
            "select 'mail', m.environment, '', case when m.status = 'waiting' and m.tries > 0 then"
                + " 'retried' else m.status end, '', '', '', count(*), 0, min(m.created_at) from"
                + " mail m where m.created_at > ? and ",
            now.minus(MAILS))
        .add(mine)
        .add(" group by 2, 4");
  }

  private static Sql hooksOf(Actor actor) {
    Sql here = Sql.of("w.environment = ?", actor.environment().wire());
    return actor.role() == Role.OPS
        ? here
        : here.add(" and w.owner_id = ?", actor.account().value());
  }

  private static Sql webhooks(Sql mine) {
    return Sql.of(
            "select 'webhook', w.environment, '', '', w.id, '', '', count(d.id),"
                + " max(h.failures_in_row), min(d.created_at) from webhook w join webhook_health h on"
                + " h.webhook_id = w.id left join webhook_delivery d on d.webhook_id = w.id and"
                + " d.status = 'waiting' where ")
        .add(mine)
        .add(" group by w.environment, w.id having count(d.id) > 0 or max(h.failures_in_row) > 0");
  }

  private Backlog run(Instant now, Sql begun) {
    Sql sql =
        begun.add(
            ") select what, environment, kind, tallied.status, tallied.id, tallied.vendor_id, ve.name,"
                + " tallied.product_id, pr.name, many, claimed, since from tallied left join partner ve"
                + " on ve.id = tallied.vendor_id left join product pr on pr.id = tallied.product_id order"
                + " by since, tallied.id, tallied.vendor_id, tallied.product_id, kind, tallied.status");
    List<Line> lines = new ArrayList<>();
    List<AtRisk> waiting = new ArrayList<>();
    List<AtRisk> inquired = new ArrayList<>();
    List<MailLine> mails = new ArrayList<>();
    List<WebhookLine> webhooks = new ArrayList<>();
    List<Backlog.Events> events = new ArrayList<>();
    jdbc.query(
        sql.text(),
        (ResultSet row) -> {
          String what = row.getString(1);
          switch (what) {
            case "queue" ->
                lines.add(new Line(kind(row), row.getLong(10), row.getLong(11), since(row)));
            case "waiting" -> waiting.add(atRisk(row));
            case "inquired" -> inquired.add(atRisk(row));
            case "mail" ->
                mails.add(
                    new MailLine(row.getString(2), row.getString(4), row.getLong(10), since(row)));
            case "webhook" ->
                webhooks.add(
                    new WebhookLine(
                        row.getString(2),
                        row.getString(5),
                        row.getLong(10),
                        row.getLong(11),
                        at(row)));
            case "events" -> events.add(new Backlog.Events(row.getLong(10), at(row)));
            default -> throw new IllegalStateException("no row is called " + what);
          }
        },
        sql.values());
    return new Backlog(
        now,
        lines,
        waiting,
        inquired,
        mails,
        webhooks,
        events.isEmpty() ? null : events.getFirst());
  }

  private static AtRisk atRisk(ResultSet row) throws SQLException {
    return new AtRisk(kind(row), row.getString(5), row.getInt(11) > 0, since(row));
  }

  private static Kind kind(ResultSet row) throws SQLException {
    return new Kind(
        row.getString(2),
        row.getString(3),
        row.getString(4),
        new Named(row.getString(6), row.getString(7)),
        new Named(row.getString(8), row.getString(9)));
  }

  private static Instant since(ResultSet row) throws SQLException {
    return row.getObject(12, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant at(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject(12, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
