package io.tierhub.persistence.parking;

import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.kernel.Prefixed;
import io.tierhub.parking.Blockers;
import io.tierhub.parking.Waiter;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Blockers in plain SQL: rows without a life of their own. */
@Repository
class JdbcBlockers implements Blockers {

  private final JdbcTemplate jdbc;

  JdbcBlockers(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Waiter waiter, Collection<TierConfigurationId> awaited, Instant since) {
    List<Object[]> rows =
        awaited.stream()
            .map(id -> new Object[] {waiter.id(), id.value(), since.atOffset(ZoneOffset.UTC)})
            .toList();
    jdbc.batchUpdate(
        "insert into blocker (waiter_id, configuration_id, since) values (?, ?, ?)", rows);
  }

  @Override
  public SortedSet<Waiter> waitingFor(TierConfigurationId configuration) {
    return new TreeSet<>(
        jdbc.query(
            "select waiter_id from blocker where configuration_id = ?",
            (row, n) -> waiter(row.getString(1)),
            configuration.value()));
  }

  @Override
  public Set<TierConfigurationId> of(Waiter waiter) {
    return jdbc
        .query(
            "select configuration_id from blocker where waiter_id = ?",
            (row, n) -> new TierConfigurationId(row.getString(1)),
            waiter.id())
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public SortedSet<Waiter> lift(TierConfigurationId configuration) {
    List<String> waited =
        jdbc.query(
            "delete from blocker where configuration_id = ? returning waiter_id",
            (row, n) -> row.getString(1),
            configuration.value());
    return new TreeSet<>(
        jdbc.query(
            "select w.id from unnest(?) as w (id) where not exists (select 1 from blocker b where"
                + " b.waiter_id = w.id)",
            (row, n) -> waiter(row.getString(1)),
            (Object) waited.toArray(String[]::new)));
  }

  @Override
  public void removeAll(Waiter waiter) {
    jdbc.update("delete from blocker where waiter_id = ?", waiter.id());
  }

  private static Waiter waiter(String id) {
    return Prefixed.looksLike("PR", id)
        ? new Waiter.Order(new FulfillmentRequestId(id))
        : new Waiter.Setup(new TierConfigurationRequestId(id));
  }
}
