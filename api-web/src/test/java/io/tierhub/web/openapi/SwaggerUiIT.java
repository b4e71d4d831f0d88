package io.tierhub.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import org.junit.jupiter.api.Test;

/** The way of a newcomer: from the root to the page, and in with a pasted token. */
class SwaggerUiIT extends OpenApiTest {

  @Test
  void theRootLeadsToThePageOfTheFirstUser() {
    assertThat(pages().get("/").expect(302).header("Location")).endsWith("/swagger-ui/index.html");
    Api.Answer page = pages().get("/swagger-ui/index.html").expect(200);
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'self'")
        .doesNotContain("script-src");
    assertThat(page.text()).doesNotContain("http://").doesNotContain("https://");
    assertThat(pages().get("/openapi/swagger-config").expect(200).text())
        .contains(
            "\"docExpansion\":\"none\"", "/openapi/portal", "/openapi/vendor", "/openapi/ops");
  }

  @Test
  void browsersKeepItsScriptsAndAskWhetherTheyAreStillGood() {
    Api.Answer script = pages().get("/swagger-ui/swagger-ui-bundle.js").expect(200);
    assertThat(script.header("Cache-Control")).isEqualTo("no-cache");
    String date = script.header("Last-Modified");
    pages()
        .send(
            request -> request.GET().header("If-Modified-Since", date),
            "/swagger-ui/swagger-ui-bundle.js")
        .expect(304);
  }

  @Test
  void aKeyIsTakenWithOrWithoutItsScheme() {
    World.Company company = world().distributor();
    String bare = company.header().substring("ApiKey ".length());
    assertThat(bare).startsWith("SU-");
    company.api().get("/tier/accounts").expect(200);
    company.api().as(bare).get("/tier/accounts").expect(200);
    company.api().as(bare + "x").get("/tier/accounts").expect(401);
  }
}
