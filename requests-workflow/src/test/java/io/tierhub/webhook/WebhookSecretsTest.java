package io.tierhub.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookSecretsTest {

  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final WebhookSecrets FIRST = WebhookSecrets.first("x".repeat(32), NOW);

  @Test
  void theOldOnesGoOnForAWhile() {
    WebhookSecrets second = FIRST.renewed(Duration.ofHours(1), NOW);
    assertThat(second.token(NOW)).isEqualTo(new WebhookSecrets.Key("x".repeat(32), 1));
    assertThat(second.signing(NOW))
        .containsExactly(second.current().signing(), FIRST.current().signing());
    Instant later = NOW.plus(Duration.ofHours(1));
    assertThat(second.token(later)).isEqualTo(new WebhookSecrets.Key(second.current().jwt(), 2));
    assertThat(second.signing(later)).containsExactly(second.current().signing());
  }

  @Test
  void whatLeakedSignsNothingMore() {
    WebhookSecrets second = FIRST.renewed(Duration.ZERO, NOW);
    assertThat(second.token(NOW).number()).isEqualTo(2);
    assertThat(second.signing(NOW)).hasSize(1);
  }

  @Test
  void whoDrawsAgainAmidAnOverlapKeepsTheFirst() {
    WebhookSecrets third =
        FIRST.renewed(Duration.ofHours(1), NOW).renewed(Duration.ofHours(1), NOW.plusSeconds(60));
    assertThat(third.signing(NOW.plusSeconds(61)))
        .containsExactly(third.current().signing(), FIRST.current().signing());
    assertThat(third.token(NOW.plusSeconds(61)).number()).isEqualTo(1);
    assertThat(third.token(NOW.plusSeconds(3661)).number()).isEqualTo(2);
  }

  @Test
  void noneIsEverWrittenOut() {
    WebhookSecrets second = FIRST.renewed(Duration.ofHours(1), NOW);
    assertThat(second.toString() + second.current() + second.token(NOW))
        .doesNotContain("xxx", "whsec", second.current().jwt());
  }
}
