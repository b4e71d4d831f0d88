package io.tierhub.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import io.tierhub.web.openapi.OpenApiTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways around the door of an operation. Who may call which is in AccessMatrixIT. */
@DisplayName("API5:2023, broken function level authorization")
class FunctionsIT extends OpenApiTest {

  private Company distributor;
  private String account;

  @BeforeEach
  void anAccount() {
    distributor = world().distributor();
    account = "/tier/accounts/" + World.reseller(distributor, "Fjord", null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
  void noHeaderMakesOneMethodAnother(String header) {
    distributor
        .api()
        .send(call -> call.header(header, "DELETE").POST(BodyPublishers.noBody()), account)
        .expect(405);
    distributor.api().send(call -> call.header(header, "DELETE").GET(), account).expect(200);
    distributor.api().send(call -> call.header(header, "PUT").GET(), account).expect(200);
    distributor.api().get(account + "?_method=DELETE").expect(200);
    distributor.api().get(account).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix", "Forwarded"})
  void noHeaderMakesOnePathAnother(String header) {
    for (String path : List.of("/public/v1/ops/link-keys", "/public/v1" + account)) {
      api().send(call -> call.header(header, path).GET(), "/me").expect(401);
      assertThat(
              distributor
                  .api()
                  .send(call -> call.header(header, path).GET(), "/me")
                  .expect(200)
                  .at("role"))
          .isEqualTo("distributor");
    }
  }

  /** However the path is written that leads to an operation, the door is the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/public/v1/ops/link-keys/",
        "/public/v1/ops//link-keys",
        "/public/v1/ops/./link-keys",
        "/public/v1/me/../ops/link-keys",
        "/public/v1/ops/link-keys;a=b",
        "/public/v1/ops/link%2Dkeys",
        "/public/v1/%6Fps/link-keys",
        "/public/v1/ops%2Flink-keys",
        "/public/v1/ops/link-keys%00",
        "/public/v1/ops/link-keys.json",
        "/PUBLIC/v1/ops/link-keys",
        "/public/V1/ops/link-keys",
        "//public/v1/ops/link-keys",
        "/./public/v1/ops/link-keys",
        "/forms/../public/v1/ops/link-keys",
        "/forms/%2e%2e/public/v1/ops/link-keys",
        "/swagger-ui/../public/v1/ops/link-keys",
        "/swagger-ui/%2e%2e/public/v1/ops/link-keys",
        "/problems/..;/public/v1/ops/link-keys"
      })
  void noSpellingOfAPathGoesAroundTheDoor(String path) {
    for (Api caller : List.of(pages(), new Api(pages().base(), distributor.header()))) {
      Api.Answer answer = caller.getEncoded(path);
      assertThat(answer.status()).as(answer.text()).isIn(400, 401, 403, 404);
      assertThat(answer.text()).doesNotContain("made_at", "newest");
    }
  }

  /** What tells of the running server has an address of its own, which is this machine's. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/health",
        "/actuator/env",
        "/actuator/heapdump",
        "/actuator/loggers",
        "/health",
        "/metrics",
        "/h2-console",
        "/error",
        "/.env",
        "/WEB-INF/web.xml",
        "/META-INF/MANIFEST.MF",
        "/application.yaml",
        "/pages/../application.yaml",
        "/pages/%2e%2e/application.yaml",
        "/pages/..%5capplication.yaml",
        "/webjars/",
        "/v3/api-docs"
      })
  void nothingElseIsThere(String path) {
    assertThat(pages().getEncoded(path).status()).isIn(400, 404);
    assertThat(new Api(pages().base(), world().ops().header()).getEncoded(path).status())
        .isIn(400, 404);
  }
}
