package io.tierhub.web.configured;

import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.catalog.ProductId;
import io.tierhub.configured.ConfiguredValueField;
import io.tierhub.kernel.Actor;
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
import org.springframework.web.bind.annotation.RequestMapping;

/** What is set of a product before anything is ordered. */
@Tag(name = "Parameters")
@RequestMapping("/public/v1/products/{product}/configurations")
interface ConfiguredApi {

  @GetMapping
  @Filterable(ConfiguredValueField.class)
  @Users({PORTAL, VENDOR, OPS})
  @Operation(
      summary = "List what is configured of a product",
      description =
          "A line for each of its configuration-phase parameters and what it is of: the product,"
              + " each item, each marketplace that an active connection leads to, or each item in"
              + " each of these; without a `value` where nothing is set yet. Assets and tier"
              + " configurations show what is set in `configuration`, and items in their `params`."
              + " Distributors see what is shared, and nothing of other distributors'"
              + " marketplaces. `parameter.id` is the parameter's name; filters find it by its id"
              + " as well.")
  @Returns(ConfiguredView[].class)
  ResponseEntity<byte[]> list(Actor actor, @PathVariable ProductId product, ListQuery query);

  @PostMapping
  @Users({PORTAL, VENDOR})
  @Operation(
      summary = "Configure a product",
      description =
          "Sets one value, in place of what was set there before. The scope of the parameter says"
              + " whether it is of an item, of a marketplace, of both or of neither. The product's"
              + " vendor sets all; a distributor, in its own marketplaces, what the vendor shares"
              + " for editing. Sent without a value, it takes away what was set.")
  @Takes(
      value = ConfiguredForm.class,
      examples = {
        @ExampleObject(
            name = "Of the product",
            value =
                "{\"parameter\": {\"id\": \"api_url\"}, \"value\": \"https://api.nimbus.example\"}"),
        @ExampleObject(
            name = "Of an item in a marketplace",
            value =
                "{\"parameter\": {\"id\": \"PRM-276-377-545-0009\"}, \"item\": {\"id\":"
                    + " \"PRD-276-377-545-0001\"}, \"marketplace\": {\"id\": \"MP-91673\"},"
                    + " \"value\": \"gold\"}")
      })
  @Returns(value = ConfiguredView.class, status = HttpStatus.CREATED)
  ResponseEntity<byte[]> set(Actor actor, @PathVariable ProductId product, Body body);
}
