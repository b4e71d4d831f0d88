package io.tierhub.web.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** How often an address may call; what a proxy says of it is tried in {@code CallRateIT}. */
class CallRateTest {

  private final CallRate rate = new CallRate(2);

  private MockHttpServletResponse call(String address, String forwarded) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    request.addHeader("X-Forwarded-For", forwarded);
    MockHttpServletResponse response = new MockHttpServletResponse();
    response.setStatus(rate.permits(request, response) ? 200 : 429);
    return response;
  }

  @Test
  void eachAddressHasItsOwnCount() {
    assertThat(call("192.0.2.1", "192.0.2.7").getStatus()).isEqualTo(200);
    assertThat(call("192.0.2.1", "192.0.2.8").getStatus()).isEqualTo(200);
    MockHttpServletResponse third = call("192.0.2.1", "192.0.2.9");
    assertThat(third.getStatus()).as("anybody can write the header").isEqualTo(429);
    assertThat(Integer.parseInt(third.getHeader("Retry-After")))
        .as("half a minute for one of two a minute")
        .isBetween(1, 31);
    assertThat(call("192.0.2.2", "192.0.2.7").getStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void aServerThatWouldRefuseEverythingDoesNotStart(int aMinute) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CallRate(aMinute))
        .withMessageContaining("tierhub.pages.calls-per-minute");
  }
}
