package io.tierhub.web.queue;

import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.kernel.Actor;
import io.tierhub.queue.QueueField;
import io.tierhub.web.openapi.Filterable;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.Users;
import io.tierhub.web.wire.ListQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** All that waits, in one list. */
@Tag(name = "Queue")
@RequestMapping("/public/v1/queue")
@Users({VENDOR, PORTAL, OPS})
interface QueueApi {

  @GetMapping
  @Filterable(QueueField.class)
  @Operation(
      summary = "List the queue",
      description =
          "Orders and tier requests in one list, oldest first, whatever their status: `status=pending`"
              + " is what waits for the vendor. `kind=tier_setup` and `kind=tier_update` show tier"
              + " requests alone, `kind=fulfillment` orders alone.")
  @Returns(QueueView[].class)
  ResponseEntity<byte[]> list(Actor actor, ListQuery query);
}
