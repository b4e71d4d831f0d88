package io.tierhub.web.tieraccountrequest;

import static io.tierhub.kernel.Refusal.ACCOUNT_EXISTS;
import static io.tierhub.kernel.Refusal.ACCOUNT_FIELD_FIXED;
import static io.tierhub.kernel.Refusal.ACCOUNT_TYPE_IN_USE;
import static io.tierhub.kernel.Refusal.CYCLE_IN_TREE;
import static io.tierhub.kernel.Refusal.NOT_FOUND;
import static io.tierhub.kernel.Refusal.PARENT_NOT_FOUND;
import static io.tierhub.kernel.Refusal.PARENT_NOT_RESELLER;
import static io.tierhub.kernel.Refusal.PARENT_OF_OTHER_REALM;
import static io.tierhub.kernel.Refusal.PARENT_REQUIRED;
import static io.tierhub.kernel.Refusal.TAR_ILLEGAL_TRANSITION;
import static io.tierhub.kernel.Refusal.TAR_NOTHING_CHANGED;
import static io.tierhub.kernel.Refusal.TREE_TOO_DEEP;
import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.kernel.Actor;
import io.tierhub.tieraccountrequest.TierAccountRequestField;
import io.tierhub.tieraccountrequest.TierAccountRequestId;
import io.tierhub.web.claim.ClaimForm;
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

/** What tells vendors that an account changed. */
@Tag(
    name = "Tier account requests",
    description = "What tells each vendor, per product, that an account changed")
@RequestMapping("/public/v1/tier/account-requests")
@Users({PORTAL, VENDOR, OPS})
interface TierAccountRequestApi {

  @GetMapping
  @Filterable(TierAccountRequestField.class)
  @Operation(
      summary = "List account requests",
      description = "A vendor asks `status=pending` for what waits for it. Oldest first.")
  @Returns(TierAccountRequestView[].class)
  ResponseEntity<byte[]> list(Actor actor, ListQuery query);

  @PostMapping("/claim")
  @Users(VENDOR)
  @Filterable(TierAccountRequestField.class)
  @Operation(
      summary = "Claim account requests",
      description =
          "For workers that share the work: takes the oldest that are pending and match the filter,"
              + " which is that of the list, and holds them for `seconds` under one lease. No other"
              + " claim finds them until it ends; renew it at `/leases/{id}/renew` if you need"
              + " longer. Send it as `X-Lease` when you answer, and an answer that comes too late is"
              + " refused. Lists show claimed requests as ever, and whoever sends no `X-Lease` is"
              + " not held up. `lease` is left out when there is nothing to claim.")
  @Takes(ClaimForm.class)
  @Returns(ClaimedAccountRequestsView.class)
  ResponseEntity<byte[]> claim(Actor actor, ListQuery query, Body body);

  @PostMapping
  @Users(PORTAL)
  @Refuses({
    TAR_NOTHING_CHANGED,
    ACCOUNT_EXISTS,
    ACCOUNT_FIELD_FIXED,
    ACCOUNT_TYPE_IN_USE,
    CYCLE_IN_TREE,
    NOT_FOUND,
    PARENT_NOT_FOUND,
    PARENT_NOT_RESELLER,
    PARENT_OF_OTHER_REALM,
    PARENT_REQUIRED,
    TREE_TOO_DEEP
  })
  @Operation(
      summary = "Report an account change",
      description =
          "Changes the account at once, as a PUT on it does, and answers the requests it raised: an"
              + " array with one per product, empty if the account stands in no unterminated asset."
              + " A report that changes nothing is refused with `TAR_004`.")
  @Takes(
      value = ReportForm.class,
      examples =
          @ExampleObject(
              name = "A new city",
              value =
                  """
                  {
                    "type": "update",
                    "account": {
                      "id": "TA-6458-9737-0065",
                      "contact_info": {"city": "Girona", "postal_code": "17001"}
                    }
                  }
                  """))
  @Returns(value = TierAccountRequestView[].class, status = HttpStatus.CREATED)
  ResponseEntity<byte[]> report(Actor actor, Body body);

  @GetMapping("/{id}")
  @Operation(
      summary = "Get an account request",
      description = "`account` is the account as this change left it, whatever happened since.")
  @Returns(TierAccountRequestView.class)
  ResponseEntity<byte[]> get(Actor actor, @PathVariable TierAccountRequestId id);

  @PostMapping("/{id}/accept")
  @Users(VENDOR)
  @Refuses(TAR_ILLEGAL_TRANSITION)
  @Operation(
      summary = "Accept an account request",
      description = "Says that you took the change over. The account is not touched.")
  @Returns(TierAccountRequestView.class)
  ResponseEntity<byte[]> accept(Actor actor, @PathVariable TierAccountRequestId id, Body body);

  @PostMapping("/{id}/ignore")
  @Users(VENDOR)
  @Refuses(TAR_ILLEGAL_TRANSITION)
  @Operation(
      summary = "Ignore an account request",
      description = "Says that you did not take the change over, and why. The account keeps it.")
  @Takes(IgnoreForm.class)
  @Returns(TierAccountRequestView.class)
  ResponseEntity<byte[]> ignore(Actor actor, @PathVariable TierAccountRequestId id, Body body);

  @GetMapping("/{id}/diff")
  @Operation(
      summary = "See what changed",
      description =
          "The members in which the account differs from the version before, in words too.")
  @Returns(TierAccountRequestView.Diff.class)
  ResponseEntity<byte[]> diff(Actor actor, @PathVariable TierAccountRequestId id);
}
