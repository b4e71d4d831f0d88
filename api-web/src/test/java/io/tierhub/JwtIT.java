package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.tierhub.support.Api;
import io.tierhub.support.World.Company;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** JWTs of an issuer, as an identity provider would sign them. */
class JwtIT extends HttpTest {

  private static final String ISSUER = "https://login.example.com/";
  private static final KeyPair KEYS = rsa();

  private Company vendor;

  @DynamicPropertySource
  static void anIssuer(DynamicPropertyRegistry properties) throws IOException {
    Path pem = Files.createTempFile("issuer", ".pem");
    pem.toFile().deleteOnExit();
    Files.writeString(pem, pem());
    properties.add("tierhub.jwt.issuer", () -> ISSUER);
    properties.add("tierhub.jwt.public-key-location", () -> pem.toUri().toString());
  }

  @BeforeEach
  void aVendor() {
    vendor = world().vendor();
  }

  private static String pem() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(KEYS.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  private static KeyPair rsa() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(List.of("other", "tierhub"))
        .subject("auth0|42")
        .claim("name", "Ingrid Dahl")
        .claim("tierhub_account", vendor.id())
        .claim("tierhub_environment", "production")
        .expirationTime(Date.from(Instant.now().plusSeconds(60)));
  }

  private Api bearer(JWTClaimsSet claims) {
    return bearer(claims, "JWT", JWSAlgorithm.RS256, new RSASSASigner(KEYS.getPrivate()));
  }

  private Api bearer(JWTClaimsSet claims, String type, JWSAlgorithm algorithm, JWSSigner signer) {
    JWSHeader.Builder header = new JWSHeader.Builder(algorithm);
    SignedJWT token =
        new SignedJWT(
            (type == null ? header : header.type(new JOSEObjectType(type))).build(), claims);
    try {
      token.sign(signer);
    } catch (com.nimbusds.jose.JOSEException failed) {
      throw new IllegalStateException(failed);
    }
    return api().as("Bearer " + token.serialize());
  }

  @Test
  void aJwtActsForThePartnerItNames() {
    Api.Answer me = bearer(claims().build()).get("/me").expect(200);
    assertThat(me.at("role")).isEqualTo("vendor");
    assertThat(me.at("account.id")).isEqualTo(vendor.id());
    assertThat(me.at("user.id")).isEqualTo("auth0|42");
    assertThat(me.at("user.name")).isEqualTo("Ingrid Dahl");
    assertThat(me.json().has("token")).isFalse();
    Api.Answer product =
        bearer(claims().build()).post("/products", "{\"name\": \"Backup\"}").expect(201);
    assertThat(product.at("owner.id")).isEqualTo(vendor.id());
    assertThat(product.at("events.created.by.name")).isEqualTo("Ingrid Dahl");
    Api.Answer audit =
        bearer(claims().build()).get("/audit?object.id=" + product.at("id")).expect(200);
    assertThat(audit.at("0.token.type")).isEqualTo("jwt");
    assertThat(audit.at("0.token.id")).isEqualTo("auth0|42");
  }

  @Test
  void theEnvironmentIsThatOfTheClaim() {
    Api test = bearer(claims().claim("tierhub_environment", "test").build());
    assertThat(test.get("/me").expect(200).at("environment")).isEqualTo("test");
    assertThat(test.get("/auth/tokens").expect(200).ids()).isEmpty();
  }

  @Test
  void accessTokensOfEitherTypeAreTaken() {
    RSASSASigner signer = new RSASSASigner(KEYS.getPrivate());
    for (String type : new String[] {"JWT", "at+jwt", null}) {
      bearer(claims().build(), type, JWSAlgorithm.RS256, signer).get("/me").expect(200);
    }
    for (String type : List.of("logout+jwt", "dpop+jwt")) {
      bearer(claims().build(), type, JWSAlgorithm.RS256, signer).get("/me").expect(401);
    }
  }

