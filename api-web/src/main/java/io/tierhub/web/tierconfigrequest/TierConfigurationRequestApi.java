package io.tierhub.web.tierconfigrequest;

import static io.tierhub.kernel.Refusal.TCR_ILLEGAL_TRANSITION;
import static io.tierhub.kernel.Refusal.TCR_INCOMPLETE;
import static io.tierhub.kernel.Refusal.TCR_NOT_NEEDED;
import static io.tierhub.kernel.Refusal.TCR_NOT_SET_UP;
import static io.tierhub.kernel.Refusal.TCR_OPEN;
import static io.tierhub.kernel.Refusal.TCR_SET_UP;
import static io.tierhub.kernel.Refusal.TEMPLATE_UNKNOWN;
import static io.tierhub.kernel.Refusal.TIERS_INVALID;
import static io.tierhub.kernel.Refusal.VALIDATOR_SILENT;
import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.kernel.Actor;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfigrequest.TierConfigurationRequestField;
import io.tierhub.web.claim.ClaimForm;
import io.tierhub.web.form.AnswersForm;
import io.tierhub.web.openapi.Filterable;
import io.tierhub.web.openapi.Refuses;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.Takes;
import io.tierhub.web.openapi.Users;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.Caller;
import io.tierhub.web.wire.ListQuery;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What sets up, updates and adjusts tier configurations. */
@Tag(
    name = "Tier configuration requests",
    description = "What sets up, updates and adjusts tier configurations; orders wait for setups")
@RequestMapping("/public/v1/tier/config-requests")
@Users({PORTAL, VENDOR, OPS})
interface TierConfigurationRequestApi {

  @GetMapping
  @Filterable(TierConfigurationRequestField.class)
  @Operation(
      summary = "List tier requests",
      description =
          "A vendor asks `status=pending` for what waits for it. Oldest first."
              + " `select(configuration.product.capabilities)` shows what is hidden otherwise.")
  @Returns(TierConfigurationRequestView[].class)
  ResponseEntity<byte[]> list(Actor actor, ListQuery query);

  @PostMapping("/claim")
  @Users(VENDOR)
  @Filterable(TierConfigurationRequestField.class)
  @Operation(
      summary = "Claim tier requests",
      description =
          "For workers that share the work: takes the oldest that are pending and match the filter,"
              + " which is that of the list, and holds them for `seconds` under one lease. No other"
              + " claim finds them until it ends; renew it at `/leases/{id}/renew` if you need"
              + " longer. Send it as `X-Lease` when you answer, and an answer that comes too late is"
              + " refused. Lists show claimed requests as ever, and whoever sends no `X-Lease` is"
              + " not held up. `lease` is left out when there is nothing to claim.")
  @Takes(ClaimForm.class)
  @Returns(ClaimedTierRequestsView.class)
  ResponseEntity<byte[]> claim(Actor actor, ListQuery query, Body body);

  @PostMapping
  @Users({PORTAL, VENDOR})
  @Refuses({TCR_OPEN, TCR_SET_UP, TCR_NOT_SET_UP, TCR_NOT_NEEDED, TIERS_INVALID})
  @Operation(
      summary = "Raise a tier request",
      description =
          "A distributor's setup names product, account and `tier_level`; orders raise setups by"
              + " themselves. What names a configuration is an update, or a vendor's adjustment."
              + " A configuration has one open request at most: a second one answers 409 and names"
              + " it. With `status`: `draft` the request is the distributor's own until submitted,"
              + " if the product validates drafts.")
  @Takes(
      value = TierRequestForm.class,
      examples = {
        @ExampleObject(name = "A setup", value = TierRequestExamples.SETUP),
        @ExampleObject(name = "An update", value = TierRequestExamples.UPDATE),
        @ExampleObject(name = "The draft of an update", value = TierRequestExamples.DRAFT)
      })
  @Returns(value = TierConfigurationRequestView.class, status = HttpStatus.CREATED)
  ResponseEntity<byte[]> raise(Actor actor, Body body);

  @GetMapping("/{id}")
  @Operation(
      summary = "Get a tier request",
      description = "With its configuration, and that of the tier above.")
  @Returns(TierConfigurationRequestView.class)
  ResponseEntity<byte[]> get(Actor actor, @PathVariable TierConfigurationRequestId id);

  @PutMapping("/{id}")
  @Users({PORTAL, VENDOR})
  @Refuses(TCR_ILLEGAL_TRANSITION)
  @Operation(
      summary = "Give values",
      description =
          "The vendor gives fulfillment values, errors and `notes` while it is pending; the"
              + " distributor ordering values while it is a draft or inquiring. What is not listed"
              + " stays; unchanged values may be sent back.")
  @Takes(
      value = TierRequestForms.Edit.class,
      examples =
          @ExampleObject(
              name = "A fulfillment value",
              value = "{\"params\": [{\"id\": \"partner_id\", \"value\": \"P-4711\"}]}"))
  @Returns(TierConfigurationRequestView.class)
  ResponseEntity<byte[]> edit(Actor actor, @PathVariable TierConfigurationRequestId id, Body body);

