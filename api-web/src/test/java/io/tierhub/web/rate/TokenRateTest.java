package io.tierhub.web.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.UserRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whose calls are counted together; over HTTP in {@code TokenRateIT}. */
class TokenRateTest {

  private final MockHttpServletResponse response = new MockHttpServletResponse();

  private static Actor actor(String account, Environment environment, String user) {
    return new Actor(new PartnerId(account), environment, new UserRef(user, "name"), "trace");
  }

  private final Actor one = actor("PA-100-100", Environment.PRODUCTION, "SU-100-100-100");

  @Test
  void aSubjectIsCountedByAccountAndEnvironment() {
    TokenRate rate = new TokenRate(1);
    rate.count(one, response);
    rate.count(actor("PA-100-101", Environment.PRODUCTION, "SU-100-100-100"), response);
    rate.count(actor("PA-100-100", Environment.TEST, "SU-100-100-100"), response);
    rate.count(actor("PA-100-100", Environment.PRODUCTION, "SU-100-100-101"), response);
    assertThat(response.getHeader("Retry-After")).isNull();
    assertThatExceptionOfType(Refused.class).isThrownBy(() -> rate.count(one, response));
    assertThat(Integer.parseInt(response.getHeader("Retry-After"))).isBetween(1, 61);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void aServerThatWouldRefuseEverythingDoesNotStart(int none) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TokenRate(none))
        .withMessageContaining("tierhub.tokens.calls-per-minute");
  }
}
