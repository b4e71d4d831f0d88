package io.tierhub.fulfillment;

import static io.tierhub.fulfillment.AnOrder.DISTRIBUTOR;
import static io.tierhub.fulfillment.AnOrder.NOON;
import static io.tierhub.fulfillment.AnOrder.OPS;
import static io.tierhub.fulfillment.AnOrder.VENDOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tierhub.fulfillment.FulfillmentRequest.Action;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import io.tierhub.kernel.UserRef;
import io.tierhub.parameter.ParameterValue;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.tierconfig.Tile;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FulfillmentRequestTest {

  private static final Instant LATER = NOON.plusSeconds(5);

  /** A dash is a refusal. */
  private static final String MATRIX =
      """
      .            SUBMIT   PARK         RELEASE  ASK        INQUIRE    PEND     APPROVE   FAIL    SCHEDULE   COME_DUE  REVOKE    CONFIRM  FALL
      DRAFT        PENDING  -            -        -          -          -        -         -       -          -         -         -        -
      TIERS_SETUP  -        -            PENDING  -          -          -        -         FAILED  -          -         -         -        FAILED
      INQUIRING    -        -            -        -          -          PENDING  -         FAILED  -          -         -         -        -
      PENDING      -        TIERS_SETUP  -        INQUIRING  INQUIRING  -        APPROVED  FAILED  SCHEDULED  -         -         -        -
      APPROVED     -        -            -        -          -          -        -         -       -          -         -         -        -
      FAILED       -        -            -        -          -          -        -         -       -          -         -         -        -
      SCHEDULED    -        -            -        -          -          -        -         -       -          PENDING   REVOKING  -        -
      REVOKING     -        -            -        -          -          -        -         -       -          -         -         REVOKED  -
      REVOKED      -        -            -        -          -          -        -         -       -          -         -         -        -
      """;

  private static final String ACTORS =
      """
      SUBMIT   [DISTRIBUTOR]
      PARK     []
      RELEASE  []
      ASK      []
      INQUIRE  [VENDOR]
      PEND     [VENDOR, DISTRIBUTOR]
      APPROVE  [VENDOR]
      FAIL     [VENDOR, DISTRIBUTOR]
      SCHEDULE [VENDOR]
      COME_DUE []
      REVOKE   [DISTRIBUTOR]
      CONFIRM  [VENDOR]
      FALL     []
      """;

  @Test
  void theLifecycleIsExactlyThisTable() {
    StringBuilder table = new StringBuilder(".");
    for (Action action : Action.values()) {
      table.append(' ').append(action);
    }
    for (FulfillmentRequestStatus from : FulfillmentRequestStatus.values()) {
      table.append('\n').append(from);
      for (Action action : Action.values()) {
        table
            .append(' ')
            .append(FulfillmentRequest.LIFECYCLE.peek(from, action).map(Enum::name).orElse("-"));
      }
    }
    assertThat(table.toString()).isEqualToIgnoringWhitespace(MATRIX);
  }

  @Test
  void whoMayTakeWhichActionIsExactlyThis() {
    StringBuilder table = new StringBuilder();
    for (Action action : Action.values()) {
      List<Role> actors = FulfillmentRequest.LIFECYCLE.actors(action).stream().sorted().toList();
      table.append(action).append(' ').append(actors).append('\n');
    }
    assertThat(table.toString()).isEqualToIgnoringWhitespace(ACTORS);
  }

  @Test
  void theAggregateHasNoWayPastTheTable() {
    for (FulfillmentRequestStatus from : FulfillmentRequestStatus.values()) {
      for (Action action : Action.values()) {
        if (FulfillmentRequest.LIFECYCLE.actors(action).isEmpty()) {
          continue; // The system's own; no verb of the aggregate takes them yet.
        }
        FulfillmentRequest request = AnOrder.request(from);
        var to = FulfillmentRequest.LIFECYCLE.peek(from, action);
        Refused refused = catchThrowableOfType(Refused.class, () -> act(request, action));
        assertThat(request.status()).isEqualTo(to.orElse(from));
        if (to.isPresent()) {
          assertThat(refused).isNull();
          assertThat(request.snapshot().updated()).isEqualTo(LATER);
        } else {
          assertThat(refused.why()).isEqualTo(Refusal.REQUEST_ILLEGAL_TRANSITION);
          assertThat(request.snapshot().updated()).isEqualTo(NOON);
        }
      }
    }
  }

  private static void act(FulfillmentRequest request, Action action) {
    Set<Role> actors = FulfillmentRequest.LIFECYCLE.actors(action);
    Actor actor = actors.contains(Role.VENDOR) ? VENDOR : DISTRIBUTOR;
    switch (action) {
      case APPROVE -> request.approve(actor, AnOrder.TILE, null, LATER);
      case FAIL -> request.fail(actor, "No.", LATER);
      case INQUIRE -> request.inquire(actor, AnOrder.TILE, LATER);
      case PEND -> request.pend(actor, LATER);
      case SUBMIT, PARK, RELEASE, ASK, SCHEDULE, COME_DUE, REVOKE, CONFIRM ->
          request.take(action, actor, LATER);
    }
  }

  @Test
  void aPurchaseIsPendingAndNumberedWithinItsAsset() {
    FulfillmentRequest request = AnOrder.request();
    assertThat(request.status()).isEqualTo(FulfillmentRequestStatus.PENDING);
    assertThat(request.id().value()).isEqualTo("PR-1895-0864-1238-001");
  }

  @Test
  void theNextRequestOfAnAssetNamesTheLastThatWasApproved() {
    Stamp later = new Stamp(LATER, DISTRIBUTOR.user());
    FulfillmentRequest change = AnOrder.next(FulfillmentRequestType.CHANGE);
    assertThat(change.id().value()).isEqualTo("PR-1895-0864-1238-002");
    assertThat(change.status()).isEqualTo(FulfillmentRequestStatus.PENDING);
    assertThat(change.snapshot().previousApproved()).isEqualTo(AnOrder.request().id());
    change.fail(VENDOR, "No.", LATER);
    FulfillmentRequest next =
        change.next(FulfillmentRequestType.CANCEL, change.items(), change.values(), later);
    assertThat(next.id().value()).isEqualTo("PR-1895-0864-1238-003");
    assertThat(next.snapshot().previousApproved())
        .as("the failed one is passed over")
        .isEqualTo(AnOrder.request().id());
    assertThat(AnOrder.request().snapshot().previousApproved()).isNull();
    assertThatIllegalStateException()
        .as("the asset's row is locked, and this was asked before")
        .isThrownBy(
            () -> next.next(FulfillmentRequestType.CHANGE, next.items(), next.values(), later));
  }

  @Test
  void aRefusedTransitionSaysWhatIsAllowed() {
    assertThat(FulfillmentRequest.LIFECYCLE.allowed(FulfillmentRequestStatus.PENDING))
        .containsExactly("inquire", "approve", "fail", "schedule");
    assertThat(FulfillmentRequest.LIFECYCLE.allowed(FulfillmentRequestStatus.FAILED)).isEmpty();
  }

  @Test
  void anApprovalHoldsFromNowOnUnlessAnotherMomentIsSaid() {
    FulfillmentRequest now = AnOrder.request();
    now.approve(VENDOR, AnOrder.TILE, null, LATER);
    assertThat(now.snapshot().effectiveDate()).isEqualTo(LATER);
    FulfillmentRequest then = AnOrder.request();
    then.approve(VENDOR, AnOrder.TILE, NOON, LATER);
    assertThat(then.snapshot().effectiveDate()).isEqualTo(NOON);
  }

  @Test
  void onlyTheVendorApproves() {
    for (Actor other : List.of(DISTRIBUTOR, OPS)) {
      Refused refused =
          catchThrowableOfType(
              Refused.class, () -> AnOrder.request().approve(other, AnOrder.TILE, null, LATER));
      assertThat(refused.why()).isEqualTo(Refusal.FORBIDDEN);
    }
  }

  @Test
  void aDistributorFailsItsOrderUntilTheVendorHasIt() {
    for (FulfillmentRequestStatus from :
        List.of(FulfillmentRequestStatus.TIERS_SETUP, FulfillmentRequestStatus.INQUIRING)) {
      FulfillmentRequest request = AnOrder.request(from);
      request.fail(DISTRIBUTOR, "Mistake.", LATER);
      assertThat(request.status()).isEqualTo(FulfillmentRequestStatus.FAILED);
      assertThat(request.snapshot().reason()).isEqualTo("Mistake.");
    }
    FulfillmentRequest pending = AnOrder.request();
    Refused refused =
        catchThrowableOfType(Refused.class, () -> pending.fail(DISTRIBUTOR, "Mistake.", LATER));
    assertThat(refused.why()).isEqualTo(Refusal.REQUEST_ILLEGAL_TRANSITION);
    assertThat(pending.status()).isEqualTo(FulfillmentRequestStatus.PENDING);
    assertThat(catchThrowableOfType(Refused.class, () -> pending.fail(OPS, "No.", LATER)).why())
        .isEqualTo(Refusal.FORBIDDEN);
  }

  @Test
  void theCustomerIsShownWhatItIsAskedWithAndThenWhatCameOfIt() {
    FulfillmentRequest request = AnOrder.request();
    Tile asking = new Tile("TL-000-000-002", "Asking", "");
    request.inquire(VENDOR, asking, LATER);
    assertThat(request.snapshot().tile()).isEqualTo(asking);
    request.pend(DISTRIBUTOR, LATER);
    assertThat(request.snapshot().tile()).isNull();
    request.approve(VENDOR, AnOrder.TILE, null, LATER);
    assertThat(request.snapshot().tile()).isEqualTo(AnOrder.TILE);
  }

  @Test
  void aVendorsUserSeesToItWhileItIsOpen() {
    FulfillmentRequest request = AnOrder.request();
    UserRef mika = new UserRef("UR-1", "Mika");
    assertThat(request.assign(VENDOR, mika, LATER)).isTrue();
    assertThat(request.assign(VENDOR, mika, LATER)).isFalse();
    assertThat(request.snapshot().assignee()).isEqualTo(mika);
    assertThat(request.assign(VENDOR, null, LATER)).isTrue();
    assertThat(request.snapshot().assignee()).isNull();
    for (Actor other : List.of(DISTRIBUTOR, OPS)) {
      assertThat(
              catchThrowableOfType(Refused.class, () -> request.assign(other, mika, LATER)).why())
          .isEqualTo(Refusal.FORBIDDEN);
    }
    FulfillmentRequest done = AnOrder.request(FulfillmentRequestStatus.APPROVED);
    assertThat(catchThrowableOfType(Refused.class, () -> done.assign(VENDOR, mika, LATER)).why())
        .isEqualTo(Refusal.REQUEST_ILLEGAL_TRANSITION);
  }

  @Test
  void valuesAreTheDistributorsToGiveUntilTheVendorHasTheRequest() {
    for (FulfillmentRequestStatus status : FulfillmentRequestStatus.values()) {
      FulfillmentRequest request = AnOrder.request(status);
      assertThat(mayFill(request, DISTRIBUTOR))
          .isEqualTo(
              status == FulfillmentRequestStatus.DRAFT
                  || status == FulfillmentRequestStatus.INQUIRING);
      assertThat(mayFill(request, VENDOR)).isEqualTo(status == FulfillmentRequestStatus.PENDING);
      assertThat(catchThrowableOfType(Refused.class, () -> request.requireFillable(OPS)).why())
          .isEqualTo(Refusal.FORBIDDEN);
    }
  }

  private static boolean mayFill(FulfillmentRequest request, Actor actor) {
    Refused refused = catchThrowableOfType(Refused.class, () -> request.requireFillable(actor));
    if (refused != null) {
      assertThat(refused.why()).isEqualTo(Refusal.REQUEST_ILLEGAL_TRANSITION);
    }
    return refused == null;
  }

  @Test
  void theSameValuesAreNoChange() {
    FulfillmentRequest request = AnOrder.request();
    ParameterValues given = ParameterValues.of(ParameterValue.of("domain", "example.org"));
    assertThat(request.carry(given, LATER)).isTrue();
    assertThat(request.carry(given, LATER.plusSeconds(1))).isFalse();
    assertThat(request.values()).isEqualTo(given);
    assertThat(request.snapshot().updated()).isEqualTo(LATER);
  }

  @Test
  void theNoteIsTheVendorsWhileTheRequestIsOpen() {
    FulfillmentRequest request = AnOrder.request();
    assertThat(request.annotate(VENDOR, "Asked sales.", LATER)).isTrue();
    assertThat(request.annotate(VENDOR, "Asked sales.", LATER)).isFalse();
    assertThat(request.annotate(DISTRIBUTOR, "Asked sales.", LATER)).as("sent back").isFalse();
    assertThat(request.annotate(VENDOR, "", LATER)).isTrue();
    assertThat(request.snapshot().note()).isNull();
    assertThat(
            catchThrowableOfType(Refused.class, () -> request.annotate(DISTRIBUTOR, "x", LATER))
                .why())
        .isEqualTo(Refusal.FORBIDDEN);
    for (FulfillmentRequestStatus closed :
        List.of(
            FulfillmentRequestStatus.APPROVED,
            FulfillmentRequestStatus.FAILED,
            FulfillmentRequestStatus.REVOKED)) {
      FulfillmentRequest done = AnOrder.request(closed);
      assertThat(catchThrowableOfType(Refused.class, () -> done.annotate(VENDOR, "x", LATER)).why())
          .isEqualTo(Refusal.REQUEST_ILLEGAL_TRANSITION);
    }
  }
}