  @Test
  void aJwtThatIsNotForUsIsRefused() {
    List<UnaryOperator<JWTClaimsSet.Builder>> wrong =
        List.of(
            claims -> claims.issuer("https://evil.example.com/"),
            claims -> claims.audience("other"),
            claims -> claims.audience((String) null),
            claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(60))),
            claims -> claims.expirationTime(null),
            claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(60))),
            claims -> claims.subject(null),
            claims -> claims.subject("a\u0000b"),
            claims -> claims.claim("tierhub_account", "VA-000-000"),
            claims -> claims.claim("tierhub_account", "somebody"),
            claims -> claims.claim("tierhub_account", null),
            claims -> claims.claim("tierhub_account", List.of(vendor.id())),
            claims -> claims.claim("tierhub_environment", "moon"),
            claims -> claims.claim("tierhub_environment", null));
    for (UnaryOperator<JWTClaimsSet.Builder> how : wrong) {
      JWTClaimsSet claims = how.apply(claims()).build();
      Api.Answer refused = bearer(claims).get("/me");
      assertThat(refused.status()).as(claims.toString()).isEqualTo(401);
      assertThat(refused.at("error_code")).isEqualTo("AUTH_001");
      assertThat(refused.header("Content-Type")).isEqualTo("application/json");
    }
  }

  @Test
  void onlyTheIssuersSignatureCounts() throws Exception {
    bearer(claims().build(), "JWT", JWSAlgorithm.RS256, new RSASSASigner(rsa().getPrivate()))
        .get("/me")
        .expect(401);
    bearer(claims().build(), "JWT", JWSAlgorithm.RS512, new RSASSASigner(KEYS.getPrivate()))
        .get("/me")
        .expect(401);
    // The public key taken for a shared secret: the classic confusion of algorithms.
    for (byte[] secret : List.of(pem().getBytes(), KEYS.getPublic().getEncoded())) {
      bearer(claims().build(), "JWT", JWSAlgorithm.HS256, new MACSigner(secret))
          .get("/me")
          .expect(401);
    }
    api().as("Bearer " + new PlainJWT(claims().build()).serialize()).get("/me").expect(401);
    for (String garbage : List.of("", "x", "a.b.c", "e30.e30.e30")) {
      api().as("Bearer " + garbage).get("/me").expect(401);
    }
  }

  /** Whose key it is says the configuration; what a token says of that is not listened to. */
  @Test
  void keysThatATokenBringsAlongAreNone() throws Exception {
    KeyPair own = rsa();
    RSAKey key = new RSAKey.Builder((RSAPublicKey) own.getPublic()).keyID("mine").build();
    try (ServerSocketChannel trap =
        ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0))) {
      trap.configureBlocking(false);
      URI keys = URI.create("http://127.0.0.1:" + trap.socket().getLocalPort() + "/keys");
      for (JWSHeader header :
          List.of(
              new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(key).build(),
              new JWSHeader.Builder(JWSAlgorithm.RS256).jwkURL(keys).keyID("mine").build(),
              new JWSHeader.Builder(JWSAlgorithm.RS256).x509CertURL(keys).build(),
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("../../dev/null").build(),
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("' or '1'='1").build())) {
        SignedJWT token = new SignedJWT(header, claims().build());
        token.sign(new RSASSASigner(own.getPrivate()));
        Api.Answer refused = api().as("Bearer " + token.serialize()).get("/me").expect(401);
        assertThat(refused.at("error_code")).isEqualTo("AUTH_001");
      }
      assertThat(trap.accept()).as("nobody was asked for a key").isNull();
    }
  }

  /** One that is cut, or whose signature is another's, and one whose claims were changed. */
  @Test
  void whatWasSignedIsAllOrNothing() {
    String good = bearer(claims().build()).authorization();
    String other = bearer(claims().claim("tierhub_environment", "test").build()).authorization();
    String[] parts = good.split("\\.");
    String[] others = other.split("\\.");
    api().as(good).get("/me").expect(200);
    for (String token :
        List.of(
            parts[0] + "." + others[1] + "." + parts[2],
            parts[0] + "." + parts[1] + ".",
            parts[0] + "." + parts[1],
            parts[0] + "." + parts[1] + "." + parts[2].substring(4),
            good + ".x")) {
      api().as(token).get("/me").expect(401);
    }
    api().get("/me?access_token=" + good.substring("Bearer ".length())).expect(401);
  }

  @Test
  void tokensGoOnWorkingBesideIt() {
    vendor.api().get("/me").expect(200);
  }
}
