package io.tierhub.web.claim;

import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.claim.LeaseId;
import io.tierhub.kernel.Actor;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.Takes;
import io.tierhub.web.openapi.Users;
import io.tierhub.web.wire.Body;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a vendor's workers have claimed. */
@Tag(name = "Queue")
@RequestMapping("/public/v1/leases/{id}")
@Users(VENDOR)
interface LeaseApi {

  @GetMapping
  @Users({VENDOR, OPS})
  @Operation(
      summary = "Get a lease",
      description =
          "What it still holds, and until when. What is pending no more has left it. A lease that"
              + " holds nothing is not found.")
  @Returns(LeaseView.class)
  ResponseEntity<byte[]> get(Actor actor, @PathVariable LeaseId id);

  @PostMapping("/renew")
  @Operation(
      summary = "Renew a lease",
      description =
          "Has all that it still holds be yours for so many seconds from now. What has ended cannot be"
              + " renewed: claim anew.")
  @Takes(ClaimForm.class)
  @Returns(LeaseView.class)
  ResponseEntity<byte[]> renew(Actor actor, @PathVariable LeaseId id, Body body);

  @PostMapping("/release")
  @Operation(
      summary = "Give back what a lease holds",
      description =
          "For others to claim, all of it or what you name. What you have approved, failed or"
              + " otherwise brought out of `pending` need not be given back.")
  @Takes(
      value = ReleaseForm.class,
      examples = @ExampleObject(name = "All that it holds", value = "{}"))
  @ApiResponse(responseCode = "204", content = @Content)
  ResponseEntity<byte[]> release(Actor actor, @PathVariable LeaseId id, Body body);
}
