package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.Browsers;
import io.tierhub.support.Device;
import io.tierhub.support.PageReader;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What comes of calling links too often, by a proxy's word of who calls. With one call a minute
 * nobody is so slow that the second is not too many.
 */
class CallRateIT extends LimitedTest {

  private static final String CODE = "PR-1895-0864-1238-001.1.1." + "A".repeat(43);
  private static final String ANSWER =
      "/public/v1/requests/PR-1895-0864-1238-001/pend?code=" + CODE;
  private static final String PAGE = "/forms/" + CODE;

  private Api.Answer from(String address, String method, String path, String accept) {
    return new Api("http://127.0.0.1:" + port(), null)
        .send(
            request ->
                request
                    .header("X-Forwarded-For", address)
                    .header("Accept", accept)
                    .method(method, java.net.http.HttpRequest.BodyPublishers.noBody()),
            path);
  }

  /** An address from the range that is kept for documents. */
  private static String someAddress() {
    return "2001:db8::" + UUID.randomUUID().toString().substring(0, 4);
  }

  @Test
  void pagesAndCallsAreCountedTogetherForTheAddressThatTheProxyNames() {
    String one = someAddress();
    assertThat(from(one, "GET", PAGE, "application/json").status()).as("the first").isEqualTo(404);
    Api.Answer call = from(one, "POST", ANSWER, "application/json");
    assertThat(call.status()).isEqualTo(429);
    assertThat(call.at("error_code")).isEqualTo("HTTP_429");
    assertThat(call.at("type")).isEqualTo("/problems/too-many-calls");
    assertThat(Integer.parseInt(call.header("Retry-After"))).isBetween(1, 60);
    assertThat(call.header("Content-Type")).isEqualTo("application/json");
    assertThat(call.text()).doesNotContain(CODE);
    Api.Answer read = from(one, "GET", PAGE, "application/json");
    assertThat(read.status()).isEqualTo(429);
    assertThat(read.at("error_code")).isEqualTo("HTTP_429");
    assertThat(read.text()).doesNotContain(CODE);
    Api.Answer page = from(one, "GET", PAGE, "text/html,*/*;q=0.8");
    assertThat(page.status()).isEqualTo(429);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Retry-After")).isNotNull();

    assertThat(from(someAddress(), "POST", ANSWER, "application/json").status()).isEqualTo(400);
    assertThat(from(someAddress(), "GET", PAGE, "application/json").status()).isEqualTo(404);
    assertThat(from(one + ", " + someAddress(), "GET", PAGE, "application/json").status())
        .as("what the nearest proxy says counts, whatever the caller wrote before it")
        .isEqualTo(404);
    assertThat(from(one, "GET", "/public/v1/me", "application/json").status())
        .as("what needs a token is not counted")
        .isEqualTo(401);
  }

  /** With a device of either kind, in a browser: what is read by whoever called too often. */
  @Test
  void whoeverReadsTooFastIsAskedToWait() {
    try (Browsers browsers = Browsers.open()) {
      for (Device device : Device.values()) {
        try (PageReader impatient = browsers.reader(device)) {
          impatient.open("http://127.0.0.1:" + port() + PAGE);
          assertThat(impatient.status()).as("the first").isEqualTo(404);
          impatient.reload();
          assertThat(impatient.status()).isEqualTo(429);
          assertThat(impatient.heading()).isEqualTo("One moment, please");
          impatient.inspect("too-many");
        }
      }
    }
  }
}
