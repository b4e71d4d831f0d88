package io.tierhub.web.security;

import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import io.tierhub.audit.Cause;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.UserRef;
import io.tierhub.partner.Credentials;
import java.text.ParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;

/** Judges JWTs of the configured issuer. The claims say for which partner and where. */
final class BearerTokens implements Doorkeeper {

  private static final Logger LOG = LoggerFactory.getLogger(BearerTokens.class);
  private static final int LONGEST_NAME = 255;

  private final JwtDecoder decoder;
  private final Credentials credentials;
  private final JwtProperties jwt;

  BearerTokens(JwtDecoder decoder, Credentials credentials, JwtProperties jwt) {
    this.decoder = decoder;
    this.credentials = credentials;
    this.jwt = jwt;
  }

  @Override
  public String scheme() {
    return "Bearer ";
  }

  @Override
  public Cause.Token token() {
    return Cause.Token.JWT;
  }

  @Override
  public Optional<Actor> judge(String token, String trace) {
    if (!isJwt(token)) {
      return Optional.empty();
    }
    Jwt claims;
    try {
      claims = decoder.decode(token);
    } catch (BadJwtException bad) {
      LOG.debug("a JWT was refused: {}", bad.getMessage());
      return Optional.empty();
    } catch (JwtException | JwtDecoderInitializationException noKeys) {
      LOG.warn(
          "the keys of {} cannot be had: {}",
          jwt.issuer(),
          NestedExceptionUtils.getMostSpecificCause(noKeys).getMessage());
      throw Refused.because(Refusal.UNAVAILABLE, "The issuer's keys are not available. Try again.");
    }
    return partner(claims)
        .flatMap(partner ->
            environment(claims)
                .flatMap(environment ->
                    user(claims).map(user -> new Actor(partner, environment, user, trace))));
  }

  /** What is none is refused without asking the issuer for its keys. */
  private static boolean isJwt(String token) {
    try {
      return JWTParser.parse(token) instanceof SignedJWT;
    } catch (ParseException garbage) {
      return false;
    }
  }

  private Optional<PartnerId> partner(Jwt claims) {
    return text(claims, jwt.accountClaim()).flatMap(credentials::partner);
  }

  private Optional<Environment> environment(Jwt claims) {
    return text(claims, jwt.environmentClaim()).flatMap(Environment::ofWire);
  }

  private static Optional<UserRef> user(Jwt claims) {
    return text(claims, "sub")
        .map(subject -> new UserRef(subject, text(claims, "name").orElse(subject)));
  }

  /** What is kept as who did it must be fit to be kept. */
  private static Optional<String> text(Jwt claims, String name) {
    @Nullable Object value = claims.getClaim(name);
    return value instanceof String text
            && !text.isBlank()
            && text.length() <= LONGEST_NAME
            && text.chars()
                .noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))
        ? Optional.of(text)
        : Optional.empty();
  }
}
