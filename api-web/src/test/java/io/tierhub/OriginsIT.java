package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages of the sites that are named may call from a browser; without names none may, which
 * ConfigurationIT tries.
 */
class OriginsIT extends LimitedTest {

  private static final String PORTAL = "https://portal.example";

  private Api.Answer preflight(String origin, String path, String method, String headers) {
    return api()
        .send(
            call ->
                call.header("Origin", origin)
                    .header("Access-Control-Request-Method", method)
                    .header("Access-Control-Request-Headers", headers)
                    .method("OPTIONS", BodyPublishers.noBody()),
            path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tier/accounts",
        "/requests/PR-1895-0864-1238-001/pend?code=PR-1895-0864-1238-001"
      })
  void aNamedSiteMaySendWhatTheApiReads(String path) {
    Api.Answer answer =
        preflight(PORTAL, path, "POST", "authorization, content-type, idempotency-key, if-match")
            .expect(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(PORTAL);
    assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST");
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .isEqualTo("authorization, content-type, idempotency-key, if-match");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("3600");
  }

  @Test
  void aNamedSiteMayReadTheAnswerWhateverItIs() {
    Api api = world().distributor().api();
    for (Api.Answer answer :
        List.of(
            api.send(call -> call.header("Origin", PORTAL).GET(), "/tier/accounts").expect(200),
            api().send(call -> call.header("Origin", PORTAL).GET(), "/me").expect(401),
            api.send(call -> call.header("Origin", PORTAL).GET(), "/tier/accounts/TA-1")
                .expect(404),
            new Api("http://127.0.0.1:" + port(), null)
                .send(
                    call ->
                        call.header("Origin", PORTAL).header("Accept", "application/json").GET(),
                    "/forms/PR-1895-0864-1238-001.1.1." + "A".repeat(43))
                .expect(404))) {
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(PORTAL);
      assertThat(answer.header("Vary")).contains("Origin");
      assertThat(answer.header("Access-Control-Expose-Headers").split(", ?"))
          .contains("Content-Range", "ETag", "Link", "Retry-After", "X-Trace-Id", "RateLimit");
    }
  }

  @Test
  void whatItMayNotSendIsRefusedBeforeItIsSent() {
    assertThat(preflight(PORTAL, "/me", "TRACE", "authorization").status()).isEqualTo(403);
    assertThat(preflight(PORTAL, "/me", "GET", "x-forwarded-for").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://portal.example.evil.example",
        "https://evil.example",
        "http://portal.example",
        "https://portal.example:444",
        "https://PORTAL.example",
        "null"
      })
  void noOtherSiteIs(String origin) {
    Api api = world().distributor().api();
    for (Api.Answer answer :
        List.of(
            preflight(origin, "/tier/accounts", "GET", "authorization").expect(401),
            api.send(call -> call.header("Origin", origin).GET(), "/tier/accounts").expect(200))) {
      assertThat(answer.response().headers().map().keySet())
          .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
    }
  }
}
