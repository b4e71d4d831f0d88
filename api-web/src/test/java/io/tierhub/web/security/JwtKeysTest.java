package io.tierhub.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.partner.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** Where the issuer's keys come from. */
class JwtKeysTest {

  private static final String ISSUER = "https://login.example.com";
  private static final String TRACE = "0".repeat(32);

  private static final Credentials EVERYBODY =
      new Credentials() {
        @Override
        public Optional<Kept> ofToken(String id) {
          return Optional.empty();
        }

        @Override
        public Optional<PartnerId> partner(String id) {
          return Optional.of(new PartnerId(id));
        }
      };

  private static Doorkeeper doorkeeper(String jwkSetUri, Resource pem) {
    return doorkeeper(ISSUER, jwkSetUri, pem);
  }

  private static Doorkeeper doorkeeper(String issuer, String jwkSetUri, Resource pem) {
    return new JwtConfiguration()
        .bearerTokens(
            new JwtProperties(
                issuer, jwkSetUri, pem, "tierhub", "tierhub_account", "tierhub_environment"),
            EVERYBODY,
            Clock.systemUTC());
  }

  private static Resource pem(byte[] der) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return new ByteArrayResource(
        ("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")
            .getBytes(StandardCharsets.US_ASCII));
  }

  private static String token(JWSAlgorithm algorithm, String keyId, JWSSigner signer)
      throws Exception {
    return token(ISSUER, algorithm, keyId, signer);
  }

  private static String token(String issuer, JWSAlgorithm algorithm, String keyId, JWSSigner signer)
      throws Exception {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(algorithm).keyID(keyId).build(),
            new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("tierhub")
                .subject("bot")
                .claim("tierhub_account", "PA-111-222")
                .claim("tierhub_environment", "preview")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(1))))
                .build());
    token.sign(signer);
    return token.serialize();
  }

  private static KeyPair elliptic(String curve) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }

  @Test
  void anEllipticKeyInAFile() throws Exception {
    KeyPair keys = elliptic("secp256r1");
    Doorkeeper doorkeeper = doorkeeper(null, pem(keys.getPublic().getEncoded()));
    String token =
        token(JWSAlgorithm.ES256, null, new ECDSASigner((ECPrivateKey) keys.getPrivate()));
    Actor actor = doorkeeper.judge(token, TRACE).orElseThrow();
    assertThat(actor.account().value()).isEqualTo("PA-111-222");
    assertThat(actor.environment().wire()).isEqualTo("preview");
    assertThat(actor.user().name()).isEqualTo("bot");
    String other =
        token(
            JWSAlgorithm.ES256,
            null,
            new ECDSASigner((ECPrivateKey) elliptic("secp256r1").getPrivate()));
    assertThat(doorkeeper.judge(other, TRACE)).isEmpty();
  }

  @Test
  void aFileWithoutSuchAKeyStopsTheStart() throws Exception {
    Resource bigger = pem(elliptic("secp384r1").getPublic().getEncoded());
    for (Resource wrong :
        new Resource[] {pem(new byte[] {1, 2, 3}), new ByteArrayResource("?".getBytes()), bigger}) {
      assertThatThrownBy(() -> doorkeeper(null, wrong))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no public key");
    }
  }

  @Test
  void keysThatTheIssuerPublishes() throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).keyID("2026").generate();
    HttpServer issuer = server();
    publish(issuer, "/jwks", new JWKSet(key.toPublicJWK()).toString());
    try {
      Doorkeeper doorkeeper = doorkeeper(address(issuer) + "/jwks", null);
      String token = token(JWSAlgorithm.RS256, "2026", new RSASSASigner(key));
      assertThat(doorkeeper.judge(token, TRACE)).isPresent();
      RSAKey unknown = new RSAKeyGenerator(2048).keyID("2027").generate();
      assertThat(
              doorkeeper.judge(token(JWSAlgorithm.RS256, "2027", new RSASSASigner(unknown)), TRACE))
          .isEmpty();
    } finally {
      issuer.stop(0);
    }
  }

  @Test
  void whenTheIssuerIsAwayNobodyIsAccusedOfABadToken() throws Exception {
    HttpServer gone = server();
    gone.stop(0);
    Doorkeeper doorkeeper = doorkeeper(address(gone) + "/jwks", null);
    RSAKey key = new RSAKeyGenerator(2048).keyID("2026").generate();
    String token = token(JWSAlgorithm.RS256, "2026", new RSASSASigner(key));
    assertThat(refusal(doorkeeper, token)).isEqualTo(Refusal.UNAVAILABLE);
  }

  @Test
  void whatIsNoJwtIsRefusedWithoutTheIssuer() throws Exception {
    HttpServer gone = server();
    gone.stop(0);
    Doorkeeper doorkeeper = doorkeeper(address(gone), null, null);
    for (String garbage : List.of("", "x", "a.b.c", "SU-111-222-333:secret", "e30.e30.")) {
      assertThat(doorkeeper.judge(garbage, TRACE)).as(garbage).isEmpty();
    }
  }

  @Test
  void anIssuerIsAskedWhereItsKeysAre() throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).keyID("2026").generate();
    HttpServer server = server();
    String issuer = address(server);
    try {
      Doorkeeper doorkeeper = doorkeeper(issuer, null, null);
      String token = token(issuer, JWSAlgorithm.RS256, "2026", new RSASSASigner(key));
      assertThat(refusal(doorkeeper, token)).as("not there yet").isEqualTo(Refusal.UNAVAILABLE);

      publish(server, "/jwks", new JWKSet(key.toPublicJWK()).toString());
      publish(
          server,
          "/.well-known/openid-configuration",
          """
          {"issuer": "%s", "jwks_uri": "%s/jwks", "subject_types_supported": ["public"]}
          """
              .formatted(issuer, issuer));
      assertThat(doorkeeper.judge(token, TRACE)).isPresent();
      for (String wrong :
          List.of(
              token(ISSUER, JWSAlgorithm.RS256, "2026", new RSASSASigner(key)),
              token(issuer, JWSAlgorithm.RS512, "2026", new RSASSASigner(key)),
              token(
                  issuer,
                  JWSAlgorithm.RS256,
                  "2026",
                  new RSASSASigner(new RSAKeyGenerator(2048).generate())))) {
        assertThat(doorkeeper.judge(wrong, TRACE)).isEmpty();
      }
    } finally {
      server.stop(0);
    }
  }

  @Test
  void anIssuerThatSaysItIsAnotherIsNotTrusted() throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).keyID("2026").generate();
    HttpServer server = server();
    String issuer = address(server);
    try {
      publish(server, "/jwks", new JWKSet(key.toPublicJWK()).toString());
      publish(
          server,
          "/.well-known/openid-configuration",
          "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/jwks\"}".formatted(ISSUER, issuer));
      String token = token(issuer, JWSAlgorithm.RS256, "2026", new RSASSASigner(key));
      assertThat(refusal(doorkeeper(issuer, null, null), token)).isEqualTo(Refusal.UNAVAILABLE);
    } finally {
      server.stop(0);
    }
  }

  private static Refusal refusal(Doorkeeper doorkeeper, String token) {
    return catchThrowableOfType(Refused.class, () -> doorkeeper.judge(token, TRACE)).why();
  }

  private static HttpServer server() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    return server;
  }

  private static String address(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static void publish(HttpServer server, String path, String json) {
    server.createContext(
        path,
        exchange -> {
          byte[] body = json.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
  }
}
