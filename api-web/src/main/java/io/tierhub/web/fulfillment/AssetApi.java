package io.tierhub.web.fulfillment;

import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.fulfillment.AssetField;
import io.tierhub.fulfillment.AssetId;
import io.tierhub.fulfillment.FulfillmentRequestField;
import io.tierhub.kernel.Actor;
import io.tierhub.web.openapi.Filterable;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.Users;
import io.tierhub.web.wire.ListQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What was sold. */
@Tag(name = "Assets and orders")
@RequestMapping("/public/v1/assets")
@Users({PORTAL, VENDOR, OPS})
interface AssetApi {

  @GetMapping
  @Filterable(AssetField.class)
  @Operation(
      summary = "List assets",
      description =
          "What you sold, or of your products was sold: whatever its status. Changes come of"
              + " requests only. `select(template,pending_request)` shows what is hidden otherwise.")
  @Returns(AssetView[].class)
  ResponseEntity<byte[]> list(Actor actor, ListQuery query);

  @GetMapping("/{id}")
  @Operation(
      summary = "Get an asset",
      description = "With the accounts of its tiers as they are now.")
  @Returns(AssetView.class)
  ResponseEntity<byte[]> get(Actor actor, @PathVariable AssetId id);

  @GetMapping("/{id}/requests")
  @Filterable(FulfillmentRequestField.class)
  @Operation(summary = "List an asset's requests", description = "Oldest first.")
  @Returns(FulfillmentRequestView[].class)
  ResponseEntity<byte[]> requests(Actor actor, @PathVariable AssetId id, ListQuery query);
}
