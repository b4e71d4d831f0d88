package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.Api;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How tokens live and die, at the door. */
class TokenLivesIT extends HttpTest {

  private Api api;

  @BeforeEach
  void aCompany() {
    api = world().distributor().api();
  }

  private Api.Answer second(String members) {
    return api.post("/auth/tokens", "{\"name\": \"Second\"" + members + "}").expect(201);
  }

  private Api with(Api.Answer issued) {
    return api.as(issued.at("token"));
  }

  @Test
  void aRotatedSecretIsDeadAtOnce() {
    Api.Answer issued = second(", \"expiration_date\": \"2099-01-01T10:00:00+02:00\"");
    assertThat(issued.at("expiration_date")).isEqualTo("2099-01-01T08:00:00+00:00");
    with(issued).get("/me").expect(200);
    Api.Answer rotated = api.post("/auth/tokens/" + issued.at("id") + "/rotate").expect(200);
    assertThat(rotated.at("token")).isNotEqualTo(issued.at("token"));
    assertThat(rotated.at("expiration_date")).isEqualTo("2099-01-01T08:00:00+00:00");
    assertThat(rotated.json().has("renewed_token")).isFalse();
    with(issued).get("/me").expect(401);
    with(rotated).get("/me").expect(200);

    Api.Answer endless =
        with(rotated)
            .post("/auth/tokens/" + issued.at("id") + "/rotate", "{\"expiration_date\": null}")
            .expect(200);
    assertThat(endless.json().has("expiration_date")).isFalse();
    with(rotated).get("/me").expect(401);
    with(endless).get("/me").expect(200);
  }

  @Test
  void aRenewedSecretLivesUntilItsOwnEnd() {
    Api.Answer issued = second(", \"expiration_date\": \"2098-01-01T00:00:00Z\"");
    String id = issued.at("id");
    String later = "{\"expiration_date\": \"2099-01-01T00:00:00Z\"}";
    Api.Answer renewed = api.post("/auth/tokens/" + id + "/renew", later).expect(200);
    assertThat(renewed.at("renewed_token")).isEqualTo(renewed.at("token"));
    assertThat(renewed.at("expiration_date")).isEqualTo("2098-01-01T00:00:00+00:00");
    assertThat(renewed.at("renewed_expiration_date")).isEqualTo("2099-01-01T00:00:00+00:00");
    with(issued).get("/me").expect(200);
    with(renewed).get("/me").expect(200);

    letPass("previous_secret_expires_at", id);
    await().until(() -> with(issued).get("/me").status() == 401);
    with(renewed).get("/me").expect(200);
    Api.Answer after = api.get("/auth/tokens/" + id).expect(200);
    assertThat(after.at("expiration_date")).isEqualTo("2099-01-01T00:00:00+00:00");
    assertThat(after.json().has("renewed_expiration_date")).isFalse();
    String earlier = "{\"expiration_date\": \"2098-01-01T00:00:00Z\"}";
    api.post("/auth/tokens/" + id + "/renew", earlier).expect(400);
  }

  @Test
  void anExpiredTokenIsOutAndSaysSo() {
    Api.Answer issued = second(", \"expiration_date\": \"2099-01-01T00:00:00Z\"");
    with(issued).get("/me").expect(200);
    letPass("expires_at", issued.at("id"));
    await().until(() -> with(issued).get("/me").status() == 401);
    assertThat(api.get("/auth/tokens/" + issued.at("id")).at("status")).isEqualTo("expired");
    assertThat(api.get("/auth/tokens?status=expired").ids()).containsExactly(issued.at("id"));
    assertThat(api.get("/auth/tokens?in(status,(active,inactive))").ids()).hasSize(1);
    api.post("/auth/tokens/" + issued.at("id") + "/rotate").expect(400);
    Api.Answer rotated =
        api.post(
                "/auth/tokens/" + issued.at("id") + "/rotate",
                "{\"expiration_date\": \"2099-01-01T00:00:00Z\"}")
            .expect(200);
    with(rotated).get("/me").expect(200);
  }

  @Test
  void aSleepingTokenIsOutUntilItIsWoken() {
    Api.Answer issued = second("");
    String path = "/auth/tokens/" + issued.at("id");
    with(issued).get("/me").expect(200);
    assertThat(api.post(path + "/deactivate").expect(200).at("status")).isEqualTo("inactive");
    with(issued).get("/me").expect(401);
    Api.Answer again = api.post(path + "/deactivate").expect(400);
    assertThat(again.at("error_code")).isEqualTo("TOK_001");
    assertThat(again.json().path("allowed").valueStream().map(n -> n.asString()))
        .containsExactly("activate", "rotate", "delete");
    api.post(path + "/renew").expect(400);
    assertThat(api.post(path + "/activate").expect(200).at("status")).isEqualTo("active");
    with(issued).get("/me").expect(200);
  }

  @Test
  void aDeletedTokenIsGone() {
    Api.Answer issued = second("");
    String path = "/auth/tokens/" + issued.at("id");
    with(issued).delete(path).expect(204);
    with(issued).get("/me").expect(401);
    api.get(path).expect(404);
    api.delete(path).expect(404);
    api.post(path + "/activate").expect(404);
    assertThat(api.get("/auth/tokens").ids()).doesNotContain(issued.at("id"));
  }

  @Test
  void whatAnotherCopyRevokesIsDeadHereWithinFiveSeconds() {
    Api.Answer issued = second("");
    with(issued).get("/me").expect(200);
    // Another copy of the server shares nothing with this one but the database.
    jdbc.update("update api_token set status = 'inactive' where id = ?", issued.at("id"));
    await().atMost(Duration.ofSeconds(5)).until(() -> with(issued).get("/me").status() == 401);
  }

  /** As if we had waited: the clock is everybody's, so it stays as it is. */
  private void letPass(String end, String id) {
    jdbc.update("update api_token set " + end + " = now() - interval '1 s' where id = ?", id);
  }
}
