package io.tierhub.persistence.tierconfig;

import io.tierhub.kernel.Actor;
import io.tierhub.persistence.Rows;
import io.tierhub.persistence.audit.RowChanges;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import io.tierhub.tierconfig.Agreement;
import io.tierhub.tierconfig.TierConfiguration;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurationQueries;
import io.tierhub.tierconfig.TierConfigurations;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tier configurations: written through JPA, read as wire JSON with one statement each. */
@Repository
class JpaTierConfigurations implements TierConfigurations, TierConfigurationQueries {

  private final EntityManager entities;
  private final JdbcTemplate jdbc;
  private final TierConfigurationMapper mapper;
  private final JsonReads reads;
  private final RowChanges changes;

  JpaTierConfigurations(
      EntityManager entities,
      JdbcTemplate jdbc,
      TierConfigurationMapper mapper,
      JsonReads reads,
      RowChanges changes) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.mapper = mapper;
    this.reads = reads;
    this.changes = changes;
  }

  @Override
  public Optional<TierConfigurationId> find(Agreement agreement) {
    return jdbc
        .query(
            "select id from tier_configuration where account_id = ? and product_id = ? and"
                + " tier_level = ? and connection_id = ?",
            (row, n) -> new TierConfigurationId(row.getString(1)),
            agreement.account().value(),
            agreement.product().value(),
            agreement.level().number(),
            agreement.connection().value())
        .stream()
        .findFirst();
  }

  @Override
  public Optional<TierConfiguration> peek(Actor actor, TierConfigurationId id) {
    return find(id).filter(seen -> seen.agreement().isVisibleTo(actor));
  }

  @Override
  public TierConfiguration peek(TierConfigurationId id) {
    return find(id).orElseThrow(() -> new IllegalStateException(id + " is not there"));
  }

  private Optional<TierConfiguration> find(TierConfigurationId id) {
    // Detached at once: a later lock() must read the row anew.
    TierConfigurationEntity row = Rows.find(entities, TierConfigurationEntity.class, id);
    if (row == null) {
      return Optional.empty();
    }
    entities.detach(row);
    return Optional.of(TierConfiguration.restore(mapper.snapshot(row)));
  }

  @Override
  public boolean addIfAbsent(TierConfiguration configuration) {
    TierConfigurationEntity row = new TierConfigurationEntity();
    mapper.copy(configuration.snapshot(), row);
    // Not through JPA: a second one of the same agreement must not end the transaction but wait for
    // the first, and then be none.
    int added =
        jdbc.update(
            "insert into tier_configuration (id, product_id, vendor_id, distributor_id,"
                + " environment, connection_id, account_id, tier_level, marketplace_id, status,"
                + " params, requests, created_at, created_by_id, created_by_name, updated_at,"
                + " updated_by_id, updated_by_name, revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?, ?, ?, ?, ?, ?, ?, ?, 0) on conflict on constraint tier_configuration_key do"
                + " nothing",
            row.id,
            row.productId,
            row.vendorId,
            row.distributorId,
            row.environment,
            row.connectionId,
            row.accountId,
            row.tierLevel,
            row.marketplaceId,
            row.status,
            row.params,
            row.requests,
            row.createdAt.atOffset(ZoneOffset.UTC),
            row.createdById,
            row.createdByName,
            row.updatedAt.atOffset(ZoneOffset.UTC),
            row.updatedById,
            row.updatedByName);
    if (added == 1) {
      changes.inserted(row.id, row);
    }
    return added == 1;
  }

  @Override
  public TierConfiguration lock(TierConfigurationId id) {
    return TierConfiguration.restore(
        mapper.snapshot(
            Rows.get(entities, TierConfigurationEntity.class, id, LockModeType.PESSIMISTIC_WRITE)));
  }

  @Override
  public List<TierConfiguration> lockAll(Collection<TierConfigurationId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    String[] texts = ids.stream().map(TierConfigurationId::value).toArray(String[]::new);
    return jdbc
        .query(
            "select id from tier_configuration where id = any(?) order by tier_level desc, id for no"
                + " key update",
            (row, n) -> new TierConfigurationId(row.getString(1)),
            (Object) texts)
        .stream()
        .map(this::lock)
        .toList();
  }

  @Override
  public void save(TierConfiguration configuration) {
    TierConfiguration.Snapshot snapshot = configuration.snapshot();
    TierConfigurationEntity row = Rows.get(entities, TierConfigurationEntity.class, snapshot.id());
    if (row.revision != snapshot.revision()) {
      throw Rows.changed(snapshot.id());
    }
    mapper.copy(snapshot, row);
  }

  @Override
  public Page list(Actor actor, Query query) {
    return reads.page(TierConfigurationTable.of(actor), actor, query);
  }

  @Override
  public Optional<Document> get(Actor actor, TierConfigurationId id) {
    return reads.one(TierConfigurationTable.withTiers(actor), actor, id.value());
  }
}
