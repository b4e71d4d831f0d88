package io.tierhub.persistence.queue;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.number;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sort;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import io.tierhub.persistence.tierconfig.TierConfigurationShape;
import io.tierhub.query.Field;
import io.tierhub.queue.QueueField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The read model of the queue. Each branch of the union names who may see its rows and keeps the
 * columns as they are, so that PostgreSQL takes each branch by its own index.
 */
final class QueueTable implements Table<QueueField> {

  private static final Set<QueueField> ALWAYS_THERE =
      EnumSet.of(
          QueueField.ID,
          QueueField.KIND,
          QueueField.TYPE,
          QueueField.STATUS,
          QueueField.CREATED_AT,
          QueueField.UPDATED_AT);

  private static final String ORDERS =
      "select 'fulfillment' as kind, r.id, r.type, r.status, r.product_id,"
          + " r.distributor_id, r.vendor_id, r.environment, a.customer_id as account_id,"
          + " null::integer as tier_level, r.asset_id, null::text as configuration_id,"
          + " r.created_at, r.updated_at from fulfillment_request r join asset a on a.id ="
          + " r.asset_id where ";

  private static final String TIERS =
      " union all select case r.type when 'setup' then 'tier_setup' else 'tier_update' end, r.id,"
          + " r.type, r.status, r.product_id, r.distributor_id, r.vendor_id, r.environment,"
          + " r.account_id, r.tier_level, null, r.configuration_id, r.created_at, r.updated_at from"
          + " tier_configuration_request r where ";

  private static final String JOINS =
      " left join product pr on pr.id = q.product_id left join partner ve on ve.id = q.vendor_id"
          + " left join partner di on di.id = q.distributor_id left join tier_account ac on ac.id ="
          + " q.account_id";

  private static final Shape SHAPE =
      Shape.of(
          text("kind", "q.kind"),
          text("id", "q.id"),
          text("type", "q.type"),
          text("status", "q.status"),
          object("product", text("id", "q.product_id"), text("name", "pr.name")),
          object("provider", text("id", "q.distributor_id"), text("name", "di.name")),
          object("vendor", text("id", "q.vendor_id"), text("name", "ve.name")),
          object("account", text("id", "q.account_id"), text("name", "ac.name")),
          number("tier_level", "q.tier_level"),
          optional("asset", text("id", "q.asset_id")),
          optional("configuration", text("id", "q.configuration_id")),
          text("environment", "q.environment"),
          moment("created", "q.created_at"),
          moment("updated", "q.updated_at"));

  @Override
  public Class<QueueField> fields() {
    return QueueField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of("(" + ORDERS).add(mine(actor)).add(TIERS).add(mine(actor)).add(") q" + JOINS);
  }

  /** Drafts wait for nobody but who writes them. */
  private static Sql mine(Actor actor) {
    Sql mine = TierConfigurationShape.visible(actor, "r");
    return actor.role() == Role.VENDOR ? mine.add(" and r.status <> 'draft'") : mine;
  }

  @Override
  public Sql visible(Actor actor) {
    return Sql.of("q.environment = ?", actor.environment().wire());
  }

  @Override
  public String column(QueueField field) {
    return switch (field) {
      case KIND -> "q.kind";
      case ID -> "q.id";
      case TYPE -> "q.type";
      case STATUS -> "q.status";
      case TIER_LEVEL -> "q.tier_level";
      case PRODUCT_ID -> "q.product_id";
      case PRODUCT_NAME -> "pr.name";
      case PROVIDER_ID -> "q.distributor_id";
      case PROVIDER_NAME -> "di.name";
      case VENDOR_ID -> "q.vendor_id";
      case VENDOR_NAME -> "ve.name";
      case ACCOUNT_ID -> "q.account_id";
      case ACCOUNT_NAME -> "ac.name";
      case CREATED_AT -> "q.created_at";
      case UPDATED_AT -> "q.updated_at";
    };
  }

  @Override
  public List<Sort> defaultOrder() {
    return List.of(Sort.by("q.created_at", Field.Type.MOMENT));
  }

  @Override
  public boolean mayBeNull(QueueField field) {
    return !ALWAYS_THERE.contains(field);
  }

  @Override
  public String key() {
    return "q.id";
  }
}
