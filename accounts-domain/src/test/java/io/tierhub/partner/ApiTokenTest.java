package io.tierhub.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import io.tierhub.kernel.UserRef;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiTokenTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));
  private static final Instant NEXT_WEEK = NOON.plus(Duration.ofDays(7));
  private static final Stamp NOW = new Stamp(NOON, new UserRef("UR-1", "Ada"));

  /** A dash is a refusal. */
  private static final String MATRIX =
      """
      .         ACTIVATE  DEACTIVATE  ROTATE    RENEW   DELETE
      ACTIVE    -         INACTIVE    ACTIVE    ACTIVE  DELETED
      INACTIVE  ACTIVE    -           INACTIVE  -       DELETED
      DELETED   -         -           -         -       -
      """;

  private static ApiToken token(Secret secret, Instant expires) {
    return ApiToken.issue(
        new ApiTokenId("SU-111-222-333"),
        new PartnerId("PA-111-222"),
        Environment.TEST,
        new ApiToken.Label("Portal", null, null),
        secret,
        expires,
        NOW);
  }

  private static ApiToken in(ApiTokenStatus status) {
    ApiToken.Snapshot active = token(Secret.draw(), null).snapshot();
    return ApiToken.restore(
        new ApiToken.Snapshot(
            active.id(),
            active.owner(),
            active.environment(),
            active.label(),
            status,
            active.secrets(),
            active.created(),
            active.updated(),
            7));
  }

  private static void take(ApiToken token, ApiTokenAction action) {
    switch (action) {
      case ACTIVATE -> token.activate(NOW);
      case DEACTIVATE -> token.deactivate(NOW);
      case ROTATE -> token.rotate(Secret.draw(), null, NOW);
      case RENEW -> token.renew(Secret.draw(), null, NOW);
      case DELETE -> token.delete(NOW);
    }
  }

  @Test
  void theLifecycleIsExactlyThisTable() {
    StringBuilder drawn = new StringBuilder(".");
    for (ApiTokenAction action : ApiTokenAction.values()) {
      drawn.append(' ').append(action);
    }
    for (ApiTokenStatus status : ApiTokenStatus.values()) {
      drawn.append('\n').append(status);
      for (ApiTokenAction action : ApiTokenAction.values()) {
        String to = ApiToken.LIFECYCLE.peek(status, action).map(Enum::name).orElse("-");
        drawn.append(' ').append(to);
      }
    }
    assertThat(drawn.toString()).isEqualToNormalizingWhitespace(MATRIX);
  }

  @Test
  void everyVerbGoesThroughTheTable() {
    for (ApiTokenStatus from : ApiTokenStatus.values()) {
      for (ApiTokenAction action : ApiTokenAction.values()) {
        ApiToken token = in(from);
        ApiTokenStatus to = ApiToken.LIFECYCLE.peek(from, action).orElse(null);
        if (to == null) {
          Refused refused = catchThrowableOfType(Refused.class, () -> take(token, action));
          assertThat(refused).as("%s %s", from, action).isNotNull();
          assertThat(refused.why()).isEqualTo(Refusal.TOKEN_STATE);
          assertThat(refused.allowed()).isEqualTo(ApiToken.LIFECYCLE.allowed(from));
          assertThat(token.status()).isEqualTo(from);
        } else {
          take(token, action);
          assertThat(token.status()).as("%s %s", from, action).isEqualTo(to);
        }
      }
    }
  }

  @Test
  void aRotationForgetsTheOldSecret() {
    Secret next = Secret.draw();
    ApiToken token = token(Secret.draw(), TOMORROW);
    token.rotate(next, NEXT_WEEK, NOW);
    assertThat(token.snapshot().secrets().hash()).isEqualTo(next.hash());
    assertThat(token.snapshot().secrets().expires()).isEqualTo(NEXT_WEEK);
    assertThat(token.snapshot().secrets().previousHash()).isNull();
    assertThat(token.snapshot().secrets().previousExpires()).isNull();
  }

  @Test
  void aRenewalKeepsTheOldSecretUntilItsEnd() {
    Secret old = Secret.draw();
    Secret next = Secret.draw();
    ApiToken token = token(old, TOMORROW);
    token.renew(next, NEXT_WEEK, NOW);
    ApiToken.Secrets secrets = token.snapshot().secrets();
    assertThat(secrets.hash()).isEqualTo(next.hash());
    assertThat(secrets.previousHash()).isEqualTo(old.hash());
    assertThat(secrets.previousExpires()).isEqualTo(TOMORROW);
    assertThat(secrets.expires()).isEqualTo(NEXT_WEEK);
  }

  @Test
  void aRenewedSecretWithoutEndGetsOne() {
    ApiToken token = token(Secret.draw(), null);
    token.renew(Secret.draw(), null, NOW);
    assertThat(token.snapshot().secrets().previousExpires()).isEqualTo(NEXT_WEEK);
  }

  @Test
  void aRenewalDoesNotEndBeforeWhatItRenews() {
    ApiToken token = token(Secret.draw(), NEXT_WEEK);
    byte[] hash = token.snapshot().secrets().hash();
    Refused refused =
        catchThrowableOfType(Refused.class, () -> token.renew(Secret.draw(), TOMORROW, NOW));
    assertThat(refused.violations().getFirst().pointer()).isEqualTo("/expiration_date");
    assertThat(token.snapshot().secrets().hash()).isEqualTo(hash);
  }

  @Test
  void noSecretIsDeadOnArrival() {
    assertThat(catchThrowableOfType(Refused.class, () -> token(Secret.draw(), NOON)).why())
        .isEqualTo(Refusal.INVALID);
    ApiToken token = token(Secret.draw(), TOMORROW);
    Stamp later = new Stamp(NEXT_WEEK, null);
    assertThat(
            catchThrowableOfType(Refused.class, () -> token.rotate(Secret.draw(), TOMORROW, later))
                .violations()
                .getFirst()
                .pointer())
        .isEqualTo("/expiration_date");
  }

  @Test
  void aSecretHas256BitsAndIsNeverPrinted() {
    Set<String> drawn = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      Secret secret = Secret.draw();
      assertThat(secret.reveal()).matches("[0-9a-f]{64}");
      assertThat(secret.toString()).doesNotContain(secret.reveal());
      assertThat(new IssuedToken(new ApiTokenId("SU-111-222-333"), secret).toString())
          .doesNotContain(secret.reveal());
      drawn.add(secret.reveal());
    }
    assertThat(drawn).hasSize(1000);
  }
}
