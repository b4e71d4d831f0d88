package io.tierhub.web.invariant;

import static io.tierhub.kernel.Refusal.FORBIDDEN;
import static io.tierhub.web.openapi.Users.User.OPS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.kernel.Actor;
import io.tierhub.web.openapi.Refuses;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.Users;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whether everything that must hold does. */
@Tag(name = "Operations")
@RequestMapping("/public/v1/ops/invariants")
@Users(OPS)
interface InvariantApi {

  @GetMapping
  @Refuses(FORBIDDEN)
  @Operation(
      summary = "Check the invariants",
      description =
          "Looks at everything of every company, in one moment, for what must not be: an order that"
              + " waits for nothing, a version that is missing, an event told twice. It takes a"
              + " while. What it finds is a fault of the server, or somebody changed its database"
              + " by hand.")
  @Returns(InvariantsView.class)
  ResponseEntity<byte[]> check(Actor actor);
}
