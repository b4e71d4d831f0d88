package io.tierhub.persistence.conversation;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.stamp;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.conversation.MessageField;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sort;
import io.tierhub.persistence.read.Sql;
import io.tierhub.persistence.read.Table;
import io.tierhub.query.Field;
import java.util.List;

/** The read model of messages (wire-format §9.1), seen with their conversations. */
final class MessageTable implements Table<MessageField> {

  private static final Shape SHAPE =
      Shape.of(
          text("id", "m.id"),
          text("conversation", "m.conversation_id"),
          object("account", text("id", "a.id"), text("name", "a.name"), text("icon", "a.icon")),
          moment("created", "m.created_at"),
          optional("creator", text("id", "m.created_by_id"), text("name", "m.created_by_name")),
          text("text", "m.text"),
          text("type", "m.type"),
          object(
              "events",
              stamp("created", "m.created_at", "m.created_by_id", "m.created_by_name"),
              stamp("updated", "m.updated_at", "m.updated_by_id", "m.updated_by_name")));

  private final ConversationTable conversations;

  MessageTable(ConversationTable conversations) {
    this.conversations = conversations;
  }

  @Override
  public Class<MessageField> fields() {
    return MessageField.class;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public Sql from(Actor actor) {
    return Sql.of(
        "conversation_message m join conversation c on c.id = m.conversation_id"
            + " left join partner a on a.id = m.account_id");
  }

  @Override
  public Sql visible(Actor actor) {
    return conversations.visible(actor).add(" and ").add(heard(actor));
  }

  /** Which messages of a conversation that the actor sees are for its eyes. */
  static Sql heard(Actor actor) {
    return Sql.of("(m.type <> 'private' or m.account_id = ?)", actor.account().value());
  }

  @Override
  public String column(MessageField field) {
    return switch (field) {
      case ID -> "m.id";
      case TYPE -> "m.type";
      case TEXT -> "m.text";
      case ACCOUNT_ID -> "m.account_id";
      case CREATED_AT -> "m.created_at";
      case CREATED_BY -> "m.created_by_id";
      case UPDATED_AT -> "m.updated_at";
    };
  }

  @Override
  public List<Sort> defaultOrder() {
    return List.of(Sort.by("m.position", Field.Type.WHOLE_NUMBER));
  }

  @Override
  public String key() {
    return "m.id";
  }
}
