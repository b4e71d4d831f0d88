package io.tierhub.web.link;

import static io.tierhub.kernel.Refusal.FORBIDDEN;
import static io.tierhub.kernel.Refusal.LINK_KEY_NEWEST;
import static io.tierhub.web.openapi.Users.User.OPS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.kernel.Actor;
import io.tierhub.web.openapi.Refuses;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.Users;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What links are sealed with that are mailed to people without an account. */
@Tag(
    name = "Operations",
    description = "What whoever runs this server does, with a token of production")
@RequestMapping("/public/v1/ops/link-keys")
@Users(OPS)
interface LinkKeyApi {

  @GetMapping
  @Refuses(FORBIDDEN)
  @Operation(
      summary = "List the keys of links",
      description = "All of them, the oldest first; the secrets are shown to nobody.")
  @Returns(LinkKeyView[].class)
  ResponseEntity<byte[]> list(Actor actor);

  @PostMapping
  @Operation(
      summary = "Draw a new key for links",
      description =
          "New links are sealed with it at once, by other copies of the server within 30 seconds."
              + " Links of the older keys open until those are deleted.")
  @Returns(value = LinkKeyView.class, status = HttpStatus.CREATED)
  ResponseEntity<byte[]> rotate(Actor actor);

  @DeleteMapping("/{number}")
  @Refuses(LINK_KEY_NEWEST)
  @Operation(
      summary = "Delete a key of links",
      description =
          "For good. Links that were sealed with it do not work any more, at once here and within 30"
              + " seconds on other copies of the server; the distributor is shown new ones of what is"
              + " still asked. The newest key stays.")
  @ApiResponse(responseCode = "204", content = @Content)
  ResponseEntity<byte[]> delete(Actor actor, @PathVariable @Parameter(example = "1") int number);
}
