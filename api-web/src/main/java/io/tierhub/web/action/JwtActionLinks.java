package io.tierhub.web.action;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tierhub.action.ActionLinks;
import io.tierhub.action.ActionPress;
import io.tierhub.action.ActionScope;
import io.tierhub.action.ActionSecrets;
import io.tierhub.web.wire.PublicAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Links whose {@code jwt} is signed by HS256 (wire-format §8.2). */
@Component
class JwtActionLinks implements ActionLinks {

  /** Long enough to follow the link, too short to keep it. */
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final PublicAddress address;
  private final Clock clock;

  JwtActionLinks(PublicAddress address, Clock clock) {
    this.address = address;
    this.clock = clock;
  }

  @Override
  public String link(String endpoint, ActionSecrets.Key key, ActionPress press) {
    return UriComponentsBuilder.fromUriString(endpoint)
        .queryParam("jwt", token(key, press))
        .build()
        .toUriString();
  }

  private String token(ActionSecrets.Key key, ActionPress press) {
    Instant now = clock.instant();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(JOSEObjectType.JWT)
            .keyID(String.valueOf(key.number()))
            .build();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .claim("action_id", press.localId())
            .claim(press.scope() == ActionScope.ASSET ? "asset_id" : "configuration_id", press.of())
            .claim("product_id", press.product().value())
            .claim("scope", press.scope().wire())
            .claim("environment", press.environment().wire())
            .claim("api_url", address.api())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .jwtID(UUID.randomUUID().toString())
            .build();
    SignedJWT jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(new MACSigner(key.secret().getBytes(StandardCharsets.UTF_8)));
    } catch (JOSEException impossible) {
      throw new IllegalStateException("a secret of ours is too short to sign with", impossible);
    }
    return jwt.serialize();
  }
}
