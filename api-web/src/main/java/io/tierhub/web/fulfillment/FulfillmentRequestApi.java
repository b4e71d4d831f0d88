package io.tierhub.web.fulfillment;

import static io.tierhub.kernel.Refusal.ASSET_STATE;
import static io.tierhub.kernel.Refusal.PARENT_NOT_RESELLER;
import static io.tierhub.kernel.Refusal.PARENT_OF_OTHER_REALM;
import static io.tierhub.kernel.Refusal.PRODUCT_STATE;
import static io.tierhub.kernel.Refusal.REQUEST_DUPLICATE;
import static io.tierhub.kernel.Refusal.REQUEST_ILLEGAL_TRANSITION;
import static io.tierhub.kernel.Refusal.REQUEST_INCOMPLETE;
import static io.tierhub.kernel.Refusal.REQUEST_OPEN;
import static io.tierhub.kernel.Refusal.REQUEST_TYPE_NOT_OFFERED;
import static io.tierhub.kernel.Refusal.TEMPLATE_UNKNOWN;
import static io.tierhub.kernel.Refusal.TIERS_INVALID;
import static io.tierhub.kernel.Refusal.TREE_TOO_DEEP;
import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.fulfillment.FulfillmentRequestField;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.kernel.Actor;
import io.tierhub.web.claim.ClaimForm;
import io.tierhub.web.form.AnsweredView;
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

/** What distributors order and vendors answer. */
@Tag(
    name = "Assets and orders",
    description = "What distributors order, what vendors answer, and the assets that come of it")
@RequestMapping("/public/v1/requests")
@Users({PORTAL, VENDOR, OPS})
interface FulfillmentRequestApi {

  @GetMapping
  @Filterable(FulfillmentRequestField.class)
  @Operation(
      summary = "List requests",
      description = "A vendor asks `status=pending` for what waits for it. Oldest first.")
  @Returns(FulfillmentRequestView[].class)
  ResponseEntity<byte[]> list(Actor actor, ListQuery query);

  @PostMapping("/claim")
  @Users(VENDOR)
  @Filterable(FulfillmentRequestField.class)
  @Operation(
      summary = "Claim orders",
      description =
          "For workers that share the work: takes the oldest that are pending and match the filter,"
              + " which is that of the list, and holds them for `seconds` under one lease. No other"
              + " claim finds them until it ends; renew it at `/leases/{id}/renew` if you need"
              + " longer. Send it as `X-Lease` when you answer, and an answer that comes too late is"
              + " refused. Lists show claimed requests as ever, and whoever sends no `X-Lease` is"
              + " not held up. `lease` is left out when there is nothing to claim.")
  @Takes(ClaimForm.class)
  @Returns(ClaimedRequestsView.class)
  ResponseEntity<byte[]> claim(Actor actor, ListQuery query, Body body);

