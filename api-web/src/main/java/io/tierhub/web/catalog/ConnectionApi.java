package io.tierhub.web.catalog;

import static io.tierhub.kernel.Refusal.CONNECTION_STATE;
import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.catalog.ConnectionField;
import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.partner.HubId;
import io.tierhub.web.openapi.Filterable;
import io.tierhub.web.openapi.Refuses;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.Takes;
import io.tierhub.web.openapi.Users;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The ways of products into hubs. */
@RequestMapping("/public/v1")
@Users({PORTAL, VENDOR, OPS})
interface ConnectionApi {

  @GetMapping("/products/{product}/connections")
  @Tag(name = "Products")
  @Filterable(ConnectionField.class)
  @Operation(
      summary = "List a product's connections",
      description = "Those at whose end you are, of your token's environment.")
  @Returns(ConnectionView[].class)
  ResponseEntity<byte[]> ofProduct(Actor actor, @PathVariable ProductId product, ListQuery query);

  @PostMapping("/products/{product}/connections")
  @Tag(name = "Products")
  @Users({PORTAL, VENDOR})
  @Operation(
      summary = "Connect a product with a hub",
      description =
          "By the vendor with any hub, or by a distributor with a hub of its own if the product is"
              + " published. The distributor's is active at once, the vendor's when the distributor"
              + " approves it; its type is your token's environment.")
  @Takes(
      value = ConnectionForm.class,
      examples = @ExampleObject(name = "A hub", value = CatalogExamples.CONNECTION))
  @Returns(value = ConnectionView.class, status = HttpStatus.CREATED)
  ResponseEntity<byte[]> create(Actor actor, @PathVariable ProductId product, Body body);

  @GetMapping("/products/{product}/connections/{id}")
  @Tag(name = "Products")
  @Operation(summary = "Get a connection", description = "If you are at one of its ends.")
  @Returns(ConnectionView.class)
  ResponseEntity<byte[]> get(
      Actor actor, @PathVariable ProductId product, @PathVariable ConnectionId id);

  @PutMapping("/products/{product}/connections/{id}")
  @Refuses(CONNECTION_STATE)
  @Tag(name = "Products")
  @Users({PORTAL, VENDOR})
  @Operation(
      summary = "Change a connection's status",
      description =
          "Either end may revoke it; the distributor approves it, and what is approved becomes"
              + " active by itself. Nothing else of a connection changes.")
  @Takes(
      value = ConnectionStatusForm.class,
      examples = @ExampleObject(name = "Revoke", value = CatalogExamples.REVOKE))
  @Returns(ConnectionView.class)
  ResponseEntity<byte[]> move(
      Actor actor, @PathVariable ProductId product, @PathVariable ConnectionId id, Body body);

  @GetMapping("/hubs/{hub}/connections")
  @Tag(name = "Hubs and marketplaces")
  @Filterable(ConnectionField.class)
  @Operation(
      summary = "List a hub's connections",
      description = "Those at whose end you are, of your token's environment.")
  @Returns(ConnectionView[].class)
  ResponseEntity<byte[]> ofHub(Actor actor, @PathVariable HubId hub, ListQuery query);
}
