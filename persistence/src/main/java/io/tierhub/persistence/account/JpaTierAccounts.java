package io.tierhub.persistence.account;

import io.tierhub.account.TierAccount;
import io.tierhub.account.TierAccountId;
import io.tierhub.account.TierAccounts;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.persistence.Rows;
import io.tierhub.persistence.audit.RowChanges;
import io.tierhub.persistence.read.Sql;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tier accounts through JPA; new ones, and the few questions about others, straight in SQL. */
@Repository
class JpaTierAccounts implements TierAccounts {

  private static final int HOLDERS_NAMED = 100;

  /** Not through JPA, which costs more for a new row than the database does. */
  private static final String INSERT =
      "insert into tier_account (id, owner_id, hub_id, environment, number, type, name, external_id,"
          + " external_uid, tax_id, parent_id, contact_info, email, created_at, created_by_id,"
          + " created_by_name, updated_at, updated_by_id, updated_by_name, revision) values (?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)";

  /** What an account is now, as its newest version. */
  private static final String INSERT_VERSION =
      "insert into tier_account_version (account_id, number, valid_from, type, name, external_id,"
          + " external_uid, tax_id, parent_id, parent_name, parent_external_id, contact_info,"
          + " changed_by_id, changed_by_name) select a.id, a.number, a.updated_at, a.type, a.name,"
          + " a.external_id, a.external_uid, a.tax_id, a.parent_id, p.name, p.external_id,"
          + " a.contact_info, a.updated_by_id, a.updated_by_name from tier_account a left join"
          + " tier_account p on p.id = a.parent_id where a.id = ?";

  private final EntityManager entities;
  private final JdbcTemplate jdbc;
  private final TierAccountMapper mapper;
  private final RowChanges changes;

  JpaTierAccounts(
      EntityManager entities, JdbcTemplate jdbc, TierAccountMapper mapper, RowChanges changes) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.mapper = mapper;
    this.changes = changes;
  }

  @Override
  public void addAll(List<TierAccount> accounts) {
    List<TierAccountEntity> rows = accounts.stream().map(this::row).toList();
    jdbc.batchUpdate(INSERT, rows.stream().map(JpaTierAccounts::values).toList());
    jdbc.batchUpdate(INSERT_VERSION, rows.stream().map(row -> new Object[] {row.id}).toList());
    rows.forEach(row -> changes.inserted(row.id, row));
  }

  private TierAccountEntity row(TierAccount account) {
    TierAccountEntity row = new TierAccountEntity();
    mapper.copy(account.snapshot(), row);
    row.id = account.id().value();
    return row;
  }

  private static Object[] values(TierAccountEntity row) {
    return new Object[] {
      row.id,
      row.ownerId,
      row.hubId,
      row.environment,
      row.number,
      row.type,
      row.name,
      row.externalId,
      row.externalUid,
      row.taxId,
      row.parentId,
      row.contactInfo,
      row.email,
      row.createdAt.atOffset(ZoneOffset.UTC),
      row.createdById,
      row.createdByName,
      row.updatedAt.atOffset(ZoneOffset.UTC),
      row.updatedById,
      row.updatedByName
    };
  }

  @Override
  public Optional<TierAccount> lock(TierAccountId id) {
    return living(Rows.find(entities, TierAccountEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public void save(TierAccount account) {
    TierAccountEntity row = Rows.get(entities, TierAccountEntity.class, account.id());
    TierAccount.Snapshot snapshot = account.snapshot();
    if (row.revision != snapshot.revision()) {
      throw Rows.changed(account.id());
    }
    boolean next = snapshot.version() > row.number;
    mapper.copy(snapshot, row);
    if (next) {
      entities.flush(); // The version is a copy of it.
      endVersion(row.id, row.number - 1, row.updatedAt);
      jdbc.update(INSERT_VERSION, row.id);
    }
    if (row.decommissionedAt != null) {
      endVersion(row.id, row.number, row.decommissionedAt);
    }
  }

  @Override
  public Optional<TierAccount> peek(TierAccountId id) {
    // Detached at once: a later lock() must read the row anew.
    TierAccountEntity row = Rows.find(entities, TierAccountEntity.class, id);
    Optional<TierAccount> found = living(row);
    if (row != null) {
      entities.detach(row);
    }
    return found;
  }

  @Override
  public Optional<TierAccountId> byExternalUid(
      PartnerId owner, Environment environment, String externalUid) {
    return jdbc
        .query(
            "select id from tier_account where owner_id = ? and environment = ? and external_uid = ?"
                + " and decommissioned_at is null",
            (row, n) -> new TierAccountId(row.getString(1)),
            owner.value(),
            environment.wire(),
            externalUid)
        .stream()
        .findFirst();
  }

  @Override
  public boolean isVisible(Actor actor, TierAccountId id) {
    Sql sql =
        Sql.of("select exists (select 1 from tier_account a where a.id = ? and ", id.value())
            .add(AccountVisibility.living(actor, "a"))
            .add(")");
    return Boolean.TRUE.equals(jdbc.queryForObject(sql.text(), Boolean.class, sql.values()));
  }

  @Override
  public List<Holder> holders(TierAccountId id) {
    return jdbc.query(
        "(select 'child' as kind, id from tier_account where parent_id = ? and decommissioned_at is"
            + " null order by id limit ?) union all (select 'asset', id from asset where (customer_id"
            + " = ? or tier1_id = ? or tier2_id = ?) and status <> 'terminated' and status <> 'draft' order by id limit ?)"
            + " union all (select 'tier_config_request', id from tier_configuration_request where"
            + " account_id = ? and status in ('tiers_setup', 'inquiring', 'pending') order by id"
            + " limit ?)",
        (row, n) -> new Holder(row.getString("kind"), row.getString("id")),
        id.value(),
        HOLDERS_NAMED,
        id.value(),
        id.value(),
        id.value(),
        HOLDERS_NAMED,
        id.value(),
        HOLDERS_NAMED);
  }

  @Override
  public List<Holder> configurations(TierAccountId id) {
    return jdbc.query(
        "select id from tier_configuration where account_id = ? order by id limit ?",
        (row, n) -> new Holder("tier_config", row.getString("id")),
        id.value(),
        HOLDERS_NAMED);
  }

  private void endVersion(String id, int number, Instant at) {
    jdbc.update(
        "update tier_account_version set valid_to = ? where account_id = ? and number = ?",
        at.atOffset(ZoneOffset.UTC),
        id,
        number);
  }

  private Optional<TierAccount> living(@Nullable TierAccountEntity row) {
    return Optional.ofNullable(row)
        .map(mapper::snapshot)
        .map(TierAccount::restore)
        .filter(TierAccount::isLiving);
  }
}
