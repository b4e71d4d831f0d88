package io.tierhub.web.partner;

import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.kernel.Actor;
import io.tierhub.partner.MarketplaceField;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.web.openapi.Filterable;
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

/** Where distributors sell. */
@Tag(name = "Hubs and marketplaces")
@RequestMapping("/public/v1/marketplaces")
@Users({PORTAL, VENDOR, OPS})
interface MarketplaceApi {

  @GetMapping
  @Filterable(MarketplaceField.class)
  @Operation(
      summary = "List marketplaces",
      description =
          "A distributor's own; for a vendor those whose hubs its products are" + " connected to.")
  @Returns(MarketplaceView[].class)
  ResponseEntity<byte[]> list(Actor actor, ListQuery query);

  @PostMapping
  @Users(PORTAL)
  @Operation(
      summary = "Create a marketplace",
      description =
          "Distributors only, with hubs of their own. A marketplace is never removed, since"
              + " assets name it.")
  @Takes(
      value = MarketplaceForm.class,
      examples = @ExampleObject(name = "A marketplace", value = PartnerExamples.MARKETPLACE))
  @Returns(value = MarketplaceView.class, status = HttpStatus.CREATED)
  ResponseEntity<byte[]> create(Actor actor, Body body);

  @GetMapping("/{id}")
  @Operation(
      summary = "Get a marketplace",
      description = "With those of its hubs that you may see.")
  @Returns(MarketplaceView.class)
  ResponseEntity<byte[]> get(Actor actor, @PathVariable MarketplaceId id);

  @PutMapping("/{id}")
  @Users(PORTAL)
  @Operation(
      summary = "Change a marketplace",
      description =
          "Members that are not listed stay; a listed `hubs` replaces all. Only the"
              + " marketplace's distributor may.")
  @Takes(
      value = MarketplaceForm.class,
      examples = @ExampleObject(name = "A new name", value = PartnerExamples.MARKETPLACE))
  @Returns(MarketplaceView.class)
  ResponseEntity<byte[]> change(Actor actor, @PathVariable MarketplaceId id, Body body);
}
