package io.tierhub.web.template;

import static io.tierhub.kernel.Refusal.TEMPLATE_FIELD_FIXED;
import static io.tierhub.kernel.Refusal.TEMPLATE_NEEDED;
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
import io.tierhub.template.TemplateField;
import io.tierhub.template.TemplateId;
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

/** The texts of a product. */
@Tag(
    name = "Templates",
    description = "The texts that customers and resellers are shown, with their values in them")
@RequestMapping("/public/v1/products/{product}/templates")
@Users({PORTAL, VENDOR, OPS})
interface TemplateApi {

  @GetMapping
  @Filterable(TemplateField.class)
  @Operation(
      summary = "List a product's templates",
      description = "By position. The first of a scope and type is the default.")
  @Returns(TemplateView[].class)
  ResponseEntity<byte[]> list(Actor actor, @PathVariable ProductId product, ListQuery query);

  @PostMapping
  @Users(VENDOR)
  @Operation(
      summary = "Create a template",
      description =
          "The product's vendor only. The body is Markdown; `{{ name }}` stands for the value of the"
              + " parameter of that name in the same scope, and for nothing if there is none;"
              + " `{{#name}}…{{/name}}` is shown if there is a value, `{{^name}}…{{/name}}` if there"
              + " is none (Mustache). Scope and type never change.")
  @Takes(
      value = TemplateForm.class,
      examples = @ExampleObject(name = "For resellers", value = TemplateExamples.TIER))
  @Returns(value = TemplateView.class, status = HttpStatus.CREATED)
  ResponseEntity<byte[]> create(Actor actor, @PathVariable ProductId product, Body body);

  @GetMapping("/{id}")
  @Operation(summary = "Get a template", description = "If you see its product.")
  @Returns(TemplateView.class)
  ResponseEntity<byte[]> get(
      Actor actor, @PathVariable ProductId product, @PathVariable TemplateId id);

  @PutMapping("/{id}")
  @Refuses(TEMPLATE_FIELD_FIXED)
  @Users(VENDOR)
  @Operation(
      summary = "Change a template",
      description =
          "Members that are not listed stay. What was shown already stays as it was: texts are made"
              + " when something is approved.")
  @Takes(
      value = TemplateForm.class,
      examples = @ExampleObject(name = "Another text", value = TemplateExamples.CHANGE))
  @Returns(TemplateView.class)
  ResponseEntity<byte[]> change(
      Actor actor, @PathVariable ProductId product, @PathVariable TemplateId id, Body body);

  @DeleteMapping("/{id}")
  @Refuses(TEMPLATE_NEEDED)
  @Users(VENDOR)
  @Operation(
      summary = "Delete a template",
      description = "Unless it is the product's only one of its scope and type.")
  @ApiResponse(responseCode = "204", content = @Content)
  ResponseEntity<byte[]> delete(
      Actor actor, @PathVariable ProductId product, @PathVariable TemplateId id);
}
