package io.tierhub.persistence.catalog;

import io.tierhub.catalog.Connection;
import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.Connections;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.Rows;
import io.tierhub.persistence.read.Sql;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Connections through JPA. */
@Repository
class JpaConnections implements Connections {

  private final EntityManager entities;
  private final JdbcTemplate jdbc;
  private final ConnectionMapper mapper;

  JpaConnections(EntityManager entities, JdbcTemplate jdbc, ConnectionMapper mapper) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  @Override
  public void add(Connection connection) {
    ConnectionEntity row = new ConnectionEntity();
    mapper.copy(connection.snapshot(), row);
    entities.persist(row);
    entities.flush();
  }

  @Override
  public Optional<Connection> lock(Actor actor, ProductId product, ConnectionId id) {
    Sql seen =
        Sql.of(
                "select exists (select 1 from connection c where c.id = ? and c.product_id = ? and ",
                id.value(),
                product.value())
            .add(CatalogVisibility.connection(actor, "c"))
            .add(")");
    if (!Boolean.TRUE.equals(jdbc.queryForObject(seen.text(), Boolean.class, seen.values()))) {
      return Optional.empty();
    }
    return Optional.ofNullable(
            Rows.find(entities, ConnectionEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
        .map(mapper::snapshot)
        .map(Connection::restore);
  }

  @Override
  public void save(Connection connection) {
    ConnectionEntity row = Rows.find(entities, ConnectionEntity.class, connection.id());
    if (row == null || row.revision != connection.snapshot().revision()) {
      throw Rows.changed(connection.id());
    }
    mapper.copy(connection.snapshot(), row);
  }
}
