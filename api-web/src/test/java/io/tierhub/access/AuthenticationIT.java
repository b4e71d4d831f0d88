package io.tierhub.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.HttpTest;
import io.tierhub.support.Api;
import io.tierhub.support.World.Company;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A token is taken from the one header that it belongs in. How tokens live and die is in
 * TokenLivesIT, what JWTs are not taken in JwtIT and JwtKeysTest, how codes are guessed in
 * CallRateIT, and that each operation asks for one in AccessMatrixIT.
 */
@DisplayName("API2:2023, broken authentication")
class AuthenticationIT extends HttpTest {

  private Company company;
  private String secret;

  @BeforeEach
  void aCompany() {
    company = world().vendor();
    secret = company.header().substring("ApiKey ".length());
    company.api().get("/me").expect(200);
  }

  /** Addresses end up in logs, histories and other sites' statistics. */
  @ParameterizedTest
  @ValueSource(
      strings = {"access_token", "token", "api_key", "apikey", "Authorization", "authorization"})
  void aTokenInTheAddressIsNone(String name) {
    for (String value : List.of(secret, "ApiKey " + secret, "Bearer " + secret)) {
      api().get("/me?" + name + "=" + value).expect(401);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Proxy-Authorization", "X-Api-Key", "X-Authorization", "X-Auth-Token", "Cookie"})
  void aTokenInAnotherHeaderIsNone(String name) {
    String value = name.equals("Cookie") ? "Authorization=" + secret : company.header();
    api().send(call -> call.header(name, value).GET(), "/me").expect(401);
  }

  @Test
  void aTokenInABodyIsNone() {
    api()
        .send(
            call ->
                call.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("access_token=" + secret)),
            "/products")
        .expect(401);
  }

  @Test
  void noOtherSchemeOpensTheApi() {
    String pair = Base64.getEncoder().encodeToString(secret.getBytes());
    for (String header :
        List.of(
            "Basic " + pair,
            "Bearer " + secret,
            "Digest " + secret,
            "Token " + secret,
            "ApiKey " + pair,
            "ApiKey " + secret + "," + secret,
            secret.substring(1))) {
      api().as(header).get("/me").expect(401);
    }
  }

  @Test
  void nobodyIsRemembered() {
    Api.Answer me = company.api().get("/me").expect(200);
    assertThat(me.response().headers().map()).doesNotContainKeys("set-cookie", "Set-Cookie");
    api().get("/me").expect(401);
    Api.Answer refused = api().as("ApiKey " + secret + "0").get("/me").expect(401);
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("ApiKey realm=\"TierHub\"");
    assertThat(refused.text()).doesNotContain(secret, secret.substring(0, 14));
  }
}
