package io.tierhub.web.partner;

import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.kernel.Actor;
import io.tierhub.partner.HubField;
import io.tierhub.partner.HubId;
import io.tierhub.partner.MarketplaceField;
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

/** The distributors' commerce systems. */
@Tag(
    name = "Hubs and marketplaces",
    description = "Where a distributor's orders come from, and where it sells")
@RequestMapping("/public/v1/hubs")
@Users({PORTAL, VENDOR, OPS})
interface HubApi {

  @GetMapping
  @Filterable(HubField.class)
  @Operation(
      summary = "List hubs",
      description = "A distributor's own; for a vendor those its products are connected to.")
  @Returns(HubView[].class)
  ResponseEntity<byte[]> list(Actor actor, ListQuery query);

  @PostMapping
  @Users(PORTAL)
  @Operation(
      summary = "Create a hub",
      description = "Distributors only. A hub is never removed, since accounts and assets name it.")
  @Takes(
      value = HubForm.class,
      examples = @ExampleObject(name = "A hub", value = PartnerExamples.HUB))
  @Returns(value = HubView.class, status = HttpStatus.CREATED)
  ResponseEntity<byte[]> create(Actor actor, Body body);

  @GetMapping("/{id}")
  @Operation(summary = "Get a hub", description = "With counts of what you may see of it.")
  @Returns(HubView.class)
  ResponseEntity<byte[]> get(Actor actor, @PathVariable HubId id);

  @PutMapping("/{id}")
  @Users(PORTAL)
  @Operation(
      summary = "Change a hub",
      description = "Members that are not listed stay. Only the hub's distributor may.")
  @Takes(
      value = HubForm.class,
      examples = @ExampleObject(name = "A new name", value = PartnerExamples.HUB))
  @Returns(HubView.class)
  ResponseEntity<byte[]> change(Actor actor, @PathVariable HubId id, Body body);

  @GetMapping("/{id}/marketplaces")
  @Filterable(MarketplaceField.class)
  @Operation(
      summary = "List a hub's marketplaces",
      description = "The marketplaces that sell through the hub, as far as you may see them.")
  @Returns(MarketplaceView[].class)
  ResponseEntity<byte[]> marketplaces(Actor actor, @PathVariable HubId id, ListQuery query);
}
