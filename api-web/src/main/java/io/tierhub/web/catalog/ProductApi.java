package io.tierhub.web.catalog;

import static io.tierhub.kernel.Refusal.ITEM_EXISTS;
import static io.tierhub.kernel.Refusal.PRODUCT_STATE;
import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.catalog.ProductField;
import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.ProductItemField;
import io.tierhub.kernel.Actor;
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

/** What vendors sell, with its capabilities and items. */
@Tag(
    name = "Products",
    description = "What vendors sell, its items, and the connections by which distributors sell it")
@RequestMapping("/public/v1/products")
@Users({PORTAL, VENDOR, OPS})
interface ProductApi {

  @GetMapping
  @Filterable(ProductField.class)
  @Operation(
      summary = "List products",
      description = "A vendor's own; for a distributor those it is connected to.")
  @Returns(ProductView[].class)
  ResponseEntity<byte[]> list(Actor actor, ListQuery query);

  @PostMapping
  @Users(VENDOR)
  @Operation(
      summary = "Create a product",
      description =
          "Vendors only. It begins as a draft, with all capabilities off but those named.")
  @Takes(
      value = ProductForm.class,
      examples = @ExampleObject(name = "A product", value = CatalogExamples.PRODUCT))
  @Returns(value = ProductView.class, status = HttpStatus.CREATED)
  ResponseEntity<byte[]> create(Actor actor, Body body);

  @GetMapping("/{id}")
  @Operation(summary = "Get a product", description = "With its capabilities.")
  @Returns(ProductView.class)
  ResponseEntity<byte[]> get(Actor actor, @PathVariable ProductId id);

  @PutMapping("/{id}")
  @Users(VENDOR)
  @Operation(
      summary = "Change a product",
      description =
          "Members that are not listed stay, in `capabilities` and `customer_ui_settings` too (a"
              + " JSON merge patch). Of the capabilities only `ppu` and `tiers.configs` can be null,"
              + " which turns them off; null for any other leaves it as it is. Members that are not"
              + " the vendor's to set are passed over.")
  @Takes(
      value = ProductForm.class,
      examples =
          @ExampleObject(
              name = "Sync accounts, and authorize resellers up to tier 1",
              value = CatalogExamples.CAPABILITIES))
  @Returns(ProductView.class)
  ResponseEntity<byte[]> change(Actor actor, @PathVariable ProductId id, Body body);

  @PostMapping("/{id}/publish")
  @Refuses(PRODUCT_STATE)
  @Users(VENDOR)
  @Operation(
      summary = "Publish a product",
      description = "Puts a draft on sale: distributors may connect to it from now on.")
  @Returns(ProductView.class)
  ResponseEntity<byte[]> publish(Actor actor, @PathVariable ProductId id);

  @PostMapping("/{id}/endsale")
  @Refuses(PRODUCT_STATE)
  @Users(VENDOR)
  @Operation(
      summary = "End a product's sale",
      description = "No new distributors; what was sold lives on.")
  @Returns(ProductView.class)
  ResponseEntity<byte[]> endSale(Actor actor, @PathVariable ProductId id);

  @PostMapping("/{id}/resumesale")
  @Refuses(PRODUCT_STATE)
  @Users(VENDOR)
  @Operation(summary = "Resume a product's sale", description = "Puts it on sale again.")
  @Returns(ProductView.class)
  ResponseEntity<byte[]> resumeSale(Actor actor, @PathVariable ProductId id);

  @GetMapping("/{id}/items")
  @Filterable(ProductItemField.class)
  @Operation(
      summary = "List a product's items",
      description = "What can be ordered of it, by position.")
  @Returns(ItemView[].class)
  ResponseEntity<byte[]> items(Actor actor, @PathVariable ProductId id, ListQuery query);

  @PostMapping("/{id}/items")
  @Refuses(ITEM_EXISTS)
  @Users(VENDOR)
  @Operation(
      summary = "Add an item to a product",
      description = "The product's vendor only. The `mpn` is unique in the product.")
  @Takes(
      value = ItemForm.class,
      examples = @ExampleObject(name = "An item", value = CatalogExamples.ITEM))
  @Returns(value = ItemView.class, status = HttpStatus.CREATED)
  ResponseEntity<byte[]> addItem(Actor actor, @PathVariable ProductId id, Body body);
}
