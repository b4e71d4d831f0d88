package io.tierhub.web.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.UserRef;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whose calls are counted together, and which run at once; over HTTP in {@code TokenRateIT}. */
class TokenRateTest {

  private static final Duration NO_PATIENCE = Duration.ZERO;

  private final MockHttpServletResponse response = new MockHttpServletResponse();

  private static Actor actor(String account, Environment environment, String user) {
    return new Actor(new PartnerId(account), environment, new UserRef(user, "name"), "trace");
  }

  private final Actor one = actor("PA-100-100", Environment.PRODUCTION, "SU-100-100-100");

  @Test
  void whatRunsLongerThanTheOthersArePatientIsOneTooMany() {
    TokenRate rate = new TokenRate(100, 2, NO_PATIENCE);
    TokenRate.Turn first = rate.enter(one, response);
    rate.enter(one, response);
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> rate.enter(one, response))
        .satisfies(refused -> assertThat(refused.why()).isEqualTo(Refusal.TOO_MANY_CALLS));
    assertThat(response.getHeader("Retry-After")).isEqualTo("1");
    first.close();
    rate.enter(one, response).close();
  }

  @Test
  void aSubjectIsCountedByAccountAndEnvironment() {
    TokenRate rate = new TokenRate(1, 1, NO_PATIENCE);
    rate.enter(one, response);
    rate.enter(actor("PA-100-101", Environment.PRODUCTION, "SU-100-100-100"), response);
    rate.enter(actor("PA-100-100", Environment.TEST, "SU-100-100-100"), response);
    rate.enter(actor("PA-100-100", Environment.PRODUCTION, "SU-100-100-101"), response);
    assertThat(response.getHeader("Retry-After")).isNull();
    assertThatExceptionOfType(Refused.class).isThrownBy(() -> rate.enter(one, response));
    assertThat(Integer.parseInt(response.getHeader("Retry-After"))).isBetween(1, 61);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void aServerThatWouldRefuseEverythingDoesNotStart(int none) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TokenRate(none, 1, NO_PATIENCE))
        .withMessageContaining("tierhub.tokens.calls-per-minute");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TokenRate(1, none, NO_PATIENCE))
        .withMessageContaining("tierhub.tokens.calls-at-once");
  }
}
