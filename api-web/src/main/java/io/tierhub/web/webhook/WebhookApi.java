package io.tierhub.web.webhook;

import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.kernel.Actor;
import io.tierhub.web.openapi.Filterable;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.Takes;
import io.tierhub.web.openapi.Unconditional;
import io.tierhub.web.openapi.Users;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.webhook.DeliveryField;
import io.tierhub.webhook.DeliveryId;
import io.tierhub.webhook.WebhookField;
import io.tierhub.webhook.WebhookId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The caller's own webhooks, of the environment of the token it calls with. */
@Tag(
    name = "Webhooks",
    description =
        "Programs of yours that are called when something happens, with a log of each call")
@RequestMapping("/public/v1/notifications/webhooks")
@Users({PORTAL, VENDOR, OPS})
interface WebhookApi {

  @GetMapping
  @Filterable(WebhookField.class)
  @Operation(
      summary = "List webhooks",
      description = "Your own, of your token's environment; ops reads those of all.")
  @Returns(WebhookView[].class)
  ResponseEntity<byte[]> list(Actor actor, ListQuery query);

  @PostMapping
  @Operation(
      summary = "Create a webhook",
      description =
          "From now on it is called for whatever the feed tells you of requests of its class. Both"
              + " secrets are shown this once. Your endpoint says yes with any status from 200 to 299,"
              + " within 10 seconds; whatever else it does, it is called again, ever later, for 3 days.")
  @Takes(
      value = WebhookForm.class,
      examples = @ExampleObject(name = "For orders of a product", value = WebhookExamples.WEBHOOK))
  @Returns(value = WebhookView.Issued.class, status = HttpStatus.CREATED)
  ResponseEntity<byte[]> create(Actor actor, Body body);

  @GetMapping("/{id}")
  @Operation(summary = "Get a webhook", description = "Without its secrets, with how its calls go.")
  @Returns(WebhookView.class)
  ResponseEntity<byte[]> get(Actor actor, @PathVariable WebhookId id);

  @PutMapping("/{id}")
  @Operation(
      summary = "Change a webhook",
      description =
          "Members that are not listed stay. Of what waits the body is made, and the URL looked at,"
              + " when it is called; while it is not active nothing is called, and nothing new waits.")
  @Takes(
      value = WebhookForm.class,
      examples = @ExampleObject(name = "A pause", value = WebhookExamples.CHANGE))
  @Returns(WebhookView.class)
  ResponseEntity<byte[]> change(Actor actor, @PathVariable WebhookId id, Body body);

  @DeleteMapping("/{id}")
  @Operation(
      summary = "Delete a webhook",
      description =
          "With all its deliveries. What is being called at this moment may still arrive.")
  @ApiResponse(responseCode = "204", content = @Content)
  ResponseEntity<byte[]> delete(Actor actor, @PathVariable WebhookId id);

  @PostMapping("/{id}/trigger")
  @Unconditional
  @Operation(
      summary = "Trigger a webhook",
      description =
          "Has it called at once, once, whether or not it is active, with a body that names no object."
              + " The delivery tells how it went.")
  @Returns(DeliveryView.Detail.class)
  ResponseEntity<byte[]> trigger(Actor actor, @PathVariable WebhookId id);

  @PostMapping("/{id}/rotate")
  @Operation(
      summary = "Draw new secrets",
      description =
          "Both are shown this once. For `overlap` seconds the token is still signed with the one so"
              + " far (`kid` in its header tells which), and `webhook-signature` has a signature by"
              + " each.")
  @Takes(
      value = RotationForm.class,
      examples = {
        @ExampleObject(name = "In peace", value = "{\"overlap\": 3600}"),
        @ExampleObject(name = "The secrets leaked", value = "{\"overlap\": 0}")
      })
  @Returns(WebhookView.Issued.class)
  ResponseEntity<byte[]> rotate(Actor actor, @PathVariable WebhookId id, Body body);

  @PostMapping("/{id}/replay")
  @Unconditional
  @Operation(
      summary = "Replay deliveries",
      description =
          "Delivers what is finished of a span of time again, each as a delivery of its own, in the"
              + " order it was; no more than 1,000 at once. What is kept goes back 30 days.")
  @Takes(
      value = ReplayForm.class,
      examples = @ExampleObject(name = "What failed", value = WebhookExamples.REPLAY))
  @Returns(ReplayedView.class)
  ResponseEntity<byte[]> replay(Actor actor, @PathVariable WebhookId id, Body body);

  @GetMapping("/{id}/deliveries")
  @Filterable(DeliveryField.class)
  @Operation(
      summary = "List a webhook's deliveries",
      description = "The latest first; finished ones are kept for 30 days.")
  @Returns(DeliveryView[].class)
  ResponseEntity<byte[]> deliveries(Actor actor, @PathVariable WebhookId id, ListQuery query);

  @GetMapping("/{id}/deliveries/{delivery}")
  @Operation(
      summary = "Get a delivery",
      description = "With each call of it: when, how long, what was sent and what was answered.")
  @Returns(DeliveryView.Detail.class)
  ResponseEntity<byte[]> delivery(
      Actor actor, @PathVariable WebhookId id, @PathVariable DeliveryId delivery);

  @PostMapping("/{id}/deliveries/{delivery}/replay")
  @Unconditional
  @Operation(
      summary = "Replay a delivery",
      description =
          "Delivers the same event again, as a delivery of its own and with the object as it is now.")
  @Returns(value = DeliveryView.Detail.class, status = HttpStatus.CREATED)
  ResponseEntity<byte[]> replay(
      Actor actor, @PathVariable WebhookId id, @PathVariable DeliveryId delivery);
}
