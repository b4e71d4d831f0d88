package io.tierhub.web.parameter;

import static io.tierhub.kernel.Refusal.INVALID;
import static io.tierhub.kernel.Refusal.PARAMETER_DEPENDED_ON;
import static io.tierhub.kernel.Refusal.PARAMETER_EXISTS;
import static io.tierhub.kernel.Refusal.PARAMETER_FIELD_FIXED;
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
import io.tierhub.kernel.Actor;
import io.tierhub.parameter.ParameterField;
import io.tierhub.parameter.ParameterId;
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

/** What a product asks for. */
@Tag(
    name = "Parameters",
    description = "What products ask of orders and resellers, and how their answers are judged")
@RequestMapping("/public/v1/products/{product}/parameters")
@Users({PORTAL, VENDOR, OPS})
interface ParameterApi {

  @GetMapping
  @Filterable(ParameterField.class)
  @Operation(
      summary = "List a product's parameters",
      description = "In the order in which forms ask for them, of all scopes and phases.")
  @Returns(ParameterView[].class)
  ResponseEntity<byte[]> list(Actor actor, @PathVariable ProductId product, ListQuery query);

  @PostMapping
  @Refuses(PARAMETER_EXISTS)
  @Users(VENDOR)
  @Operation(
      summary = "Create a parameter",
      description =
          "The product's vendor only. Its `name` is what values are called by (as `id` of params, and"
              + " in templates); name, type, scope and phase never change.")
  @Takes(
      value = ParameterForm.class,
      examples = {
        @ExampleObject(name = "A text of a reseller", value = ParameterExamples.TEXT),
        @ExampleObject(name = "A choice", value = ParameterExamples.CHOICE),
        @ExampleObject(name = "One that depends on the choice", value = ParameterExamples.DEPENDENT)
      })
  @Returns(value = ParameterView.class, status = HttpStatus.CREATED)
  ResponseEntity<byte[]> create(Actor actor, @PathVariable ProductId product, Body body);

  @GetMapping("/schema")
  @Operation(
      summary = "Get a form of a product's parameters",
      description =
          "A JSON Schema (2020-12) of the object that a form of one scope makes: for each parameter"
              + " that is filled in one member, a text (`value`) or an object (`structured_value`)."
              + " Leave out what is empty. What is valid by it is accepted, but for phone numbers"
              + " and host names, which TierHub knows better. In `x-order` and `x-layout` (headings"
              + " and texts) is where things stand.")
  @Refuses(INVALID)
  @Returns(FormSchemaView.class)
  ResponseEntity<byte[]> schema(
      Actor actor,
      @PathVariable ProductId product,
      @RequestParam
          @Parameter(
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {
                        "asset",
                        "tier1",
                        "tier2",
                        "product",
                        "item",
                        "marketplace",
                        "item_marketplace"
                      }),
              example = "tier1")
          String scope,
      @RequestParam(required = false)
          @Parameter(
              description = "Of one phase only",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"ordering", "fulfillment", "configuration"}))
          @Nullable String phase);

  @GetMapping("/{id}")
  @Operation(summary = "Get a parameter", description = "If you see its product.")
  @Returns(ParameterView.class)
  ResponseEntity<byte[]> get(
      Actor actor, @PathVariable ProductId product, @PathVariable ParameterId id);

  @PutMapping("/{id}")
  @Refuses(PARAMETER_FIELD_FIXED)
  @Users(VENDOR)
  @Operation(
      summary = "Change a parameter",
      description =
          "Members that are not listed stay, in `constraints` too (a JSON merge patch). Values that"
              + " exist are not judged anew.")
  @Takes(
      value = ParameterForm.class,
      examples = @ExampleObject(name = "Require it", value = ParameterExamples.REQUIRE))
  @Returns(ParameterView.class)
  ResponseEntity<byte[]> change(
      Actor actor, @PathVariable ProductId product, @PathVariable ParameterId id, Body body);

  @DeleteMapping("/{id}")
  @Refuses(PARAMETER_DEPENDED_ON)
  @Users(VENDOR)
  @Operation(
      summary = "Delete a parameter",
      description = "It is asked for no more, and values of it are shown no more.")
  @ApiResponse(responseCode = "204", content = @Content)
  ResponseEntity<byte[]> delete(
      Actor actor, @PathVariable ProductId product, @PathVariable ParameterId id);
}
