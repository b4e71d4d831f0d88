package io.tierhub.web.partner;

import static io.tierhub.kernel.Refusal.TOKEN_STATE;
import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.kernel.Actor;
import io.tierhub.partner.ApiTokenField;
import io.tierhub.partner.ApiTokenId;
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

/** The caller's own tokens, of the environment of the token it calls with. */
@Tag(name = "Accounts and access")
@RequestMapping("/public/v1/auth/tokens")
@Users({PORTAL, VENDOR, OPS})
interface TokenApi {

  @GetMapping
  @Filterable(ApiTokenField.class)
  @Operation(
      summary = "List tokens",
      description = "Your own, of your token's environment. Secrets are never listed.")
  @Returns(TokenView[].class)
  ResponseEntity<byte[]> list(Actor actor, ListQuery query);

  @PostMapping
  @Operation(
      summary = "Create a token",
      description =
          "For your own account and environment, active at once. The answer's `token` is the whole"
              + " Authorization header and is shown this once only.")
  @Takes(
      value = TokenForm.class,
      examples = @ExampleObject(name = "A token", value = PartnerExamples.TOKEN))
  @Returns(value = TokenView.Issued.class, status = HttpStatus.CREATED)
  ResponseEntity<byte[]> create(Actor actor, Body body);

  @GetMapping("/{id}")
  @Operation(summary = "Get a token", description = "Without its secret, which is not kept.")
  @Returns(TokenView.class)
  ResponseEntity<byte[]> get(Actor actor, @PathVariable ApiTokenId id);

  @PutMapping("/{id}")
  @Operation(
      summary = "Rename a token",
      description = "Members that are not listed stay. Its end changes by rotating or renewing.")
  @Takes(
      value = TokenLabelForm.class,
      examples = @ExampleObject(name = "A new name", value = PartnerExamples.TOKEN_LABEL))
  @Returns(TokenView.class)
  ResponseEntity<byte[]> change(Actor actor, @PathVariable ApiTokenId id, Body body);

  @DeleteMapping("/{id}")
  @Operation(
      summary = "Delete a token",
      description = "For good. It is dead everywhere within 5 seconds.")
  @ApiResponse(responseCode = "204", content = @Content)
  ResponseEntity<byte[]> delete(Actor actor, @PathVariable ApiTokenId id);

  @PostMapping("/{id}/rotate")
  @Operation(
      summary = "Rotate a token",
      description =
          "Draws another secret; the old one is dead everywhere within 5 seconds. Without"
              + " `expiration_date` the end stays, with null there is none.")
  @Takes(
      value = ExpiryForm.class,
      examples = @ExampleObject(name = "Another end", value = PartnerExamples.EXPIRY))
  @Returns(TokenView.Issued.class)
  ResponseEntity<byte[]> rotate(Actor actor, @PathVariable ApiTokenId id, Body body);

  @PostMapping("/{id}/renew")
  @Refuses(TOKEN_STATE)
  @Operation(
      summary = "Renew a token",
      description =
          "Draws another secret and a later end; the old secret stays valid until its own end, or"
              + " for 7 days if it has none. Until then `expiration_date` is the old secret's end"
              + " and `renewed_expiration_date` the new one's.")
  @Takes(
      value = ExpiryForm.class,
      examples = @ExampleObject(name = "A later end", value = PartnerExamples.EXPIRY))
  @Returns(TokenView.Issued.class)
  ResponseEntity<byte[]> renew(Actor actor, @PathVariable ApiTokenId id, Body body);

  @PostMapping("/{id}/activate")
  @Refuses(TOKEN_STATE)
  @Operation(summary = "Activate a token", description = "Lets an inactive token in again.")
  @Returns(TokenView.class)
  ResponseEntity<byte[]> activate(Actor actor, @PathVariable ApiTokenId id);

  @PostMapping("/{id}/deactivate")
  @Refuses(TOKEN_STATE)
  @Operation(
      summary = "Deactivate a token",
      description = "Keeps it out until it is activated, everywhere within 5 seconds.")
  @Returns(TokenView.class)
  ResponseEntity<byte[]> deactivate(Actor actor, @PathVariable ApiTokenId id);
}
