package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers and resellers can do at a product's vendor. */
class ActionsIT extends TierTest {

  private static final String ENDPOINT = "https://vendor.example/actions?lang=en";

  private String path;

  @BeforeEach
  void anEndpoint() {
    path = "/products/" + product + "/actions";
    vendor
        .api()
        .put(
            "/products/" + product,
            """
            {"customer_ui_settings": {"action": {"url": "%s", "jwt_secret": "mine"}}}
            """
                .formatted(ENDPOINT))
        .expect(200);
  }

  private static String action(String localId, String scope) {
    return """
    {"action": "%s", "name": "Name of %1$s", "type": "button", "scope": "%s", "description": "?"}
    """
        .formatted(localId, scope);
  }

  private String create(String localId, String scope) {
    return vendor.api().post(path, action(localId, scope)).expect(201).at("id");
  }

  private String secret(String body) {
    return vendor.api().post(path + "/regeneratesecret", body).expect(200).at("jwt_secret");
  }

  private String configuration(int level) {
    orderOf(customer);
    return tierRequestOf(level == 1 ? reseller : top, level).at("configuration.id");
  }

  @Test
  void anActionIsAnsweredAsItWasWritten() {
    Api.Answer created = vendor.api().post(path, action("console", "tier1")).expect(201);
    assertThat(created.at("id")).isEqualTo("ACT-" + product.substring(4) + "-001");
    assertThat(created.at("action")).isEqualTo("console");
    assertThat(created.at("title"))
        .as("as long as nothing else is said")
        .isEqualTo("Name of console");
    assertThat(created.at("type")).isEqualTo("button");
    String one = path + "/" + created.at("id");
    assertThat(vendor.api().get(one).expect(200).text()).isEqualTo(created.text());
    assertThat(vendor.api().put(one, created.text()).expect(200).text()).isEqualTo(created.text());
    Api.Answer changed = vendor.api().put(one, "{\"title\": \"Console\"}").expect(200);
    assertThat(changed.at("title")).isEqualTo("Console");
    assertThat(changed.at("description")).isEqualTo("?");
    create("other", "asset");
    assertThat(vendor.api().get(path + "?scope=tier1").ids()).containsExactly(created.at("id"));
    vendor.api().delete(one).expect(204);
    vendor.api().get(one).expect(404);
    assertThat(create("console", "tier1")).as("no id is given twice").endsWith("-003");
  }

