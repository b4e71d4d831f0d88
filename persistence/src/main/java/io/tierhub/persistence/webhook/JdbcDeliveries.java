package io.tierhub.persistence.webhook;

import io.tierhub.persistence.IdTexts;
import io.tierhub.persistence.Rows;
import io.tierhub.webhook.Circuit;
import io.tierhub.webhook.Deliveries;
import io.tierhub.webhook.Delivery;
import io.tierhub.webhook.DeliveryId;
import io.tierhub.webhook.DeliveryKind;
import io.tierhub.webhook.DeliveryStatus;
import io.tierhub.webhook.Exchange;
import io.tierhub.webhook.WebhookId;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Deliveries by plain SQL: many of them are touched at once, and one copy works at a webhook. */
@Repository
class JdbcDeliveries implements Deliveries {

  /** How many endpoints' threads one webhook may keep busy. */
  private static final int AT_ONCE = 8;

  private static final int FORGOTTEN_AT_ONCE = 500;

  private static final Pattern ACCOUNT = Pattern.compile("\\bTA(?:-[0-9]+)+");

  /** The first of its line. */
  private static final String FIRST =
      "not exists (select 1 from webhook_delivery e where e.webhook_id = d.webhook_id and e.line ="
          + " d.line and e.status = 'waiting' and e.number < d.number)";

  private static final String REPLAYED =
      " webhook_id = ? and created_at between ? and ? and event_id is not null and status <>"
          + " 'waiting' and (cast(? as text) is null or status = ?)";

  private final JdbcTemplate jdbc;
  private final EntityManager entities;
  private final WebhookMapper webhooks;

  JdbcDeliveries(JdbcTemplate jdbc, EntityManager entities, WebhookMapper webhooks) {
    this.jdbc = jdbc;
    this.entities = entities;
    this.webhooks = webhooks;
  }

  @Override
  public DeliveryId trigger(WebhookId webhook, String trace, Instant now) {
    DeliveryId id = DeliveryId.of(webhook, drawNumbers(webhook, 1));
    jdbc.update(
        "insert into webhook_delivery (webhook_id, number, id, kind, line, trace, status,"
            + " created_at, due_at) select h.webhook_id, h.deliveries, ?, 'trigger', ?, ?,"
            + " 'waiting', ?, ? from webhook_health h where h.webhook_id = ?",
        id.value(),
        id.value(),
        trace,
        utc(now),
        utc(now),
        webhook.value());
    return id;
  }

  @Override
  public Optional<DeliveryId> replay(DeliveryId again, Instant now) {
    boolean any =
        Boolean.TRUE.equals(
            jdbc.queryForObject(
                "select exists (select 1 from webhook_delivery where id = ? and event_id is not"
                    + " null)",
                Boolean.class,
                again.value()));
    if (!any) {
      return Optional.empty();
    }
    DeliveryId id = DeliveryId.of(again.webhook(), drawNumbers(again.webhook(), 1));
    jdbc.update(
        "insert into webhook_delivery (webhook_id, number, id, kind, line, event_id, event_type,"
            + " event_product, event_position, event_at, trace, replay_of, status, created_at,"
            + " due_at) select d.webhook_id, h.deliveries, ?, 'replay', d.line, d.event_id,"
            + " d.event_type, d.event_product, d.event_position, d.event_at, d.trace, d.id,"
            + " 'waiting', ?, ? from webhook_delivery d join webhook_health h on h.webhook_id ="
            + " d.webhook_id where d.id = ?",
        id.value(),
        utc(now),
        utc(now),
        again.value());
    return Optional.of(id);
  }

