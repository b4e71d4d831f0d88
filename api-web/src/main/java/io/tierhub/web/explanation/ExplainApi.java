package io.tierhub.web.explanation;

import static io.tierhub.kernel.Refusal.FORBIDDEN;
import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.account.TierAccountId;
import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.kernel.Actor;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.web.openapi.Refuses;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.Users;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Why something waits, and what will be asked. */
@Tag(
    name = "Queue",
    description = "All that waits in one list, why it waits, and what will be asked")
@RequestMapping("/public/v1")
@Users({PORTAL, VENDOR, OPS})
interface ExplainApi {

  @GetMapping("/requests/{id}/explain")
  @Operation(
      summary = "Explain a request",
      description =
          "Why it is where it is: what it waits for, down to the first thing to do, whose turn it"
              + " is, since when, and which parameters are missing.")
  @Returns(ExplainedView.class)
  ResponseEntity<byte[]> order(Actor actor, @PathVariable FulfillmentRequestId id);

  @GetMapping("/tier/config-requests/{id}/explain")
  @Operation(
      summary = "Explain a tier request",
      description =
          "Why it is where it is: what it waits for, whose turn it is, since when, and which"
              + " parameters are missing.")
  @Returns(ExplainedView.class)
  ResponseEntity<byte[]> tierRequest(Actor actor, @PathVariable TierConfigurationRequestId id);

  @GetMapping("/products/{id}/requirements")
  @Refuses(FORBIDDEN)
  @Users(PORTAL)
  @Operation(
      summary = "Foresee an order",
      description =
          "What an order of the product for this customer would be asked, of which tier, and what is"
              + " known already. The tiers are those above the customer in its tree.")
  @Returns(RequirementsView.class)
  ResponseEntity<byte[]> requirements(
      Actor actor,
      @PathVariable ProductId id,
      @RequestParam @Parameter(description = "The customer", example = "TA-6458-9737-0065")
          TierAccountId account,
      @RequestParam(required = false)
          @Parameter(
              description = "The only one that leads to the product when left out",
              example = "CT-7761-6934")
          @Nullable ConnectionId connection);
}
