package io.tierhub.persistence.claim;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.raw;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.claim.Claim;
import io.tierhub.claim.ClaimQueries;
import io.tierhub.claim.Claims;
import io.tierhub.claim.Lease;
import io.tierhub.claim.LeaseId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Prefixed;
import io.tierhub.persistence.LockedRows;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Matching;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import io.tierhub.query.Document;
import io.tierhub.query.Field;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Claims stand in a table of their own: requests are wide and have many indexes, and whoever reads
 * or changes one without a lease has nothing to do with claims. A row outlives its lease until the
 * request is claimed again or it is forgotten.
 */
@Repository
public class JdbcClaims implements Claims, ClaimQueries {

  private static final Shape SHAPE =
      Shape.of(
          text("id", "c.lease_id"),
          moment("expires_at", "c.expires_at"),
          raw(
              "requests",
              "json_agg(json_build_object('id', c.request_id) order by c.request_id)::text"));

  private final JdbcTemplate jdbc;
  private final JsonReads reads;

  JdbcClaims(JdbcTemplate jdbc, JsonReads reads) {
    this.jdbc = jdbc;
    this.reads = reads;
  }

  /**
   * Has the claim's lease hold rows of a table of requests, whose alias is {@code r}.
   *
   * @return their ids, the oldest first
   */
  public <F extends Field> List<String> claim(Table<F> table, Actor vendor, Claim claim) {
    List<String> claimed = new ArrayList<>();
    boolean more = true;
    while (more && claimed.size() < claim.most()) {
      int left = claim.most() - claimed.size();
      List<Found> found = found(table, vendor, claim, left);
      found.stream().filter(Found::claimed).map(Found::id).forEach(claimed::add);
      // What another worker claimed after this statement began was free as far as it saw. The next
      // one sees the claim, and looks further.
      more = found.stream().anyMatch(one -> !one.claimed());
    }
    return claimed;
  }

  private record Found(String id, boolean claimed) {}

  /**
   * Not {@code for update}: a row that somebody only refers to is free. Claims are made only under
   * the lock of what they claim, so no two are made of one request at a time.
   */
  private <F extends Field> List<Found> found(Table<F> table, Actor vendor, Claim claim, int most) {
    Sql free =
        Sql.of(
            "r.status = 'pending' and not exists (select from request_claim held where"
                + " held.request_id = r.id and held.expires_at > ?)",
            claim.at());
    Sql sql =
        Sql.of("with found as (select r.id, r.created_at from ")
            .add(Matching.rows(table, vendor, claim.filter(), free))
            .add(
                " order by r.created_at, r.id limit "
                    + most
                    + " for no key update of r skip locked), taken as (insert into request_claim"
                    + " (request_id, lease_id, vendor_id, environment, by_id, trace, claimed_at,"
                    + " expires_at) select id, ?, ?, ?, ?, ?, ?, ? from found on conflict on"
                    + " constraint request_claim_pk do update set lease_id = excluded.lease_id,"
                    + " by_id = excluded.by_id, trace = excluded.trace, claimed_at ="
                    + " excluded.claimed_at, expires_at = excluded.expires_at where"
                    + " request_claim.expires_at <= excluded.claimed_at returning request_id)"
                    + " select id, request_id is not null from found left join taken on request_id"
                    + " = id order by created_at, id",
                claim.lease().id().value(),
                vendor.account().value(),
                vendor.environment().wire(),
                vendor.user().id(),
                vendor.trace(),
                claim.at(),
                claim.lease().until());
    return jdbc.query(
        sql.text(), (row, n) -> new Found(row.getString(1), row.getBoolean(2)), sql.values());
  }

  @Override
  public boolean isHeld(LeaseId lease, Prefixed request, Instant now) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select from request_claim where request_id = ? and lease_id = ? and"
                + " expires_at > ?)",
            Boolean.class,
            request.value(),
            lease.value(),
            now.atOffset(ZoneOffset.UTC)));
  }

  @Override
  public List<String> lock(Actor actor, LeaseId lease, Instant now) {
    Sql sql =
        Sql.of("select c.request_id from request_claim c where ")
            .add(of(actor, lease, now))
            .add(" order by c.request_id for update");
    List<String> held = jdbc.query(sql.text(), (row, n) -> row.getString(1), sql.values());
    LockedRows.locked(lease.value());
    return held;
  }

  @Override
  public Optional<Document> get(Actor actor, LeaseId lease, Instant now) {
    return reads.one(
        Sql.of("select " + SHAPE.selectList() + " from request_claim c where ")
            .add(of(actor, lease, now))
            .add(" group by c.lease_id, c.expires_at"),
        SHAPE::write);
  }

  /** A lease is no business of the distributor's. */
  private static Sql of(Actor actor, LeaseId lease, Instant now) {
    Sql of =
        Sql.of(
            "c.lease_id = ? and c.expires_at > ? and c.environment = ? and ",
            lease.value(),
            now,
            actor.environment().wire());
    return switch (actor.role()) {
      case OPS -> of.add("true");
      case DISTRIBUTOR -> of.add("false");
      case VENDOR -> of.add("c.vendor_id = ?", actor.account().value());
    };
  }

  @Override
  public void renew(Lease lease) {
    // All that it holds ends at one moment, so what is locked is all there is.
    jdbc.update(
        "update request_claim set expires_at = ? where lease_id = ?",
        lease.until().atOffset(ZoneOffset.UTC),
        lease.id().value());
  }

  @Override
  public void release(LeaseId lease, Collection<String> requests) {
    jdbc.update(
        "delete from request_claim where lease_id = ? and request_id = any(?)",
        lease.value(),
        requests.toArray(String[]::new));
  }

  /** Ends the claims of what is pending no more, so that it is free when it is pending again. */
  public void end(Collection<String> requests) {
    jdbc.update(
        "delete from request_claim where request_id = any(?)",
        (Object) requests.toArray(String[]::new));
  }

  @Override
  public int forgetEndedBefore(Instant then, int most) {
    return jdbc.update(
        "delete from request_claim where request_id in (select request_id from request_claim where"
            + " expires_at <= ? order by expires_at limit ? for update skip locked)",
        then.atOffset(ZoneOffset.UTC),
        most);
  }
}
