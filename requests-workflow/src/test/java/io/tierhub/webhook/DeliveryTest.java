package io.tierhub.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {

  private static final Instant MADE = Instant.parse("2026-11-29T10:00:00Z");

  private static Delivery of(DeliveryKind kind) {
    return Delivery.restore(
        new Delivery.Snapshot(
            DeliveryId.of(new WebhookId("WH-001-002-003"), 7),
            kind,
            null,
            DeliveryStatus.WAITING,
            0,
            MADE,
            MADE,
            null));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1})
  void isTriedForThreeDaysEachTimeLater(double jitter) {
    Delivery delivery = of(DeliveryKind.EVENT);
    Instant now = MADE;
    Duration last = Duration.ZERO;
    int tries = 0;
    while (delivery.status() == DeliveryStatus.WAITING) {
      delivery.failed(now, jitter);
      tries++;
      Instant due = delivery.snapshot().due();
      if (due != null) {
        Duration pause = Duration.between(now, due);
        assertThat(due).isAfter(now).isBeforeOrEqualTo(MADE.plus(Delivery.LIFE));
        boolean isLast = due.equals(MADE.plus(Delivery.LIFE));
        assertThat(isLast || pause.compareTo(last) >= 0).isTrue();
        last = pause;
        now = due;
      }
    }
    assertThat(delivery.status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(Duration.between(MADE, now)).isEqualTo(Delivery.LIFE);
    assertThat(tries).isBetween(12, 17);
    assertThat(delivery.snapshot().tries()).isEqualTo(tries);
    assertThat(delivery.snapshot().finished()).isEqualTo(now);
  }

  @Test
  void isDoneOnceItIsTaken() {
    Delivery delivery = of(DeliveryKind.EVENT);
    delivery.failed(MADE, 0.5);
    delivery.delivered(MADE.plusSeconds(5));
    assertThat(delivery.snapshot().tries()).isEqualTo(2);
    assertThat(delivery.snapshot().due()).isNull();
    assertThat(delivery.status()).isEqualTo(DeliveryStatus.DELIVERED);
  }

  @Test
  void aTriggerIsTriedOnce() {
    Delivery delivery = of(DeliveryKind.TRIGGER);
    delivery.failed(MADE, 0.5);
    assertThat(delivery.status()).isEqualTo(DeliveryStatus.FAILED);
  }

  @Test
  void itsIdNamesItsWebhook() {
    DeliveryId id = DeliveryId.of(new WebhookId("WH-001-002-003"), 1_234_567);
    assertThat(id.value()).isEqualTo("WHD-001-002-003-1234567");
    assertThat(new DeliveryId(id.value()).webhook()).isEqualTo(new WebhookId("WH-001-002-003"));
  }
}
