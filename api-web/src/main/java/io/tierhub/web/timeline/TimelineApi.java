package io.tierhub.web.timeline;

import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.kernel.Actor;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.Users;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What one call has caused. */
@Tag(name = "Operations")
@RequestMapping("/public/v1/ops/trace")
@Users({VENDOR, PORTAL, OPS})
interface TimelineApi {

  @GetMapping("/{trace_id}")
  @Operation(
      summary = "See what a call has caused",
      description =
          "Everything that the call with this `X-Trace-Id` has done and that came of it, in order:"
              + " entries of the audit, events of the feed, mails and when they are tried, claims;"
              + " the first 1000. You see what is yours. It is empty if the call changed nothing.")
  @Returns(TimelineView.class)
  ResponseEntity<byte[]> of(
      Actor actor,
      @PathVariable("trace_id") @Parameter(example = "0af7651916cd43dd8448eb211c80319c")
          String trace);
}
