package io.tierhub.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tierhub.fulfillment.Asset.Action;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import java.time.Instant;
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