  @Override
  public int replayable(
      WebhookId webhook, Instant from, Instant to, @Nullable DeliveryStatus only) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select count(*) from webhook_delivery where" + REPLAYED,
            Integer.class,
            webhook.value(),
            utc(from),
            utc(to),
            word(only),
            word(only)));
  }

  @Override
  public int replay(
      WebhookId webhook, Instant from, Instant to, @Nullable DeliveryStatus only, Instant now) {
    int many = replayable(webhook, from, to, only);
    if (many == 0) {
      return 0;
    }
    long first = drawNumbers(webhook, many) - many + 1;
    return jdbc.update(
        "insert into webhook_delivery (webhook_id, number, id, kind, line, event_id, event_type,"
            + " event_product, event_position, event_at, trace, replay_of, status, created_at,"
            + " due_at) select r.webhook_id, r.n, 'WHD' || substr(r.webhook_id, 3) || '-' ||"
            + " lpad(r.n::text, greatest(6, length(r.n::text)), '0'), 'replay', r.line, r.event_id,"
            + " r.event_type, r.event_product, r.event_position, r.event_at, r.trace, r.id,"
            + " 'waiting', ?, ? from (select d.*, ? - 1 + row_number() over (order by d.number) as"
            + " n from webhook_delivery d where"
            + REPLAYED
            + ") r",
        utc(now),
        utc(now),
        first,
        webhook.value(),
        utc(from),
        utc(to),
        word(only),
        word(only));
  }

  /** Draws numbers for new deliveries; the last of them. */
  private long drawNumbers(WebhookId webhook, int many) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "update webhook_health set deliveries = deliveries + ? where webhook_id = ? returning"
                + " deliveries",
            Long.class,
            many,
            webhook.value()));
  }

  @Override
  public Optional<Work> due(WebhookId id, Instant now) {
    WebhookEntity webhook = Rows.find(entities, WebhookEntity.class, id);
    if (webhook == null) {
      return Optional.empty();
    }
    Health health = health(id);
    boolean paused = !webhook.active || health.circuit.isPaused(now);
    List<Delivery> due =
        jdbc.query(
            "select d.* from webhook_delivery d where d.webhook_id = ? and d.status = 'waiting' and"
                + " d.due_at <= ?"
                + (paused ? " and d.kind = 'trigger'" : "")
                + " and "
                + FIRST
                + " order by d.number limit ?",
            (row, n) -> delivery(row),
            id.value(),
            utc(now),
            health.circuit.isOpen() ? 1 : AT_ONCE);
    return Optional.of(
        new Work(webhooks.snapshot(webhook), due, health.lastSuccess, health.lastFailure));
  }

  private record Health(
      Circuit circuit, @Nullable Instant lastSuccess, @Nullable Instant lastFailure) {}

  private Health health(WebhookId id) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select failures_in_row, paused_until, last_success_at, last_failure_at from"
                + " webhook_health where webhook_id = ?",
            (row, n) ->
                new Health(
                    new Circuit(row.getInt(1), instant(row, "paused_until")),
                    instant(row, "last_success_at"),
                    instant(row, "last_failure_at")),
            id.value()));
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    String event = row.getString("event_id");
    return Delivery.restore(
        new Delivery.Snapshot(
            new DeliveryId(row.getString("id")),
            IdTexts.constant(row.getString("kind"), DeliveryKind.class),
            event == null
                ? null
                : new Delivery.Event(
                    event,
                    row.getString("event_type"),
                    row.getString("line"),
                    row.getString("event_product"),
                    row.getLong("event_position"),
                    Objects.requireNonNull(instant(row, "event_at")),
                    row.getString("trace")),
            IdTexts.constant(row.getString("status"), DeliveryStatus.class),
            row.getInt("tries"),
            Objects.requireNonNull(instant(row, "created_at")),
            instant(row, "due_at"),
            instant(row, "finished_at")));
  }

  @Override
  public Optional<Circuit> lockCircuit(WebhookId webhook) {
    return jdbc
        .query(
            "select failures_in_row, paused_until from webhook_health where webhook_id = ? for"
                + " update",
            (row, n) -> new Circuit(row.getInt(1), instant(row, "paused_until")),
            webhook.value())
        .stream()
        .findFirst();
  }

  @Override
  public boolean save(Delivery delivery, Instant at, Exchange call) {
    Delivery.Snapshot now = delivery.snapshot();
    int saved =
        jdbc.update(
            "update webhook_delivery set status = ?, tries = ?, due_at = ?, finished_at = ?,"
                + " last_status = ?, last_error = ? where id = ? and status = 'waiting' and tries ="
                + " ?",
            now.status().wire(),
            now.tries(),
            utcOrNull(now.due()),
            utcOrNull(now.finished()),
            call.status(),
            call.error(),
            now.id().value(),
            now.tries() - 1);
    if (saved == 0) {
      return false;
    }
    boolean erased = namesErased(call.request(), at);
    jdbc.update(
        "insert into webhook_attempt (delivery_id, number, at, ms, url, request, status, answer,"
            + " error) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        now.id().value(),
        now.tries(),
        utc(at),
        millis(call),
        call.url(),
        erased ? null : call.request(),
        call.status(),
        erased ? null : call.answer(),
        call.error());
    return true;
  }

  /**
   * Whether an account that is named was erased while the call was made. An erasure locks the
   * account: it comes before this look, or waits and then finds what is kept here.
   */
  private boolean namesErased(String request, Instant since) {
    String[] accounts =
        ACCOUNT
            .matcher(request)
            .results()
            .map(MatchResult::group)
            .distinct()
            .toArray(String[]::new);
    return jdbc.query(
            "select erased_at >= ? from tier_account where id = any(?) order by id for key share",
            (row, n) -> row.getBoolean(1),
            utc(since),
            accounts)
        .contains(true);
  }

  @Override
  public void save(WebhookId webhook, Circuit circuit, Instant at, Exchange last) {
    String counted =
        last.succeeded()
            ? "successes = successes + 1, last_success_at = ?, last_success_ms = ?,"
                + " last_success_status = ?, last_failure_error = coalesce(?, last_failure_error)"
            : "failures = failures + 1, last_failure_at = ?, last_failure_ms = ?,"
                + " last_failure_status = ?, last_failure_error = ?";
    jdbc.update(
        "update webhook_health set failures_in_row = ?, paused_until = ?, "
            + counted
            + " where webhook_id = ?",
        circuit.failures(),
        utcOrNull(circuit.pausedUntil()),
        utc(at),
        millis(last),
        last.status(),
        last.error(),
        webhook.value());
  }

  @Override
  public void hasten(WebhookId webhook, Instant now) {
    jdbc.update(
        "update webhook_delivery set due_at = ? where webhook_id = ? and status = 'waiting' and"
            + " due_at > ?",
        utc(now),
        webhook.value(),
        utc(now));
  }

  @Override
  public int giveUp(WebhookId webhook, Instant createdBefore, Instant now) {
    return jdbc.update(
        "update webhook_delivery set status = 'failed', due_at = null, finished_at = ?, last_error"
            + " = coalesce(last_error, 'never tried: the endpoint failed for three days') where"
            + " webhook_id = ? and status = 'waiting' and created_at < ?",
        utc(now),
        webhook.value(),
        utc(createdBefore));
  }

  @Override
  public Optional<Instant> next(WebhookId webhook) {
    return Optional.ofNullable(
        jdbc.queryForObject(
            "select min(case when d.kind = 'trigger' then d.due_at when w.active then"
                + " greatest(d.due_at, h.paused_until) end) as next from webhook w join"
                + " webhook_health h on h.webhook_id = w.id left join webhook_delivery d on"
                + " d.webhook_id = w.id and d.status = 'waiting' and "
                + FIRST
                + " where w.id = ?",
            (row, n) -> instant(row, "next"),
            webhook.value()));
  }

  @Override
  public boolean forgetSome(Instant finishedBefore) {
    return jdbc.update(
            "delete from webhook_delivery where id in (select id from webhook_delivery where"
                + " finished_at < ? order by finished_at limit ?)",
            utc(finishedBefore),
            FORGOTTEN_AT_ONCE)
        == FORGOTTEN_AT_ONCE;
  }

  private static int millis(Exchange call) {
    return Math.toIntExact(call.took().toMillis());
  }

  private static @Nullable String word(@Nullable DeliveryStatus status) {
    return status == null ? null : status.wire();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant at) {
    return at == null ? null : utc(at);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
