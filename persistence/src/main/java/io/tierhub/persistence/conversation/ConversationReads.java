package io.tierhub.persistence.conversation;

import io.tierhub.conversation.ConversationKey;
import io.tierhub.conversation.ConversationQueries;
import io.tierhub.conversation.MessageId;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** Reads conversations and messages. */
@Component
class ConversationReads implements ConversationQueries {

  private static final ConversationTable CONVERSATIONS = new ConversationTable();
  private static final MessageTable MESSAGES = new MessageTable(CONVERSATIONS);

  private final JsonReads reads;

  ConversationReads(JsonReads reads) {
    this.reads = reads;
  }

  @Override
  public Page list(Actor actor, Query query) {
    return reads.page(CONVERSATIONS, actor, query);
  }

  /** A row for each message, the conversation before each of them; it is written once. */
  @Override
  public Optional<Document> get(Actor actor, ConversationKey key) {
    Shape whole = CONVERSATIONS.shape();
    Shape each = MESSAGES.shape();
    int firstOfMessage = whole.columnCount() + 1;
    Sql sql =
        Sql.of("select " + whole.selectList() + ", " + each.selectList() + " from ")
            .add(CONVERSATIONS.from(actor))
            .add(" left join lateral (select * from conversation_message m where")
            .add(" m.conversation_id = c.id and ")
            .add(MessageTable.heard(actor))
            .add(" order by m.position desc limit ?) m on true", MESSAGES_SHOWN)
            .add(" left join partner a on a.id = m.account_id where ")
            .add(asked(key))
            .add(" and ")
            .add(Sql.checkedOnly(CONVERSATIONS.visible(actor)))
            .add(" order by m.position");
    AtomicBoolean found = new AtomicBoolean();
    Document document =
        reads.document(out -> {
          out.writeStartObject();
          reads.each(
              sql,
              row -> {
                if (!found.getAndSet(true)) {
                  whole.writeMembers(row, out);
                  out.writeArrayPropertyStart("messages");
                }
                if (row.getObject(firstOfMessage) != null) {
                  out.writeStartObject();
                  each.writeMembers(row, firstOfMessage, out);
                  out.writeEndObject();
                }
              });
          if (found.get()) {
            out.writeEndArray();
          }
          out.writeEndObject();
        });
    return found.get() ? Optional.of(document) : Optional.empty();
  }

  @Override
  public Optional<Page> messages(Actor actor, ConversationKey key, Query query) {
    Page page = reads.page(MESSAGES, actor, query, asked(key));
    return page.total() > 0 || isThere(actor, key) ? Optional.of(page) : Optional.empty();
  }

  @Override
  public Optional<Document> message(Actor actor, MessageId id) {
    return reads.one(MESSAGES, actor, id.value());
  }

  private boolean isThere(Actor actor, ConversationKey key) {
    return reads
        .one(
            Sql.of("select c.id from conversation c where ")
                .add(asked(key))
                .add(" and ")
                .add(Sql.checkedOnly(CONVERSATIONS.visible(actor))),
            (row, out) -> out.writeNull())
        .isPresent();
  }

  private static Sql asked(ConversationKey key) {
    return Sql.of((key.isItsOwn() ? "c.id" : "c.instance_id") + " = ?", key.value());
  }
}
