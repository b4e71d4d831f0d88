package io.tierhub.web.conversation;

import static io.tierhub.kernel.Refusal.CONVERSATION_STATE;
import static io.tierhub.kernel.Refusal.MESSAGE_FIXED;
import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.conversation.ConversationField;
import io.tierhub.conversation.ConversationKey;
import io.tierhub.conversation.MessageField;
import io.tierhub.conversation.MessageId;
import io.tierhub.kernel.Actor;
import io.tierhub.web.openapi.Filterable;
import io.tierhub.web.openapi.Refuses;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.Takes;
import io.tierhub.web.openapi.Users;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is said about requests. A conversation goes by its own id or by that of its request. */
@Tag(
    name = "Conversations",
    description =
        "What distributor and vendor say to each other about a request, and what became of it step"
            + " by step. `{id}` is the conversation's or the request's")
@RequestMapping("/public/v1/conversations")
@Users({PORTAL, VENDOR, OPS})
interface ConversationApi {

  @GetMapping
  @Filterable(ConversationField.class)
  @Operation(
      summary = "List conversations",
      description =
          "One for each request that you may see; `instance_id` asks for a request's. Oldest first,"
              + " without their messages.")
  @Returns(ConversationView[].class)
  ResponseEntity<byte[]> list(Actor actor, ListQuery query);

  /** Refused in plain words, since clients of Connect know this call. */
  @Hidden
  @PostMapping
  ResponseEntity<byte[]> open();

  @GetMapping("/{id}")
  @Operation(
      summary = "Get a conversation",
      description = "With its last 100 messages, oldest first.")
  @Returns(ConversationView.class)
  ResponseEntity<byte[]> get(Actor actor, @PathVariable ConversationKey id);

  @PostMapping("/{id}/close")
  @Users({PORTAL, VENDOR})
  @Refuses(CONVERSATION_STATE)
  @Operation(
      summary = "Close a conversation",
      description =
          "For good: nobody posts, edits or deletes a message any more. What becomes of the request"
              + " is noted all the same.")
  @Returns(ConversationView.class)
  ResponseEntity<byte[]> close(Actor actor, @PathVariable ConversationKey id);

  @GetMapping("/{id}/messages")
  @Filterable(MessageField.class)
  @Operation(summary = "List messages", description = "Oldest first.")
  @Returns(MessageView[].class)
  ResponseEntity<byte[]> messages(Actor actor, @PathVariable ConversationKey id, ListQuery query);

  @PostMapping("/{id}/messages")
  @Users({PORTAL, VENDOR})
  @Refuses(CONVERSATION_STATE)
  @Operation(
      summary = "Post a message",
      description = "For both sides, or with type `private` for your own account only.")
  @Takes(
      value = MessageForm.class,
      examples = {
        @ExampleObject(
            name = "To the other side",
            value = "{\"text\": \"Which domain shall the tenant have?\"}"),
        @ExampleObject(
            name = "To ourselves",
            value = "{\"text\": \"Ask Nora before noon.\", \"type\": \"private\"}")
      })
  @Returns(value = MessageView.class, status = HttpStatus.CREATED)
  ResponseEntity<byte[]> post(Actor actor, @PathVariable ConversationKey id, Body body);

  @PutMapping("/{id}/messages/{message}")
  @Users({PORTAL, VENDOR})
  @Refuses({CONVERSATION_STATE, MESSAGE_FIXED})
  @Operation(
      summary = "Edit a message",
      description =
          "One that your account posted, and no state change. What is not sent stays as it is.")
  @Takes(
      value = MessageForm.class,
      examples =
          @ExampleObject(
              name = "In other words",
              value = "{\"text\": \"Which domain, and whose admin?\"}"))
  @Returns(MessageView.class)
  ResponseEntity<byte[]> edit(
      Actor actor, @PathVariable ConversationKey id, @PathVariable MessageId message, Body body);

  @DeleteMapping("/{id}/messages/{message}")
  @Users({PORTAL, VENDOR})
  @Refuses({CONVERSATION_STATE, MESSAGE_FIXED})
  @Operation(
      summary = "Delete a message",
      description = "One that your account posted, and no state change. For good.")
  @ApiResponse(responseCode = "204", content = @Content)
  ResponseEntity<byte[]> delete(
      Actor actor, @PathVariable ConversationKey id, @PathVariable MessageId message);
}
