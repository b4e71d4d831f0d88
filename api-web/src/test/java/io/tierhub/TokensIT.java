package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Role;
import io.tierhub.support.Api;
import io.tierhub.support.World.Company;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensIT extends HttpTest {

  private static final String SOME_BODY = "{\"name\": \"Second\"}";

  private Company company;
  private Api api;

  @BeforeEach
  void aCompany() {
    company = world().distributor();
    api = company.api();
  }

  private Api.Answer second(String members) {
    return api.post("/auth/tokens", "{\"name\": \"Second\"" + members + "}").expect(201);
  }

  private Api with(Api.Answer issued) {
    return api.as(issued.at("token"));
  }

  @Test
  void aNewTokenIsShownOnceAndOpensAtOnce() {
    Api.Answer issued = second(", \"description\": \"\", \"external_id\": \"x-1\"");
    String id = issued.at("id");
    assertThat(id).matches("SU-\\d{3}-\\d{3}-\\d{3}");
    assertThat(issued.at("token")).matches("ApiKey " + id + ":[0-9a-f]{64}");
    assertThat(issued.at("handle")).isEqualTo(id);
    assertThat(issued.at("status")).isEqualTo("active");
    assertThat(issued.at("environment")).isEqualTo("production");
    assertThat(issued.at("owner.id")).isEqualTo(company.id());
    assertThat(issued.at("external_id")).isEqualTo("x-1");
    assertThat(issued.json().has("description")).isFalse();
    assertThat(issued.json().has("expiration_date")).isFalse();
    assertThat(issued.json().has("renewed_token")).isFalse();
    assertThat(issued.at("events.created.by.id")).startsWith("SU-");

    Api.Answer read = with(issued).get("/auth/tokens/" + id).expect(200);
    assertThat(read.json().has("token")).isFalse();
    String secret = issued.at("token").substring(issued.at("token").indexOf(':') + 1);
    assertThat(read.text() + api.get("/auth/tokens").text()).doesNotContain(secret);
    assertThat(api.get("/auth/tokens?name=Second&ordering(-id)").expect(200).ids())
        .containsExactly(id);
  }

  @Test
  void onlyTheHashOfASecretIsKept() {
    Api.Answer issued = second("");
    String secret = issued.at("token").substring(issued.at("token").indexOf(':') + 1);
    List<Map<String, Object>> row =
        jdbc.queryForList(
            "select t.*, encode(secret_hash, 'hex') as hex,"
                + " encode(sha256(convert_to(?, 'UTF8')), 'hex') as expected from api_token t"
                + " where id = ?",
            secret,
            issued.at("id"));
    assertThat(row.getFirst().get("hex")).isEqualTo(row.getFirst().get("expected"));
    row.getFirst().remove("hex");
    row.getFirst().remove("expected");
    assertThat(row.toString()).doesNotContain(secret);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from outbox where data like '%' || ? || '%'",
                Long.class, secret.substring(0, 16)))
        .isZero();
  }

  @Test
  void everyFaultOfATokenIsNamedAtOnce() {
    Api.Answer refused =
        api.post(
                "/auth/tokens",
                """
                {"name": " ", "external_id": ["x"], "expiration_date": "tomorrow"}
                """)
            .expect(400);
    assertThat(refused.pointers())
        .containsExactlyInAnyOrder("/name", "/external_id", "/expiration_date");
    Api.Answer past =
        api.post(
                "/auth/tokens",
                "{\"name\": \"Old\", \"expiration_date\": \"2020-01-01T00:00:00Z\"}")
            .expect(400);
    assertThat(past.pointers()).containsExactly("/expiration_date");
    for (String never : List.of("99999-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z", "2027")) {
      api.post("/auth/tokens", "{\"name\": \"N\", \"expiration_date\": \"%s\"}".formatted(never))
          .expect(400);
    }
    assertThat(api.get("/auth/tokens").ids()).hasSize(1);
  }

  @Test
  void aRenamedTokenKeepsWhatWasNotNamed() {
    Api.Answer issued = second(", \"description\": \"kept\", \"external_id\": \"dropped\"");
    Api.Answer renamed =
        api.put(
                "/auth/tokens/" + issued.at("id"),
                """
                {"name": "Third", "external_id": null, "status": "deleted", "owner": {"id": "PA-1"}}
                """)
            .expect(200);
    assertThat(renamed.at("name")).isEqualTo("Third");
    assertThat(renamed.at("description")).isEqualTo("kept");
    assertThat(renamed.json().has("external_id")).isFalse();
    assertThat(renamed.at("status")).isEqualTo("active");
    assertThat(with(issued).get("/me").expect(200).at("user.name")).isEqualTo("Third");
  }

  @Test
  void nobodyReachesTheTokensOfOthersOrOfAnotherEnvironment() {
    String id = second("").at("id");
    Company stranger = world().vendor();
    Company ops = world().ops();
    for (Api other : List.of(stranger.api(), ops.api())) {
      assertThat(other.get("/auth/tokens").ids()).doesNotContain(id);
      other.get("/auth/tokens/" + id).expect(404);
      other.put("/auth/tokens/" + id, SOME_BODY).expect(404);
      other.delete("/auth/tokens/" + id).expect(404);
      for (String action : List.of("rotate", "renew", "activate", "deactivate")) {
        other.post("/auth/tokens/" + id + "/" + action).expect(404);
      }
    }
    String elsewhere =
        world().company(Role.DISTRIBUTOR, Environment.TEST).api().get("/auth/tokens").ids().get(0);
    api.get("/auth/tokens/" + elsewhere).expect(404);
    jdbc.update("update api_token set environment = 'test' where id = ?", id);
    api.get("/auth/tokens/" + id).expect(404);
    api.post("/auth/tokens/" + id + "/rotate").expect(404);
  }

  @Test
  void nobodyIsGivenATokenOfAnotherEnvironmentThanAskedFor() {
    for (String other : List.of("test", "preview", "moon")) {
      Api.Answer refused =
          api.post("/auth/tokens", "{\"name\": \"N\", \"environment\": \"%s\"}".formatted(other))
              .expect(400);
      assertThat(refused.pointers()).containsExactly("/environment");
    }
    assertThat(second(", \"environment\": \"production\"").at("environment"))
        .isEqualTo("production");
  }

  @Test
  void wrongKeysAreAllTheSame401() {
    String id = second("").at("id");
    for (String key :
        List.of(
            "ApiKey " + id + ":" + "0".repeat(64),
            "ApiKey " + id + ":",
            "ApiKey " + id,
            "ApiKey SU-000-000-000:x",
            "ApiKey :",
            "Basic abc",
            "Bearer abc")) {
      Api.Answer refused = api.as(key).get("/me").expect(401);
      assertThat(refused.at("error_code")).isEqualTo("AUTH_001");
      assertThat(refused.at("errors.0")).isEqualTo("API request is unauthorized.");
    }
  }

  @Test
  void everyTokenWriteIsTold() {
    Api.Answer issued = second("");
    api.post("/auth/tokens/" + issued.at("id") + "/deactivate").expect(200);
    List<String> told =
        jdbc.queryForList(
            "select type from (select id, type, subject from outbox union all select event_id,"
                + " type, subject from feed) e where subject = ? order by id",
            String.class,
            issued.at("id"));
    assertThat(told).containsExactly("api_token.created", "api_token.deactivated");
  }
}
