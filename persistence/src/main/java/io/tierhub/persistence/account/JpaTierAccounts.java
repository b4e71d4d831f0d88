package io.tierhub.persistence.account;

import io.tierhub.account.TierAccount;
import io.tierhub.account.TierAccountId;
import io.tierhub.account.TierAccounts;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.persistence.Rows;
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

/** Tier accounts through JPA; the few questions about others go straight to SQL. */
@Repository
class JpaTierAccounts implements TierAccounts {

  private static final int HOLDERS_NAMED = 100;

  private final EntityManager entities;
  private final JdbcTemplate jdbc;
  private final TierAccountMapper mapper;

  JpaTierAccounts(EntityManager entities, JdbcTemplate jdbc, TierAccountMapper mapper) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  @Override
  public void addAll(List<TierAccount> accounts) {
    for (TierAccount account : accounts) {
      TierAccountEntity row = new TierAccountEntity();
      mapper.copy(account.snapshot(), row);
      row.id = account.id().value();
      entities.persist(row);
    }
    for (TierAccount account : accounts) {
      entities.persist(version(row(account.id())));
    }
  }

  @Override
  public Optional<TierAccount> lock(TierAccountId id) {
    return living(Rows.find(entities, TierAccountEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public void save(TierAccount account) {
    TierAccountEntity row = row(account.id());
    TierAccount.Snapshot snapshot = account.snapshot();
    if (row == null || row.revision != snapshot.revision()) {
      throw Rows.changed(account.id());
    }
    boolean next = snapshot.version() > row.number;
    mapper.copy(snapshot, row);
    if (next) {
      endVersion(row.id, row.number - 1, row.updatedAt);
      entities.persist(version(row));
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

  private TierAccountVersionEntity version(TierAccountEntity row) {
    TierAccountVersionEntity version = new TierAccountVersionEntity();
    version.key = new TierAccountVersionEntity.Key(row.id, row.number);
    version.validFrom = row.updatedAt;
    version.type = row.type;
    version.name = row.name;
    version.externalId = row.externalId;
    version.externalUid = row.externalUid;
    version.taxId = row.taxId;
    version.contactInfo = row.contactInfo;
    version.changedById = row.updatedById;
    version.changedByName = row.updatedByName;
    if (row.parentId != null) {
      // Already loaded by the lock that holds the parent, or just persisted.
      TierAccountEntity parent = row(new TierAccountId(row.parentId));
      version.parentId = parent.id;
      version.parentName = parent.name;
      version.parentExternalId = parent.externalId;
    }
    return version;
  }

  private TierAccountEntity row(TierAccountId id) {
    return Rows.get(entities, TierAccountEntity.class, id);
  }

  private Optional<TierAccount> living(@Nullable TierAccountEntity row) {
    return Optional.ofNullable(row)
        .map(mapper::snapshot)
        .map(TierAccount::restore)
        .filter(TierAccount::isLiving);
  }
}
