package io.tierhub.persistence.audit;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.raw;
import static io.tierhub.persistence.read.Shape.text;
import static io.tierhub.persistence.read.Shape.truth;

import io.tierhub.audit.AuditField;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sort;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import io.tierhub.query.Field;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The read model of the audit: whoever is told of an event in the feed is told who did it here. */
final class AuditTable implements Table<AuditField> {

  private static final String ID = "('AE-' || e.id)";

  private static final Set<AuditField> OPTIONAL =
      EnumSet.of(
          AuditField.PART_ID,
          AuditField.BY_ID,
          AuditField.TOKEN_TYPE,
          AuditField.TOKEN_ID,
          AuditField.VENDOR_ID);

  private static final Shape SHAPE =
      Shape.of(
          text("id", ID),
          moment("at", "e.at"),
          text("action", "e.action"),
          object("object", text("id", "e.object_id")),
          optional("part", text("id", "e.part_id")),
          optional("by", text("id", "e.by_id"), text("name", "e.sealed::json ->> 'by'")),
          optional("token", text("type", "e.token_type"), text("id", "e.token_id")),
          text("trace_id", "e.trace"),
          text("environment", "e.environment"),
          object("owner", text("id", "e.owner_id")),
          optional("vendor", text("id", "e.vendor_id")),
          text("reason", "e.sealed::json ->> 'reason'"),
          raw("changes", "e.sealed::json ->> 'changes'"),
          truth("erased", "case when e.sealed is null then true end"));

  @Override
  public Class<AuditField> fields() {
    return AuditField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  /** Nothing is joined, and the key is an expression. */
  @Override
  public Sql from(Actor actor) {
    return Sql.of("audit_entry e");
  }

  @Override
  public Sql visible(Actor actor) {
    Sql here = Sql.of("e.environment = ?", actor.environment().wire());
    return switch (actor.role()) {
      case OPS -> here;
      case DISTRIBUTOR -> here.add(" and e.owner_id = ?", actor.account().value());
      case VENDOR ->
          here.add(
              " and (e.vendor_id = ? or e.owner_id = ?)",
              actor.account().value(),
              actor.account().value());
    };
  }

  @Override
  public String column(AuditField field) {
    return switch (field) {
      case ID -> ID;
      case AT -> "e.at";
      case ACTION -> "e.action";
      case OBJECT_ID -> "e.object_id";
      case PART_ID -> "e.part_id";
      case BY_ID -> "e.by_id";
      case TOKEN_TYPE -> "e.token_type";
      case TOKEN_ID -> "e.token_id";
      case TRACE_ID -> "e.trace";
      case OWNER_ID -> "e.owner_id";
      case VENDOR_ID -> "e.vendor_id";
    };
  }

  @Override
  public boolean mayBeNull(AuditField field) {
    return OPTIONAL.contains(field);
  }

  @Override
  public List<Sort> defaultOrder() {
    return List.of(new Sort("e.id", Field.Type.WHOLE_NUMBER, true, false));
  }

  @Override
  public String key() {
    return ID;
  }
}
