package io.tierhub.web.queue;

import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.kernel.Actor;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.Users;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What waits for whom, at a glance. */
@Tag(name = "Operations")
@RequestMapping("/public/v1/ops/queues")
@Users({VENDOR, PORTAL, OPS})
interface BacklogApi {

  @GetMapping
  @Operation(
      summary = "See what waits",
      description =
          "How many requests wait, for whom and since when, by kind, vendor and product; which wait"
              + " the longest; and what becomes of the mails. A vendor or a distributor sees its"
              + " own. An order or an account request waits since it was made, a tier request since"
              + " it became pending, and what is inquired since somebody was asked last.")
  @Returns(BacklogView.class)
  ResponseEntity<byte[]> look(Actor actor);
}