  @Test
  void whatIsWrongIsToldAllAtOnce() {
    Api.Answer refused =
        vendor
            .api()
            .post(
                path,
                "{\"action\": \"a b\", \"name\": \"\", \"type\": \"menu\", \"scope\": \"tier3\","
                    + " \"description\": \"%s\"}".formatted("d".repeat(301)))
            .expect(400);
    assertThat(refused.json().path("violations").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/action", "/name", "/type", "/scope", "/description");
    String first = create("a", "asset");
    Api.Answer taken = vendor.api().post(path, action("a", "tier1")).expect(409);
    assertThat(taken.at("error_code")).isEqualTo("ACT_001");
    assertThat(taken.at("params.id")).isEqualTo(first);
    assertThat(
            vendor
                .api()
                .put(path + "/" + first, "{\"scope\": \"tier1\"}")
                .expect(400)
                .at("error_code"))
        .isEqualTo("ACT_002");
    for (String url : List.of("\"ftp://x.example\"", "\"//x\"", "7", "\"https://a:b@x.example\"")) {
      Api.Answer nowhere =
          vendor
              .api()
              .put(
                  "/products/" + product,
                  "{\"customer_ui_settings\": {\"action\": {\"url\": %s}}}".formatted(url))
              .expect(400);
      assertThat(nowhere.at("violations.0.pointer")).isEqualTo("/customer_ui_settings/action/url");
    }
  }

  @Test
  void aLinkTellsTheVendorWhoPressed() throws ParseException, JOSEException {
    String secret = secret("");
    String configuration = configuration(1);
    String action = path + "/" + create("console", "tier1") + "/actionLink";
    Api.Answer answer =
        distributor.api().get(action + "?tier_config_id=" + configuration).expect(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.at("link")).startsWith(ENDPOINT + "&jwt=");
    SignedJWT jwt = jwtOf(answer);
    assertThat(jwt.verify(new MACVerifier(secret))).isTrue();
    var claims = jwt.getJWTClaimsSet();
    assertThat(claims.getStringClaim("action_id")).isEqualTo("console");
    assertThat(claims.getStringClaim("configuration_id")).isEqualTo(configuration);
    assertThat(claims.getStringClaim("product_id")).isEqualTo(product);
    assertThat(claims.getStringClaim("environment")).isEqualTo("production");
    assertThat(claims.getStringClaim("api_url")).endsWith("/public/v1");
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void aCustomersLinkSpeaksOfItsAsset() throws ParseException {
    secret("{}");
    String order = orderOf(customer);
    String asset = distributor.api().get("/requests/" + order).expect(200).at("asset.id");
    String action = path + "/" + create("open", "asset") + "/actionLink";
    var claims =
        jwtOf(vendor.api().get(action + "?asset_id=" + asset).expect(200)).getJWTClaimsSet();
    assertThat(claims.getStringClaim("asset_id")).isEqualTo(asset);
    assertThat(claims.getClaim("configuration_id")).isNull();
  }

  @Test
  void theSecretSoFarGoesOnSigningForAWhile() throws ParseException, JOSEException {
    String configuration = configuration(2);
    String link =
        path + "/" + create("t2", "tier2") + "/actionLink?tier_config_id=" + configuration;
    String first = secret("");
    String second = secret("{\"overlap\": 600}");
    assertThat(second).isNotEqualTo(first);
    SignedJWT during = jwtOf(distributor.api().get(link).expect(200));
    assertThat(during.verify(new MACVerifier(first))).isTrue();
    assertThat(during.getHeader().getKeyID()).isEqualTo("1");
    String third = secret("{\"overlap\": 0}");
    SignedJWT atOnce = jwtOf(distributor.api().get(link).expect(200));
    assertThat(atOnce.verify(new MACVerifier(third))).isTrue();
    assertThat(atOnce.getHeader().getKeyID()).isEqualTo("3");
    vendor.api().post(path + "/regeneratesecret", "{\"overlap\": -1}").expect(400);
    vendor.api().post(path + "/regeneratesecret", "{\"overlap\": \"soon\"}").expect(400);
  }

  @Test
  void aLinkIsMadeForWhatTheActionIsFor() {
    secret("");
    String configuration = configuration(1);
    String link = path + "/" + create("t2", "tier2") + "/actionLink";
    for (String wrong :
        List.of(
            "",
            "?asset_id=AS-1111-1111-1111",
            "?tier_config_id=" + configuration,
            "?tier_config_id=TC-111-111-111",
            "?tier_config_id=nonsense")) {
      distributor.api().get(link + wrong).expect(400);
    }
  }

  @Test
  void withoutAnAddressOrASecretThereIsNoLink() {
    String configuration = configuration(1);
    String link =
        path + "/" + create("t1", "tier1") + "/actionLink?tier_config_id=" + configuration;
    Api.Answer unsigned = distributor.api().get(link).expect(400);
    assertThat(unsigned.at("error_code")).isEqualTo("ACT_003");
    secret("");
    distributor.api().get(link).expect(200);
    vendor
        .api()
        .put("/products/" + product, "{\"customer_ui_settings\": {\"action\": {\"url\": null}}}")
        .expect(200);
    assertThat(distributor.api().get(link).expect(400).at("error_code")).isEqualTo("ACT_003");
  }

  @Test
  void secretsAreShownOnceAndToTheirVendorOnly() {
    String secret = secret("");
    assertThat(vendor.api().get("/products/" + product).expect(200).text())
        .doesNotContain(secret)
        .doesNotContain("jwt_secret");
    assertThat(vendor.api().get("/feed?after=0&limit=1000").expect(200).text())
        .doesNotContain(secret);
  }

  @Test
  void onlyTheVendorWritesAndWhoSellsItReads() {
    secret("");
    String one = path + "/" + create("t1", "tier1");
    String link = one + "/actionLink?tier_config_id=" + configuration(1);
    for (Api seen : List.of(distributor.api(), world.ops().api())) {
      assertThat(seen.get(path).expect(200).ids()).hasSize(1);
      seen.post(path, action("x", "tier1")).expect(403);
      seen.put(one, "{}").expect(403);
      seen.delete(one).expect(403);
      seen.post(path + "/regeneratesecret", "{}").expect(403);
    }
    world.ops().api().get(link).expect(403);
    Company stranger = world.distributor();
    for (Api unseen : List.of(stranger.api(), world.vendor().api())) {
      unseen.get(path).expect(404);
      unseen.get(one).expect(404);
      unseen.get(link).expect(404);
      unseen.put(one, "{}").expect(404);
      unseen.delete(one).expect(404);
      unseen.post(path + "/regeneratesecret", "{}").expect(404);
    }
    World.reseller(stranger, "Elsewhere", null);
    world.connection(product, vendor, stranger, world.hub(stranger));
    stranger.api().get(link).expect(400); // It sees the product now, but not the configuration.
  }

  private static SignedJWT jwtOf(Api.Answer answer) throws ParseException {
    String link = answer.at("link");
    return SignedJWT.parse(link.substring(link.indexOf("jwt=") + 4));
  }
}
