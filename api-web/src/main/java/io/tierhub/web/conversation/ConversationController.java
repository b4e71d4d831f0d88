package io.tierhub.web.conversation;

import io.tierhub.conversation.ConversationField;
import io.tierhub.conversation.ConversationKey;
import io.tierhub.conversation.ConversationQueries;
import io.tierhub.conversation.MessageField;
import io.tierhub.conversation.MessageId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.query.Document;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.web.wire.Target;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.Converse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ConversationController implements ConversationApi {

  private final ConversationQueries conversations;
  private final Converse converse;
  private final Writes writes;

  ConversationController(ConversationQueries conversations, Converse converse, Writes writes) {
    this.conversations = conversations;
    this.converse = converse;
    this.writes = writes;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ListQuery query) {
    return query.answer(conversations.list(actor, query.over(ConversationField.values())));
  }

  @Override
  public ResponseEntity<byte[]> open() {
    throw Refused.because(
        Refusal.FORBIDDEN,
        "Only TierHub itself opens conversations, one with each request. Post messages to it at"
            + " /conversations/{the request's id}/messages.");
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, ConversationKey id) {
    return Answers.one(conversations.get(actor, id), id);
  }

  @Override
  public ResponseEntity<byte[]> close(Actor actor, ConversationKey id) {
    return writes.changed(
        Target.of(id, () -> conversations.get(actor, id)), () -> converse.close(actor, id));
  }

  @Override
  public ResponseEntity<byte[]> messages(Actor actor, ConversationKey id, ListQuery query) {
    return query.answer(
        conversations
            .messages(actor, id, query.over(MessageField.values()))
            .orElseThrow(() -> Refused.notFound(id)));
  }

  @Override
  public ResponseEntity<byte[]> post(Actor actor, ConversationKey id, Body body) {
    MessageForm form = body.as(MessageForm.class);
    return writes.answer(
        HttpStatus.CREATED,
        () -> converse.post(actor, id, form.toDomain()),
        posted -> read(actor, posted));
  }

  @Override
  public ResponseEntity<byte[]> edit(
      Actor actor, ConversationKey id, MessageId message, Body body) {
    return writes.answer(
        HttpStatus.OK,
        () ->
            converse.edit(
                actor,
                id,
                message,
                said -> Body.merged(MessageForm.of(said), body, MessageForm.class).toDomain()),
        edited -> read(actor, edited));
  }

  @Override
  public ResponseEntity<byte[]> delete(Actor actor, ConversationKey id, MessageId message) {
    return writes.silent(() -> converse.delete(actor, id, message));
  }

  private Document read(Actor actor, MessageId id) {
    return conversations.message(actor, id).orElseThrow(() -> Refused.notFound(id));
  }
}
