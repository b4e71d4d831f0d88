package io.tierhub.persistence.webhook;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.Rows;
import io.tierhub.webhook.Webhook;
import io.tierhub.webhook.WebhookId;
import io.tierhub.webhook.WebhookType;
import io.tierhub.webhook.Webhooks;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Webhooks through JPA. */
@Repository
class JpaWebhooks implements Webhooks {

  private final EntityManager entities;
  private final JdbcTemplate jdbc;
  private final WebhookMapper mapper;

  JpaWebhooks(EntityManager entities, JdbcTemplate jdbc, WebhookMapper mapper) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  @Override
  public void add(Webhook webhook) {
    WebhookEntity row = new WebhookEntity();
    mapper.copy(webhook.snapshot(), row);
    entities.persist(row);
    entities.flush();
    jdbc.update("insert into webhook_health (webhook_id) values (?)", row.id);
  }

  @Override
  public Optional<Webhook> lock(Actor actor, WebhookId id) {
    return Optional.ofNullable(
            Rows.find(entities, WebhookEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
        .map(mapper::snapshot)
        .filter(kept -> kept.environment() == actor.environment())
        .filter(kept -> actor.is(kept.owner()) || actor.role() == Role.OPS)
        .map(Webhook::restore);
  }

  @Override
  public void save(Webhook webhook) {
    WebhookEntity row = Rows.find(entities, WebhookEntity.class, webhook.id());
    if (row == null || row.revision != webhook.snapshot().revision()) {
      throw Rows.changed(webhook.id());
    }
    mapper.copy(webhook.snapshot(), row);
  }

  @Override
  public void remove(WebhookId id) {
    entities.remove(Rows.get(entities, WebhookEntity.class, id));
  }

  @Override
  public Optional<Webhook.Snapshot> validator(
      PartnerId vendor, Environment environment, ProductId product, WebhookType type) {
    return jdbc
        .query(
            "select id from webhook where owner_id = ? and environment = ? and type = ? and active"
                + " and (product_id is null or product_id = ?) order by product_id nulls last,"
                + " created_at, id limit 1",
            (row, n) -> new WebhookId(row.getString(1)),
            vendor.value(),
            environment.wire(),
            type.wire(),
            product.value())
        .stream()
        .findFirst()
        .map(id -> Rows.find(entities, WebhookEntity.class, id))
        .map(mapper::snapshot);
  }

  @Override
  public int count(Actor actor) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select count(*) from webhook where owner_id = ? and environment = ?",
            Integer.class,
            actor.account().value(),
            actor.environment().wire()));
  }
}
