package io.tierhub.persistence.timeline;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.number;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.raw;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.mail.MailVisibility;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Document;
import io.tierhub.timeline.Timelines;
import java.time.Clock;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTimelines implements Timelines {

  private static final Shape SHAPE =
      Shape.of(
          moment("at", "t.at"),
          text("kind", "t.kind"),
          text("type", "t.type"),
          text("id", "t.id"),
          object("object", text("id", "t.object_id")),
          optional("by", text("id", "t.by_id"), text("name", "t.by_name")),
          number("position", "t.position"),
          text("status", "t.status"),
          number("tries", "t.tries"),
          moment("until", "t.until"),
          text("reason", "t.reason"),
          raw("data", "t.data"));

  private static final String EVENT =
      "select %1$s.at, 'event' as kind, %1$s.type, %2$s as number, %2$s::text as id, %1$s.subject as"
          + " object_id, %1$s.by_id, %1$s.by_name, %3$s as position, null as status, null::integer"
          + " as tries, null::timestamptz as until, null as reason, %1$s.data from %4$s %1$s where"
          + " %1$s.trace = ? and ";

  private static final String ENTRY =
      " union all select e.at, 'audit', e.action, e.id, 'AE-' || e.id, e.object_id, e.by_id,"
          + " e.sealed::json ->> 'by', null, null, null, null, e.sealed::json ->> 'reason',"
          + " e.sealed::json ->> 'changes' from audit_entry e where e.trace = ? and ";

  /** As a mail's id is written. */
  private static final String MAIL_ID =
      "m.request_id || '.' || m.inquiry || case m.occasion when 'inquiry' then '' else '.' ||"
          + " m.occasion end";

  private static final String MAIL =
      " union all select m.created_at, 'mail', m.occasion, m.inquiry, "
          + MAIL_ID
          + ", m.request_id, null, null, null, m.status, m.tries, null, null, null from mail m where"
          + " m.trace = ? and ";

  private static final String JOB =
      " union all select m.created_at, 'job', j.task_name, m.inquiry, j.task_instance, m.request_id,"
          + " null, null, null, case when j.picked then 'running' else 'due' end,"
          + " j.consecutive_failures, j.execution_time, null, null from mail m join scheduled_tasks j"
          + " on j.task_name = 'send-mail' and j.task_instance = "
          + MAIL_ID
          + " where m.trace = ? and ";

  private static final String CLAIM =
      " union all select c.claimed_at, 'claim', null, 0, c.lease_id, c.request_id, c.by_id, null,"
          + " null, case when c.expires_at > ? then 'held' else 'ended' end, null, c.expires_at,"
          + " null, null from request_claim c where c.trace = ? and ";

  private final JsonReads reads;
  private final Clock clock;

  JdbcTimelines(JsonReads reads, Clock clock) {
    this.reads = reads;
    this.clock = clock;
  }

  @Override
  public Document of(Actor actor, String trace) {
    return reads.all(
        Sql.of("select " + SHAPE.selectList() + " from (")
            .add(EVENT.formatted("f", "f.event_id", "f.position", "feed"), trace)
            .add(told(actor, "f"))
            .add(" union all ")
            .add(EVENT.formatted("o", "o.id", "null::bigint", "outbox"), trace)
            .add(told(actor, "o"))
            .add(ENTRY, trace)
            .add(told(actor, "e"))
            .add(MAIL, trace)
            .add(MailVisibility.of(actor, "m"))
            .add(JOB, trace)
            .add(MailVisibility.of(actor, "m"))
            .add(CLAIM, clock.instant(), trace)
            .add(claimed(actor))
            .add(") t order by t.at, t.kind desc, t.number, t.id limit " + LONGEST),
        SHAPE::write);
  }

  /** Who is told of events, and of what the audit makes of them. */
  private static Sql told(Actor actor, String alias) {
    Sql here = Sql.of(alias + ".environment = ?", actor.environment().wire());
    String account = actor.account().value();
    return switch (actor.role()) {
      case OPS -> here;
      case DISTRIBUTOR -> here.add(" and " + alias + ".owner_id = ?", account);
      case VENDOR ->
          here.add(
              " and (" + alias + ".vendor_id = ? or " + alias + ".owner_id = ?)", account, account);
    };
  }

  private static Sql claimed(Actor actor) {
    Sql here = Sql.of("c.environment = ?", actor.environment().wire());
    return actor.role() == Role.OPS
        ? here
        : here.add(" and c.vendor_id = ?", actor.account().value());
  }
}
