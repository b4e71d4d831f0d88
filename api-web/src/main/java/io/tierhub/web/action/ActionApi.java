package io.tierhub.web.action;

import static io.tierhub.kernel.Refusal.ACTION_EXISTS;
import static io.tierhub.kernel.Refusal.ACTION_FIELD_FIXED;
import static io.tierhub.kernel.Refusal.ACTION_NO_ENDPOINT;
import static io.tierhub.kernel.Refusal.FORBIDDEN;
import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.action.ActionField;
import io.tierhub.action.ActionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.fulfillment.AssetId;
import io.tierhub.kernel.Actor;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.web.openapi.Filterable;
import io.tierhub.web.openapi.Refuses;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.Takes;
import io.tierhub.web.openapi.Users;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What customers and resellers can do at a product's vendor. */
@Tag(
    name = "Actions",
    description = "Buttons of products, which lead to the vendor and say who pressed them")
@RequestMapping("/public/v1/products/{product}/actions")
@Users({PORTAL, VENDOR, OPS})
interface ActionApi {

  @GetMapping
  @Filterable(ActionField.class)
  @Operation(
      summary = "List a product's actions",
      description = "The buttons that a portal shows to customers (`asset`) and resellers.")
  @Returns(ActionView[].class)
  ResponseEntity<byte[]> list(Actor actor, @PathVariable ProductId product, ListQuery query);

  @PostMapping
  @Refuses(ACTION_EXISTS)
  @Users(VENDOR)
  @Operation(
      summary = "Create an action",
      description =
          "The product's vendor only. Its links lead to the product's"
              + " `customer_ui_settings.action.url`. The scope never changes.")
  @Takes(
      value = ActionForm.class,
      examples =
          @ExampleObject(
              name = "A button for resellers",
              value =
                  "{\"action\": \"open_console\", \"name\": \"Open console\", \"title\": \"Console\","
                      + " \"type\": \"button\", \"scope\": \"tier1\", \"description\": \"Signs in to"
                      + " the console of the reseller.\"}"))
  @Returns(value = ActionView.class, status = HttpStatus.CREATED)
  ResponseEntity<byte[]> create(Actor actor, @PathVariable ProductId product, Body body);

  @PostMapping("/regeneratesecret")
  @Users(VENDOR)
  @Operation(
      summary = "Draw a new secret",
      description =
          "With it the links of all of the product's actions are signed. It is shown this once. The"
              + " one so far goes on signing for `overlap` seconds, so that your endpoint can learn"
              + " the new one first; `kid` in the header of a link's token tells which signed it.")
  @Takes(
      value = SecretForm.class,
      examples = {
        @ExampleObject(name = "In peace", value = "{\"overlap\": 3600}"),
        @ExampleObject(name = "The secret leaked", value = "{\"overlap\": 0}")
      })
  @Returns(SecretView.class)
  ResponseEntity<byte[]> regenerateSecret(Actor actor, @PathVariable ProductId product, Body body);

  @GetMapping("/{id}")
  @Operation(summary = "Get an action", description = "If you see its product.")
  @Returns(ActionView.class)
  ResponseEntity<byte[]> get(
      Actor actor, @PathVariable ProductId product, @PathVariable ActionId id);

  @PutMapping("/{id}")
  @Refuses({ACTION_EXISTS, ACTION_FIELD_FIXED})
  @Users(VENDOR)
  @Operation(summary = "Change an action", description = "Members that are not listed stay.")
  @Takes(
      value = ActionForm.class,
      examples =
          @ExampleObject(name = "Another caption", value = "{\"title\": \"Reseller console\"}"))
  @Returns(ActionView.class)
  ResponseEntity<byte[]> change(
      Actor actor, @PathVariable ProductId product, @PathVariable ActionId id, Body body);

  @DeleteMapping("/{id}")
  @Users(VENDOR)
  @Operation(
      summary = "Delete an action",
      description = "Links that were given out go on working until they expire.")
  @ApiResponse(responseCode = "204", content = @Content)
  ResponseEntity<byte[]> delete(
      Actor actor, @PathVariable ProductId product, @PathVariable ActionId id);

  @GetMapping("/{id}/actionLink")
  @Refuses({ACTION_NO_ENDPOINT, FORBIDDEN})
  @Users({PORTAL, VENDOR})
  @Operation(
      summary = "Get an action's link",
      description =
          "For the customer of `asset_id` if the action's scope is `asset`, for the reseller of"
              + " `tier_config_id` if it is `tier1` or `tier2`. Send the browser there at once: the"
              + " link works for five minutes. Its `jwt` is signed by HS256 with the product's"
              + " secret and has the claims `action_id`, `asset_id` or `configuration_id`,"
              + " `product_id`, `scope`, `environment`, `api_url`, `iat`, `exp` and `jti`.")
  @Returns(LinkView.class)
  ResponseEntity<byte[]> link(
      Actor actor,
      @PathVariable ProductId product,
      @PathVariable ActionId id,
      @RequestParam(name = "asset_id", required = false)
          @Parameter(description = "Whose customer pressed it", example = "AS-1895-0864-1238")
          @Nullable AssetId asset,
      @RequestParam(name = "tier_config_id", required = false)
          @Parameter(description = "Whose reseller pressed it", example = "TC-195-110-021")
          @Nullable TierConfigurationId configuration);
}
