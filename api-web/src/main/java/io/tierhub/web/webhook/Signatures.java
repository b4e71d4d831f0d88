package io.tierhub.web.webhook;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.tierhub.webhook.WebhookId;
import io.tierhub.webhook.WebhookSecrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * By what whoever is called knows that it is us: the token of Connect's webhooks (wire-format
 * §9.2), in the header that its handlers read and in the one that its documents name, and the
 * signatures of Standard Webhooks.
 */
final class Signatures {

  private static final Duration LIFE = Duration.ofMinutes(5);

  private Signatures() {}

  /** The headers of a call. */
  static Map<String, String> of(
      io.tierhub.webhook.Webhook.Snapshot webhook, String message, Instant at, String body) {
    WebhookSecrets secrets = webhook.secrets();
    String bearer = "Bearer " + token(webhook.id(), message, at, secrets.token(at));
    long seconds = at.getEpochSecond();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", bearer);
    headers.put("Authentication", bearer);
    headers.put(Webhook.UNBRANDED_MSG_ID_KEY, message);
    headers.put(Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, String.valueOf(seconds));
    headers.put(
        Webhook.UNBRANDED_MSG_SIGNATURE_KEY,
        secrets.signing(at).stream()
            .map(secret -> signature(secret, message, seconds, body))
            .collect(Collectors.joining(" ")));
    return headers;
  }

  private static String signature(String secret, String id, long seconds, String body) {
    try {
      return new Webhook(secret).sign(id, seconds, body);
    } catch (WebhookSigningException impossible) {
      throw new IllegalStateException("every Java can sign", impossible);
    }
  }

  private static String token(
      WebhookId webhook, String message, Instant now, WebhookSecrets.Key key) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(JOSEObjectType.JWT)
            .keyID(String.valueOf(key.number()))
            .build();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .claim("webhook_id", webhook.value())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .jwtID(message)
            .build();
    SignedJWT jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(new MACSigner(key.secret().getBytes(StandardCharsets.UTF_8)));
    } catch (JOSEException impossible) {
      throw new IllegalStateException("a secret that was let in is too short", impossible);
    }
    return jwt.serialize();
  }
}
