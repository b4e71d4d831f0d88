package io.tierhub.persistence.partner;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.PartnerId;
import io.tierhub.partner.Hub;
import io.tierhub.partner.HubId;
import io.tierhub.partner.HubRegister;
import io.tierhub.partner.Hubs;
import io.tierhub.persistence.Rows;
import io.tierhub.persistence.read.Sql;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Hubs through JPA; who owns one and who sees it, straight to SQL. */
@Repository
class JpaHubs implements HubRegister, Hubs {

  private final EntityManager entities;
  private final JdbcTemplate jdbc;
  private final HubMapper mapper;

  JpaHubs(EntityManager entities, JdbcTemplate jdbc, HubMapper mapper) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  @Override
  public Optional<PartnerId> ownerOf(HubId hub) {
    return jdbc
        .query(
            "select partner_id from hub where id = ?",
            (row, n) -> new PartnerId(row.getString(1)),
            hub.value())
        .stream()
        .findFirst();
  }

  @Override
  public void add(Hub hub) {
    HubEntity row = new HubEntity();
    mapper.copy(hub.snapshot(), row);
    entities.persist(row);
    // Others ask for it by SQL in the same transaction, which knows nothing of pending rows.
    entities.flush();
  }

  @Override
  public Optional<Hub> lock(Actor actor, HubId id) {
    if (!isVisible(actor, id)) {
      return Optional.empty();
    }
    return Optional.ofNullable(
            Rows.find(entities, HubEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
        .map(mapper::snapshot)
        .map(Hub::restore);
  }

  @Override
  public void save(Hub hub) {
    HubEntity row = Rows.find(entities, HubEntity.class, hub.id());
    if (row == null || row.revision != hub.snapshot().revision()) {
      throw Rows.changed(hub.id());
    }
    mapper.copy(hub.snapshot(), row);
  }

  private boolean isVisible(Actor actor, HubId id) {
    Sql sql =
        Sql.of("select exists (select 1 from hub h where h.id = ? and ", id.value())
            .add(PartnerVisibility.hub(actor, "h"))
            .add(")");
    return Boolean.TRUE.equals(jdbc.queryForObject(sql.text(), Boolean.class, sql.values()));
  }
}
