package io.tierhub.persistence.partner;

import io.tierhub.kernel.Actor;
import io.tierhub.partner.Marketplace;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.partner.Marketplaces;
import io.tierhub.persistence.Rows;
import io.tierhub.persistence.audit.Changes;
import io.tierhub.persistence.read.Sql;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Marketplaces through JPA. */
@Repository
class JpaMarketplaces implements Marketplaces {

  private final EntityManager entities;
  private final JdbcTemplate jdbc;
  private final MarketplaceMapper mapper;
  private final Changes changes;

  JpaMarketplaces(
      EntityManager entities, JdbcTemplate jdbc, MarketplaceMapper mapper, Changes changes) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.mapper = mapper;
    this.changes = changes;
  }

  @Override
  public void add(Marketplace marketplace) {
    MarketplaceEntity row = new MarketplaceEntity();
    mapper.copy(marketplace.snapshot(), row);
    entities.persist(row);
    entities.flush();
    note(row.id, List.of(), List.of(), row);
  }

  @Override
  public Optional<Marketplace> lock(Actor actor, MarketplaceId id) {
    if (!isVisible(actor, id)) {
      return Optional.empty();
    }
    return Optional.ofNullable(
            Rows.find(entities, MarketplaceEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
        .map(mapper::snapshot)
        .map(Marketplace::restore);
  }

  @Override
  public void save(Marketplace marketplace) {
    MarketplaceEntity row = Rows.find(entities, MarketplaceEntity.class, marketplace.id());
    if (row == null || row.revision != marketplace.snapshot().revision()) {
      throw Rows.changed(marketplace.id());
    }
    List<String> countries = countries(row);
    List<String> hubs = hubs(row);
    mapper.copy(marketplace.snapshot(), row);
    note(row.id, countries, hubs, row);
  }

  /** Hibernate tells of no collection what it was. */
  private void note(String id, List<String> countries, List<String> hubs, MarketplaceEntity row) {
    changes.note(id, "countries", countries, countries(row));
    changes.note(id, "hubs", hubs, hubs(row));
  }

  private static List<String> countries(MarketplaceEntity row) {
    return row.countries.stream().map(MarketplaceEntity.Country::countryId).sorted().toList();
  }

  private static List<String> hubs(MarketplaceEntity row) {
    return row.outlets.stream().map(MarketplaceEntity.Outlet::hubId).sorted().toList();
  }

  private boolean isVisible(Actor actor, MarketplaceId id) {
    Sql sql =
        Sql.of("select exists (select 1 from marketplace m where m.id = ? and ", id.value())
            .add(PartnerVisibility.marketplace(actor, "m"))
            .add(")");
    return Boolean.TRUE.equals(jdbc.queryForObject(sql.text(), Boolean.class, sql.values()));
  }
}
