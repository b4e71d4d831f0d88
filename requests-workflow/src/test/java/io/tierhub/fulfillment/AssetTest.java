package io.tierhub.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tierhub.fulfillment.Asset.Action;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import io.tierhub.parameter.ParameterValue;
import io.tierhub.parameter.ParameterValues;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssetTest {

  private static final Instant LATER = AnOrder.NOON.plusSeconds(5);

  /** A dash is a refusal. */
  private static final String MATRIX =
      """
      .            PROCESS     ACTIVATE  ABANDON     SUSPEND    RESUME  CANCEL       TERMINATE   KEEP
      DRAFT        PROCESSING  -         -           -          -       -            -           -
      PROCESSING   -           ACTIVE    TERMINATED  -          -       -            -           -
      ACTIVE       -           -         -           SUSPENDED  -       TERMINATING  -           -
      TERMINATING  -           -         -           -          -       -            TERMINATED  ACTIVE
      SUSPENDED    -           -         -           -          ACTIVE  -            -           -
      TERMINATED   -           -         -           -          -       -            -           -
      """;

  @Test
  void theLifecycleIsExactlyThisTable() {
    StringBuilder table = new StringBuilder(".");
    for (Action action : Action.values()) {
      table.append(' ').append(action);
    }
    for (AssetStatus from : AssetStatus.values()) {
      table.append('\n').append(from);
      for (Action action : Action.values()) {
        table.append(' ').append(Asset.LIFECYCLE.peek(from, action).map(Enum::name).orElse("-"));
      }
    }
    assertThat(table.toString()).isEqualToIgnoringWhitespace(MATRIX);
  }

  @Test
  void theAggregateHasNoWayPastTheTable() {
    for (AssetStatus from : AssetStatus.values()) {
      for (Action action : Action.values()) {
        Asset asset = AnOrder.asset(from);
        var to = Asset.LIFECYCLE.peek(from, action);
        Refused refused = catchThrowableOfType(Refused.class, () -> asset.take(action, LATER));
        assertThat(asset.status()).isEqualTo(to.orElse(from));
        if (to.isPresent()) {
          assertThat(refused).isNull();
          assertThat(asset.snapshot().updated()).isEqualTo(LATER);
        } else {
          assertThat(refused.why()).isEqualTo(Refusal.ASSET_STATE);
          assertThat(asset.snapshot().updated()).isEqualTo(AnOrder.NOON);
        }
      }
    }
  }

  /** Which request an asset takes, and what becomes of it: at once, if approved, if failed. */
  private static final String REQUESTS =
      """
      .            PURCHASE  CHANGE  SUSPEND  RESUME  CANCEL       ADJUSTMENT  RENEW  TRANSFER
      DRAFT        -         -       -        -       -            -           -      -
      PROCESSING   -         -       -        -       -            -           -      -
      ACTIVE       -         ACTIVE  ACTIVE   -       TERMINATING  ACTIVE      -      -
      TERMINATING  -         -       -        -       -            -           -      -
      SUSPENDED    -         -       -        SUSPENDED  -         -           -      -
      TERMINATED   -         -       -        -       -            -           -      -
      """;

  @Test
  void whatCanBeRequestedOfAnAssetIsExactlyThis() {
    StringBuilder table = new StringBuilder(".");
    for (FulfillmentRequestType type : FulfillmentRequestType.values()) {
      table.append(' ').append(type);
    }
    for (AssetStatus from : AssetStatus.values()) {
      table.append('\n').append(from);
      for (FulfillmentRequestType type : FulfillmentRequestType.values()) {
        Asset asset = AnOrder.asset(from);
        Refused refused = catchThrowableOfType(Refused.class, () -> asset.requested(type, LATER));
        table.append(' ').append(refused == null ? asset.status() : "-");
        if (refused != null) {
          assertThat(refused.why()).isEqualTo(Refusal.ASSET_STATE);
          assertThat(refused.allowed()).doesNotContain(type.wire());
          assertThat(asset.status()).isEqualTo(from);
        }
      }
    }
    assertThat(table.toString()).isEqualToIgnoringWhitespace(REQUESTS);
  }

  @Test
  void aRefusedRequestSaysWhichTypesAreTaken() {
    assertThat(refused(AssetStatus.ACTIVE).allowed())
        .containsExactly("change", "suspend", "cancel", "adjustment");
    assertThat(refused(AssetStatus.SUSPENDED).allowed()).containsExactly("resume");
    assertThat(refused(AssetStatus.TERMINATED).allowed()).isEmpty();
  }

  private static Refused refused(AssetStatus status) {
    return catchThrowableOfType(
        Refused.class, () -> AnOrder.asset(status).requested(FulfillmentRequestType.RENEW, LATER));
  }

  /** The status from which the request is decided, if it is approved, and if it failed. */
  private static final String DECISIONS =
      """
      PURCHASE    PROCESSING   ACTIVE      TERMINATED
      CHANGE      ACTIVE       ACTIVE      ACTIVE
      SUSPEND     ACTIVE       SUSPENDED   ACTIVE
      RESUME      SUSPENDED    ACTIVE      SUSPENDED
      CANCEL      TERMINATING  TERMINATED  ACTIVE
      ADJUSTMENT  ACTIVE       ACTIVE      ACTIVE
      """;

  @Test
  void whatBecomesOfAnAssetIsDecidedByItsRequests() {
    StringBuilder table = new StringBuilder();
    for (FulfillmentRequestType type : FulfillmentRequestType.values()) {
      if (!type.isOffered()) {
        continue;
      }
      AssetStatus from = beforeDecision(type);
      Asset approved = AnOrder.asset(from);
      approved.approved(AnOrder.next(type), LATER);
      Asset failed = AnOrder.asset(from);
      failed.failed(type, LATER);
      table
          .append(type + " " + from + " " + approved.status() + " " + failed.status())
          .append('\n');
      assertThat(approved.snapshot().updated()).isEqualTo(LATER);
      assertThat(approved.values().hasValue("domain")).isTrue();
      assertThat(failed.values().isEmpty()).as("nothing had changed").isTrue();
      assertThat(failed.items()).isEqualTo(AnOrder.asset().items());
    }
    assertThat(table.toString()).isEqualToIgnoringWhitespace(DECISIONS);
  }

  private static AssetStatus beforeDecision(FulfillmentRequestType type) {
    if (type == FulfillmentRequestType.PURCHASE) {
      return AssetStatus.PROCESSING;
    }
    Asset asset = AnOrder.asset(type.takenBy().orElseThrow());
    asset.requested(type, AnOrder.NOON);
    return asset.status();
  }

  @Test
  void whatIsTakenAwayIsGoneWithTheApprovalAndSoAreErrors() {
    Asset asset = AnOrder.asset(AssetStatus.ACTIVE);
    OrderedItem away = asset.items().getFirst().becoming(Quantity.NONE);
    ParameterValue wrong = ParameterValue.of("domain", "example.org").withError("No.", null);
    FulfillmentRequest change =
        AnOrder.request(FulfillmentRequestStatus.APPROVED)
            .next(
                FulfillmentRequestType.CHANGE,
                List.of(away),
                ParameterValues.of(wrong),
                new Stamp(AnOrder.NOON, null));
    asset.approved(change, LATER);
    assertThat(asset.items()).isEmpty();
    assertThat(asset.values())
        .isEqualTo(ParameterValues.of(ParameterValue.of("domain", "example.org")));
  }

  @Test
  void nobodyTouchesAnAssetDirectly() {
    for (AssetStatus from : AssetStatus.values()) {
      assertThat(Asset.LIFECYCLE.allowed(from)).isEmpty();
    }
  }

  @Test
  void aPurchaseIsProcessedAndItsItemsWereNotThereBefore() {
    Asset asset = AnOrder.asset();
    assertThat(asset.status()).isEqualTo(AssetStatus.PROCESSING);
    assertThat(asset.items())
        .singleElement()
        .satisfies(item -> {
          assertThat(item.oldQuantity()).isEqualTo(Quantity.NONE);
          assertThat(item.quantity().value()).isEqualTo("5");
          assertThat(item.globalId()).isEqualTo(item.id());
        });
  }
}
