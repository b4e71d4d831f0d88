package io.tierhub.web.text;

import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.catalog.ProductId;
import io.tierhub.fulfillment.AssetId;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.kernel.Actor;
import io.tierhub.template.TemplateId;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.web.openapi.Users;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** What people are shown, filled in. */
@RequestMapping("/public/v1")
@Users({PORTAL, VENDOR, OPS})
interface RenderApi {

  String MARKDOWN = "text/markdown;charset=UTF-8";
  String LANGUAGE =
      "Accepted as Connect's clients send it; texts are in the language that the vendor wrote them"
          + " in";
  String BY_STATUS =
      "In Markdown: the inquiry while something is asked, that somebody works on it while the vendor"
          + " has it, the tile once it is approved; nothing of what failed or is a draft.";

  @GetMapping(path = "/tier/configs/{id}/render", produces = MARKDOWN)
  @Tag(name = "Tier configurations")
  @Operation(
      summary = "Render what the tier is shown",
      description =
          "The tile, in Markdown; before there is one, what is shown of the open request.")
  @RendersMarkdown
  ResponseEntity<byte[]> configuration(
      Actor actor,
      @PathVariable TierConfigurationId id,
      @RequestHeader(name = "Connect-Localization", required = false)
          @Parameter(description = LANGUAGE, example = "ES")
          @Nullable String language);

  @GetMapping(path = "/tier/config-requests/{id}/render", produces = MARKDOWN)
  @Tag(name = "Tier configuration requests")
  @Operation(summary = "Render what the tier is shown of a request", description = BY_STATUS)
  @RendersMarkdown
  ResponseEntity<byte[]> tierRequest(
      Actor actor,
      @PathVariable TierConfigurationRequestId id,
      @RequestHeader(name = "Connect-Localization", required = false)
          @Parameter(description = LANGUAGE, example = "ES")
          @Nullable String language);

  @GetMapping(path = "/requests/{id}/render", produces = MARKDOWN)
  @Tag(name = "Assets and orders")
  @Operation(summary = "Render what the customer is shown of a request", description = BY_STATUS)
  @RendersMarkdown
  ResponseEntity<byte[]> order(
      Actor actor,
      @PathVariable FulfillmentRequestId id,
      @RequestHeader(name = "Connect-Localization", required = false)
          @Parameter(description = LANGUAGE, example = "ES")
          @Nullable String language);

  @GetMapping(path = "/assets/{id}/render", produces = MARKDOWN)
  @Tag(name = "Assets and orders")
  @Operation(
      summary = "Render what the customer is shown of an asset",
      description = "What the last approved request of it has brought, in Markdown.")
  @RendersMarkdown
  ResponseEntity<byte[]> asset(
      Actor actor,
      @PathVariable AssetId id,
      @RequestHeader(name = "Connect-Localization", required = false)
          @Parameter(description = LANGUAGE, example = "ES")
          @Nullable String language);

  @GetMapping(path = "/products/{product}/templates/{id}/render")
  @Tag(name = "Templates")
  @Operation(
      summary = "Render a template",
      description = "Its Markdown with an example value in each place, as a JSON string.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = String.class),
              examples = @ExampleObject(value = "\"# Welcome\"")))
  ResponseEntity<byte[]> template(
      Actor actor, @PathVariable ProductId product, @PathVariable TemplateId id);

  @GetMapping(path = "/products/{product}/templates/{id}/preview")
  @Tag(name = "Templates")
  @Operation(
      summary = "Preview a template",
      description = "What people would see of it, as HTML that is safe to show, in a JSON string.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = String.class),
              examples = @ExampleObject(value = "\"<h1>Welcome</h1>\"")))
  ResponseEntity<byte[]> preview(
      Actor actor, @PathVariable ProductId product, @PathVariable TemplateId id);
}
