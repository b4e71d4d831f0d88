package io.tierhub.web.tierconfig;

import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.kernel.Actor;
import io.tierhub.tierconfig.TierConfigurationField;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.web.openapi.Filterable;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.Users;
import io.tierhub.web.wire.ListQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
}
