package io.tierhub.web.productmessage;

import static io.tierhub.kernel.Refusal.PRODUCT_MESSAGE_EXISTS;
import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.productmessage.ProductMessageField;
import io.tierhub.productmessage.ProductMessageId;
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

/** What a product says about wrong values. */
@Tag(name = "Parameters")
@RequestMapping("/public/v1/products/{product}/messages")
@Users({PORTAL, VENDOR, OPS})
interface ProductMessageApi {

  @GetMapping
  @Filterable(ProductMessageField.class)
  @Operation(
      summary = "List a product's messages",
      description = "To which `structured_error` of params refers.")
  @Returns(ProductMessageView[].class)
  ResponseEntity<byte[]> list(Actor actor, @PathVariable ProductId product, ListQuery query);

  @PostMapping
  @Refuses(PRODUCT_MESSAGE_EXISTS)
  @Users(VENDOR)
  @Operation(
      summary = "Create a message",
      description = "The product's vendor only. The `external_id` is unique in the product.")
  @Takes(
      value = ProductMessageForm.class,
      examples =
          @ExampleObject(
              name = "A message",
              value =
                  "{\"external_id\": \"vat-unknown\", \"value\": \"The tax office does not know this"
                      + " number.\"}"))
  @Returns(value = ProductMessageView.class, status = HttpStatus.CREATED)
  ResponseEntity<byte[]> create(Actor actor, @PathVariable ProductId product, Body body);

  @GetMapping("/{id}")
  @Operation(summary = "Get a message", description = "If you see its product.")
  @Returns(ProductMessageView.class)
  ResponseEntity<byte[]> get(
      Actor actor, @PathVariable ProductId product, @PathVariable ProductMessageId id);

  @PutMapping("/{id}")
  @Refuses(PRODUCT_MESSAGE_EXISTS)
  @Users(VENDOR)
  @Operation(
      summary = "Change a message",
      description = "Members that are not listed stay. Errors that refer to it keep the old words.")
  @Takes(
      value = ProductMessageForm.class,
      examples =
          @ExampleObject(
              name = "Other words",
              value = "{\"value\": \"The tax office does not know this number any more.\"}"))
  @Returns(ProductMessageView.class)
  ResponseEntity<byte[]> change(
      Actor actor, @PathVariable ProductId product, @PathVariable ProductMessageId id, Body body);

  @DeleteMapping("/{id}")
  @Users(VENDOR)
  @Operation(summary = "Delete a message", description = "Errors that refer to it keep its words.")
  @ApiResponse(responseCode = "204", content = @Content)
  ResponseEntity<byte[]> delete(
      Actor actor, @PathVariable ProductId product, @PathVariable ProductMessageId id);
}