  @PostMapping
  @Refuses({
    REQUEST_DUPLICATE,
    REQUEST_OPEN,
    ASSET_STATE,
    REQUEST_TYPE_NOT_OFFERED,
    TIERS_INVALID,
    PRODUCT_STATE,
    PARENT_NOT_RESELLER,
    PARENT_OF_OTHER_REALM,
    TREE_TOO_DEEP
  })
  @Users({PORTAL, VENDOR})
  @Operation(
      summary = "Order a product, or a change",
      description =
          "A purchase makes an asset, and the request that asks the vendor for it. `tiers` name accounts by id,"
              + " `external_uid` or `external_id`: an existing account is used as it is (`warnings`"
              + " say what was ignored), a missing one is created, each below the next tier. Tiers"
              + " that are left out are taken from the tree above the customer. Ordering the same"
              + " `external_uid` again answers 409 with the ids of the first order. `change`,"
              + " `suspend` and `cancel` want an active asset, `resume` a suspended one;"
              + " `adjustment` is the vendor's. An asset has one open request: a second one answers"
              + " 409 and names it. With `dry_run=true` nothing is kept.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(oneOf = {PurchaseForm.class, AssetRequestForm.class}),
              examples = {
                @ExampleObject(name = "For a known customer", value = RequestExamples.BY_ID),
                @ExampleObject(name = "For a new customer", value = RequestExamples.INLINE),
                @ExampleObject(name = "A change", value = RequestExamples.CHANGE),
                @ExampleObject(name = "A suspension", value = RequestExamples.SUSPEND),
                @ExampleObject(name = "A resumption", value = RequestExamples.RESUME),
                @ExampleObject(name = "A cancellation", value = RequestExamples.CANCEL),
                @ExampleObject(name = "A vendor's adjustment", value = RequestExamples.ADJUSTMENT)
              }))
  @Returns(value = FulfillmentRequestView.class, status = HttpStatus.CREATED)
  ResponseEntity<byte[]> order(Actor actor, Body body);

  @GetMapping("/{id}")
  @Operation(
      summary = "Get a request",
      description = "With its asset, and the tiers' accounts as they are now.")
  @Returns(FulfillmentRequestView.class)
  ResponseEntity<byte[]> get(Actor actor, @PathVariable FulfillmentRequestId id);

  @PutMapping("/{id}")
  @Refuses(REQUEST_ILLEGAL_TRANSITION)
  @Users({PORTAL, VENDOR})
  @Operation(
      summary = "Give values",
      description =
          "The vendor gives fulfillment values and errors while it is pending, and its `note` while"
              + " it is open; the distributor ordering values while it is a draft or inquiring. What"
              + " is not listed stays; unchanged values may be sent back.")
  @Takes(
      value = EditForm.class,
      examples =
          @ExampleObject(
              name = "A fulfillment value",
              value =
                  "{\"asset\": {\"params\": [{\"id\": \"tenant_id\", \"value\": \"T-4711\"}]},"
                      + " \"note\": \"Made by hand.\"}"))
  @Returns(FulfillmentRequestView.class)
  ResponseEntity<byte[]> edit(Actor actor, @PathVariable FulfillmentRequestId id, Body body);

  @PostMapping("/{id}/approve")
  @Refuses({REQUEST_ILLEGAL_TRANSITION, REQUEST_INCOMPLETE, TEMPLATE_UNKNOWN})
  @Users(VENDOR)
  @Operation(
      summary = "Approve a request",
      description =
          "The vendor did what a pending request asks. Every required parameter of the asset must"
              + " have a value by now, unless it is a suspension or a cancellation. The asset becomes what"
              + " was asked for. No body is needed.")
  @Takes(
      value = ApproveForm.class,
      examples = {
        @ExampleObject(name = "With the default template", value = "{}"),
        @ExampleObject(name = "With a template", value = "{\"template_id\": \"TL-551-876-782\"}")
      })
  @Returns(FulfillmentRequestView.class)
  ResponseEntity<byte[]> approve(Actor actor, @PathVariable FulfillmentRequestId id, Body body);

  @PostMapping("/{id}/inquire")
  @Refuses({REQUEST_ILLEGAL_TRANSITION, TEMPLATE_UNKNOWN})
  @Users(VENDOR)
  @Operation(
      summary = "Inquire",
      description = "Asks the customer for more: for what has a `value_error`, or is missing.")
  @Takes(
      value = InquireForm.class,
      examples = {
        @ExampleObject(name = "With the default template", value = "{}"),
        @ExampleObject(name = "With a template", value = "{\"template_id\": \"TL-551-876-782\"}")
      })
  @Returns(FulfillmentRequestView.class)
  ResponseEntity<byte[]> inquire(Actor actor, @PathVariable FulfillmentRequestId id, Body body);

  @PostMapping("/{id}/pend")
  @Refuses(REQUEST_ILLEGAL_TRANSITION)
  @AnswersForm
  @Operation(
      summary = "Set to pending",
      description = AnswersForm.DESCRIPTION + ", and only `id`, `type` and `status` are answered.")
  @Takes(
      value = AnswerForm.class,
      examples = {
        @ExampleObject(name = "With a token", value = "{}"),
        @ExampleObject(
            name = "With a code",
            value =
                "{\"asset\": {\"params\": [{\"id\": \"domain\", \"value\":"
                    + " \"bakeriet.example\"}]}}")
      })
  @Returns(value = FulfillmentRequestView.class, or = AnsweredView.class)
  ResponseEntity<byte[]> pend(Caller caller, @PathVariable FulfillmentRequestId id, Body body);

  @PostMapping({"/{id}/submit", "/{id}/purchase"})
  @Refuses({REQUEST_ILLEGAL_TRANSITION, REQUEST_INCOMPLETE, TIERS_INVALID})
  @Users(PORTAL)
  @Operation(
      summary = "Submit a draft",
      description =
          "Its distributor only. From then on it is as if it had just been ordered: it waits for its"
              + " tiers, or its customer is asked for values, or it is pending. Refused while a"
              + " value has an error, and if the product is not sold any more. `purchase` is the"
              + " same.")
  @Returns(FulfillmentRequestView.class)
  ResponseEntity<byte[]> submit(Actor actor, @PathVariable FulfillmentRequestId id, Body body);

  @PostMapping("/{id}/assign")
  @Refuses(REQUEST_ILLEGAL_TRANSITION)
  @Users(VENDOR)
  @Operation(
      summary = "Assign a request",
      description = "To a user of your account, or to yourself if nobody is named.")
  @Takes(
      value = AssignForm.class,
      examples = {
        @ExampleObject(name = "To a colleague", value = "{\"email\": \"mika.laine@example.com\"}"),
        @ExampleObject(name = "To yourself", value = "{}")
      })
  @Returns(FulfillmentRequestView.class)
  ResponseEntity<byte[]> assign(Actor actor, @PathVariable FulfillmentRequestId id, Body body);

  @PostMapping("/{id}/unassign")
  @Refuses(REQUEST_ILLEGAL_TRANSITION)
  @Users(VENDOR)
  @Operation(summary = "Unassign a request", description = "Nobody sees to it from now on.")
  @Returns(FulfillmentRequestView.class)
  ResponseEntity<byte[]> unassign(Actor actor, @PathVariable FulfillmentRequestId id, Body body);

  @PostMapping("/{id}/validate")
  @Refuses(REQUEST_ILLEGAL_TRANSITION)
  @Users(PORTAL)
  @Operation(
      summary = "Try values",
      description =
          "Takes over the values that are right; what is wrong with the others is told in their"
              + " `value_error`, and they stay as they were. For drafts and inquiries.")
  @Takes(
      value = ValidateForm.class,
      examples =
          @ExampleObject(
              name = "A value",
              value =
                  "{\"asset\": {\"params\": [{\"id\": \"domain\", \"value\":"
                      + " \"bakeriet.example\"}]}}"))
  @Returns(FulfillmentRequestView.class)
  ResponseEntity<byte[]> validate(Actor actor, @PathVariable FulfillmentRequestId id, Body body);

  @PostMapping("/{id}/fail")
  @Refuses(REQUEST_ILLEGAL_TRANSITION)
  @Users({VENDOR, PORTAL})
  @Operation(
      summary = "Fail a request",
      description =
          "It will not be done, for good. A failed purchase terminates its asset; any other leaves it"
              + " as it was. A distributor may"
              + " fail its own order while it is in `tiers_setup` or `inquiring`.")
  @Takes(
      value = FailForm.class,
      examples =
          @ExampleObject(
              name = "With a reason",
              value = "{\"reason\": \"The customer is not eligible.\"}"))
  @Returns(FulfillmentRequestView.class)
  ResponseEntity<byte[]> fail(Actor actor, @PathVariable FulfillmentRequestId id, Body body);
}
