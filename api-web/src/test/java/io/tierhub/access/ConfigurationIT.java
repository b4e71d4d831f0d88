package io.tierhub.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World.Company;
import io.tierhub.web.openapi.OpenApiTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What browsers are told to do with answers, and what nobody is told. The pages of people with
 * links are in FormsIT and PortalIT, what Tomcat refuses by itself in MalformedCallsIT.
 */
@DisplayName("API8:2023, security misconfiguration")
class ConfigurationIT extends OpenApiTest {

  private static final String CODE =
      "/forms/PR-1895-0864-1238-001.1.1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private Api.Answer get(String path, String... headers) {
    Company company = world().distributor();
    return new Api(pages().base(), company.header())
        .send(
            call -> {
              call.header("X-Forwarded-For", "203.0.113.88").GET();
              return headers.length == 0 ? call : call.headers(headers);
            },
            path);
  }

  /** Percent-encodes what no address has, as browsers do. */
  private static String encoded(String path) {
    StringBuilder encoded = new StringBuilder();
    for (char c : path.toCharArray()) {
      boolean plain = Character.isLetterOrDigit(c) || "/?=&(),:.-_;*".indexOf(c) >= 0;
      encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return encoded.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/public/v1/me",
        "/public/v1/tier/accounts",
        "/public/v1/tier/accounts/none",
        "/public/v1//me",
        "/public/v1/nothing",
        "/",
        "/swagger-ui/index.html",
        "/openapi.yaml",
        "/openapi/all",
        "/problems",
        "/problems/invalid",
        "/mailbox",
        "/nothing",
        CODE
      })
  void everyAnswerIsFramedByNobodyAndTakenForWhatItSays(String path) {
    Api.Answer answer = get(path);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Strict-Transport-Security")).as("this is no HTTPS").isNull();
    assertThat(answer.header("Server")).isNull();
    assertThat(answer.header("X-Powered-By")).isNull();
    assertThat(answer.header("Set-Cookie")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/public/v1/me", "/public/v1/feed", "/public/v1/nothing", "/mailbox", CODE})
  void whatIsForOneReaderIsKeptByNobody(String path) {
    assertThat(get(path).header("Cache-Control")).contains("no-store");
    assertThat(get(path, "Accept", "application/json").header("Cache-Control"))
        .contains("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/public/v1/me", "/swagger-ui/index.html", "/problems", CODE})
  void browsersThatCameByHttpsStayThere(String path) {
    assertThat(get(path, "X-Forwarded-Proto", "https").header("Strict-Transport-Security"))
        .startsWith("max-age=31536000");
  }

  /** Without the word of the server, browsers let no page of another origin read an answer. */
  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1:1"})
  void noOtherOriginIsLetIn(String origin) {
    Api api = world().distributor().api();
    for (Api.Answer answer :
        List.of(
            api.send(call -> call.header("Origin", origin).GET(), "/me").expect(200),
            api().send(call -> call.header("Origin", origin).GET(), "/me").expect(401),
            get(CODE, "Origin", origin, "Accept", "application/json").expect(404),
            api()
                .send(
                    call ->
                        call.header("Origin", origin)
                            .header("Access-Control-Request-Method", "DELETE")
                            .header("Access-Control-Request-Headers", "authorization")
                            .method("OPTIONS", BodyPublishers.noBody()),
                    "/tier/accounts/TA-1")
                .expect(401))) {
      assertThat(answer.response().headers().map().keySet())
          .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
    }
  }

  /** A tree that a schema could be confused by, in each place where something is parsed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tier/accounts?name='",
        "/tier/accounts?name=\";drop table tier_account;--",
        "/tier/accounts?eq(id,' or 1=1 --)",
        "/tier/accounts?ordering(name;select pg_sleep(1))",
        "/tier/accounts?in(id,(select id from tier_account))",
        "/tier/accounts?like(name,\\)",
        "/tier/accounts/TA-1' or '1'='1",
        "/tier/accounts?cursor=eyJtYXJrIjoiMSJ9",
        "/tier/accounts?as_of='",
        "/feed?after=x",
        "/feed?limit=1e9",
        "/products/PRD-1/parameters/schema?scope='",
        "/products/${1234*1234}",
        "/products/{{1234*1234}}",
        "/requests/#{1234*1234}/explain",
        "/tier/accounts?name=${jndi:ldap://127.0.0.1/a}"
      })
  void errorsSayNothingOfOurInsides(String path) {
    Api.Answer answer = world().distributor().api().getEncoded(encoded(path));
    assertThat(answer.status()).as(answer.text()).isIn(200, 400, 404);
    assertThat(Insides.shownIn(answer.text())).isEmpty();
    assertThat(answer.text()).doesNotContain("1522756");
  }
}
