package io.tierhub.persistence.conversation;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.raw;
import static io.tierhub.persistence.read.Shape.stamp;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.conversation.ConversationField;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sort;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import io.tierhub.query.Field;
import java.util.List;

/** The read model of conversations (wire-format §9.1). Notes are kept nowhere, so none are told. */
final class ConversationTable implements Table<ConversationField> {

  private static final Shape SHAPE =
      Shape.of(
          text("id", "c.id"),
          text("instance_id", "c.instance_id"),
          text("topic", "c.topic"),
          text("type", "'conversation'"),
          text("status", "c.status"),
          object(
              "events",
              stamp("created", "c.created_at", "c.created_by_id", "c.created_by_name"),
              stamp("updated", "c.updated_at", "c.updated_by_id", "c.updated_by_name")),
          raw("accounts", "json_build_array(" + account("ve") + ", " + account("di") + ")"),
          optional("creator", text("id", "c.created_by_id"), text("name", "c.created_by_name")),
          moment("created", "c.created_at"));

  @Override
  public Class<ConversationField> fields() {
    return ConversationField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of(
        "conversation c left join partner ve on ve.id = c.vendor_id"
            + " left join partner di on di.id = c.distributor_id");
  }

  /** As the request that it is about. */
  @Override
  public Sql visible(Actor actor) {
    Sql here = Sql.of("c.environment = ?", actor.environment().wire());
    return switch (actor.role()) {
      case OPS -> here;
      case DISTRIBUTOR -> here.add(" and c.distributor_id = ?", actor.account().value());
      case VENDOR -> here.add(" and c.vendor_id = ?", actor.account().value());
    };
  }

  @Override
  public String column(ConversationField field) {
    return switch (field) {
      case ID -> "c.id";
      case INSTANCE_ID -> "c.instance_id";
      case TOPIC -> "c.topic";
      case TYPE -> "'conversation'";
      case STATUS -> "c.status";
      case CREATED_AT -> "c.created_at";
      case CREATED_BY -> "c.created_by_id";
      case UPDATED_AT -> "c.updated_at";
    };
  }

  @Override
  public List<Sort> defaultOrder() {
    return List.of(Sort.by("c.created_at", Field.Type.MOMENT));
  }

  @Override
  public String key() {
    return "c.id";
  }

  private static String account(String alias) {
    return "json_strip_nulls(json_build_object('id', %1$s.id, 'name', %1$s.name, 'icon', %1$s.icon))"
        .formatted(alias);
  }
}
