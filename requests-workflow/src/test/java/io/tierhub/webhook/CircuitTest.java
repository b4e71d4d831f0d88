package io.tierhub.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitTest {

  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

  private static Circuit after(int failures) {
    Circuit circuit = Circuit.CLOSED;
    for (int i = 0; i < failures; i++) {
      circuit = circuit.failed(NOW, 0.5);
    }
    return circuit;
  }

  @Test
  void someBadLuckIsForgiven() {
    Circuit circuit = after(Circuit.PATIENCE - 1);
    assertThat(circuit.isOpen()).isFalse();
    assertThat(circuit.isPaused(NOW)).isFalse();
  }

  @Test
  void whoGoesOnFailingIsLeftAloneForEverLonger() {
    Circuit open = after(Circuit.PATIENCE);
    assertThat(open.isOpen()).isTrue();
    assertThat(open.isPaused(NOW)).isTrue();
    assertThat(open.isPaused(NOW.plusSeconds(30))).isFalse();
    assertThat(after(Circuit.PATIENCE + 1).pausedUntil()).isEqualTo(NOW.plusSeconds(60));
    assertThat(after(1000).pausedUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
  }
}
