package io.tierhub.web.tierconfig;

import static io.tierhub.kernel.Refusal.CONNECTION_STATE;
import static io.tierhub.kernel.Refusal.TCR_NOT_SET_UP;
import static io.tierhub.kernel.Refusal.TIERS_INVALID;
import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.kernel.Actor;
import io.tierhub.tierconfig.TierConfigurationField;
import io.tierhub.tierconfig.TierConfigurationId;
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
import org.springframework.web.bind.annotation.RequestMapping;

/** What resellers have agreed with products. */
@Tag(
    name = "Tier configurations",
    description = "What one reseller, at one tier level, has agreed with one product")
@RequestMapping("/public/v1/tier/configs")
@Users({PORTAL, VENDOR, OPS})
interface TierConfigurationApi {

  @GetMapping
  @Filterable(TierConfigurationField.class)
  @Operation(
      summary = "List tier configurations",
      description =
          "They change by tier configuration requests only. `select(product.capabilities)` shows"
              + " what is hidden otherwise.")
  @Returns(TierConfigurationView[].class)
  ResponseEntity<byte[]> list(Actor actor, ListQuery query);

  @GetMapping("/{id}")
  @Operation(
      summary = "Get a tier configuration",
      description = "With the accounts of its tiers as they are now.")
  @Returns(TierConfigurationView.class)
  ResponseEntity<byte[]> get(Actor actor, @PathVariable TierConfigurationId id);

  @PostMapping("/{id}/portal-link")
  @Refuses({TCR_NOT_SET_UP, TIERS_INVALID, CONNECTION_STATE})
  @Users(PORTAL)
  @Operation(
      summary = "Open the reseller's page",
      description =
          "A link to a page on which the reseller, who needs no account, sees its tile, presses the"
              + " product's buttons, and changes what it once said: that raises an update in your"
              + " name. Whoever has the link can do so for 30 days; links that were given before go"
              + " on working. It is mailed to the technical contact unless `send` is false.")
  @Takes(
      value = PortalLinkForm.class,
      examples = {
        @ExampleObject(name = "Mailed to the contact", value = "{}"),
        @ExampleObject(name = "For you to pass on", value = "{\"send\": false}")
      })
  @Returns(value = PortalLinkView.class, status = HttpStatus.CREATED)
  ResponseEntity<byte[]> openPortal(Actor actor, @PathVariable TierConfigurationId id, Body body);
}