  @PostMapping("/{id}/approve")
  @Users(VENDOR)
  @Refuses({TCR_ILLEGAL_TRANSITION, TCR_INCOMPLETE, TEMPLATE_UNKNOWN})
  @Operation(
      summary = "Approve a tier request",
      description =
          "What it brings holds from now on, and what waited for a setup goes on. Answers what the"
              + " reseller is shown, not the request.")
  @Takes(
      value = TierRequestForms.Approve.class,
      examples = {
        @ExampleObject(name = "With the default template", value = "{}"),
        @ExampleObject(
            name = "With a template",
            value = "{\"template\": {\"id\": \"TL-551-876-782\"}}")
      })
  @Returns(TierConfigurationRequestView.Approval.class)
  ResponseEntity<byte[]> approve(
      Actor actor, @PathVariable TierConfigurationRequestId id, Body body);

  @PostMapping("/{id}/fail")
  @Users({PORTAL, VENDOR})
  @Refuses(TCR_ILLEGAL_TRANSITION)
  @Operation(
      summary = "Fail a tier request",
      description =
          "What it would have brought is dropped. What waits for a setup fails with it, for the same"
              + " reason.")
  @Takes(
      value = TierRequestForms.Fail.class,
      examples =
          @ExampleObject(
              name = "With a reason",
              value = "{\"reason\": \"The reseller is not certified.\"}"))
  @Returns(value = Void.class, status = HttpStatus.NO_CONTENT)
  ResponseEntity<byte[]> fail(Actor actor, @PathVariable TierConfigurationRequestId id, Body body);

  @PostMapping("/{id}/inquire")
  @Users(VENDOR)
  @Refuses(TCR_ILLEGAL_TRANSITION)
  @Operation(summary = "Inquire", description = "Asks the reseller for more.")
  @Returns(value = Void.class, status = HttpStatus.NO_CONTENT)
  ResponseEntity<byte[]> inquire(
      Actor actor, @PathVariable TierConfigurationRequestId id, Body body);

  @PostMapping("/{id}/pend")
  @AnswersForm
  @Refuses(TCR_ILLEGAL_TRANSITION)
  @Operation(summary = "Set to pending", description = AnswersForm.DESCRIPTION + ".")
  @Takes(
      value = TierRequestForms.Answer.class,
      examples = {
        @ExampleObject(name = "With a token", value = "{}"),
        @ExampleObject(
            name = "With a code",
            value = "{\"params\": [{\"id\": \"contact_language\", \"value\": \"fr\"}]}")
      })
  @Returns(value = Void.class, status = HttpStatus.NO_CONTENT)
  ResponseEntity<byte[]> pend(
      Caller caller, @PathVariable TierConfigurationRequestId id, Body body);

  @PostMapping("/{id}/assign")
  @Users(VENDOR)
  @Refuses(TCR_ILLEGAL_TRANSITION)
  @Operation(
      summary = "Assign a tier request",
      description = "To a user of your account, or to yourself if nobody is named.")
  @Takes(
      value = TierRequestForms.Assign.class,
      examples = {
        @ExampleObject(name = "To a colleague", value = "{\"email\": \"mika.laine@example.com\"}"),
        @ExampleObject(name = "To yourself", value = "{}")
      })
  @Returns(value = Void.class, status = HttpStatus.NO_CONTENT)
  ResponseEntity<byte[]> assign(
      Actor actor, @PathVariable TierConfigurationRequestId id, Body body);

  @PostMapping("/{id}/unassign")
  @Users(VENDOR)
  @Refuses(TCR_ILLEGAL_TRANSITION)
  @Operation(summary = "Unassign a tier request", description = "Nobody sees to it from now on.")
  @Returns(value = Void.class, status = HttpStatus.NO_CONTENT)
  ResponseEntity<byte[]> unassign(
      Actor actor, @PathVariable TierConfigurationRequestId id, Body body);

  @PostMapping("/{id}/validate")
  @Users(PORTAL)
  @Refuses({TCR_ILLEGAL_TRANSITION, VALIDATOR_SILENT})
  @Operation(
      summary = "Try values",
      description =
          "Takes over the values that are right; what is wrong with the others is told in their"
              + " `value_error`, and they stay as they were. If the vendor has a webhook that"
              + " validates such requests, it is asked too, also in a dry run.")
  @Takes(
      value = TierRequestForms.Validate.class,
      examples =
          @ExampleObject(
              name = "A value",
              value = "{\"params\": [{\"id\": \"contact_language\", \"value\": \"fr\"}]}"))
  @Returns(TierConfigurationRequestView.class)
  ResponseEntity<byte[]> validate(
      Actor actor, @PathVariable TierConfigurationRequestId id, Body body);

  @PostMapping("/{id}/submit")
  @Users(PORTAL)
  @Refuses({TCR_ILLEGAL_TRANSITION, TCR_INCOMPLETE, TCR_OPEN, TCR_SET_UP})
  @Operation(
      summary = "Submit a draft",
      description = "It goes where it would have gone without a draft.")
  @Returns(TierConfigurationRequestView.class)
  ResponseEntity<byte[]> submit(
      Actor actor, @PathVariable TierConfigurationRequestId id, Body body);
}
