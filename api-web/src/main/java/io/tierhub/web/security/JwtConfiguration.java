package io.tierhub.web.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import io.tierhub.partner.Credentials;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Takes JWTs of one issuer beside our own tokens, once an issuer is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("tierhub.jwt.issuer")
@EnableConfigurationProperties(JwtProperties.class)
class JwtConfiguration {

  /**
   * Signatures that need the issuer's private key: nobody can pass a public key off as a secret.
   */
  private static final Set<SignatureAlgorithm> ALGORITHMS =
      Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256);

  private static final Duration CLOCKS_APART = Duration.ofSeconds(30);

  @Bean
  Doorkeeper bearerTokens(JwtProperties jwt, Credentials credentials, Clock clock) {
    return new BearerTokens(decoder(jwt, clock), credentials, jwt);
  }

  private static JwtDecoder decoder(JwtProperties jwt, Clock clock) {
    OAuth2TokenValidator<Jwt> rules = rules(jwt, clock);
    if (jwt.publicKeyLocation() != null) {
      JWKSet keys = new JWKSet(PublicKeyPem.read(jwt.publicKeyLocation()));
      return ruled(
          NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(keys))
              .jwsAlgorithms(taken -> taken.addAll(ALGORITHMS))
              .jwtProcessorCustomizer(JwtConfiguration::leaveTypeToUs)
              .build(),
          rules);
    }
    // Not before the first token: the server starts although the issuer is down.
    return new SupplierJwtDecoder(() -> ruled(published(jwt), rules));
  }

  private static NimbusJwtDecoder published(JwtProperties jwt) {
    NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder keys =
        jwt.jwkSetUri() == null
            ? NimbusJwtDecoder.withIssuerLocation(jwt.issuer())
            : NimbusJwtDecoder.withJwkSetUri(jwt.jwkSetUri());
    return keys.jwsAlgorithms(
            taken -> {
              taken.clear();
              taken.addAll(ALGORITHMS);
            })
        .jwtProcessorCustomizer(JwtConfiguration::leaveTypeToUs)
        .build();
  }

  private static NimbusJwtDecoder ruled(NimbusJwtDecoder decoder, OAuth2TokenValidator<Jwt> rules) {
    decoder.setJwtValidator(rules);
    return decoder;
  }

  private static OAuth2TokenValidator<Jwt> rules(JwtProperties jwt, Clock clock) {
    JwtTimestampValidator time = new JwtTimestampValidator(CLOCKS_APART);
    time.setClock(clock);
    time.setAllowEmptyExpiryClaim(false);
    // An ID token or a logout token is no access token, though the same issuer signed it.
    JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt", "application/at+jwt");
    type.setAllowEmpty(true);
    return new DelegatingOAuth2TokenValidator<>(
        List.of(
            time,
            new JwtIssuerValidator(jwt.issuer()),
            new JwtAudienceValidator(jwt.audience()),
            type));
  }

  /** Nimbus knows the type JWT only; the rules know {@code at+jwt} (RFC 9068) too. */
  private static void leaveTypeToUs(ConfigurableJWTProcessor<SecurityContext> processor) {
    processor.setJWSTypeVerifier((type, context) -> {});
  }
}
