package io.tierhub.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.HttpTest;
import io.tierhub.kernel.Refusal;
import io.tierhub.support.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the type of an error leads. */
class ProblemPagesIT extends HttpTest {

  private Api.Answer get(String path, String accept) {
    return new Api("http://127.0.0.1:" + port(), null)
        .send(request -> request.GET().header("Accept", accept), path);
  }

  @Test
  void theTypeOfAnErrorLeadsToItsPage() {
    String type = api().get("/tier/accounts").expect(401).at("type");
    Api.Answer page = get(type, "text/html").expect(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.text())
        .contains(
            "<h1>Not authenticated</h1>",
            "AUTH_001",
            "<code>Authorization: ApiKey SU-…:secret</code>");
    assertThat(page.header("Content-Security-Policy")).contains("object-src 'none'");
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void everyRefusalHasAPageAndIsInTheCatalogue(Refusal why) {
    String slug = Problem.slug(why);
    assertThat(get("/problems/" + slug, "text/html").expect(200).text()).contains(why.code());
    assertThat(get("/problems/" + slug, "application/json").expect(200).at("error_code"))
        .isEqualTo(why.code());
    assertThat(get("/problems", "text/html").expect(200).text()).contains("/problems/" + slug);
  }

  @Test
  void programsGetTheCatalogueAsJson() {
    assertThat(get("/problems", "application/json").expect(200).json().size())
        .isEqualTo(Refusal.values().length);
  }

  @Test
  void whatIsNoErrorHasNoPage() {
    get("/problems/<script>", "text/html").expect(404);
    assertThat(get("/problems/nothing", "application/json").expect(404).at("error_code"))
        .isEqualTo("NFND_000");
  }
}
