package io.tierhub.web.security;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.core.io.Resource;

/** A public key as {@code openssl} writes it: {@code -----BEGIN PUBLIC KEY-----}. */
final class PublicKeyPem {

  /** The object identifier 1.2.840.113549.1.1.1 in DER, which every RSA key has in its header. */
  private static final String RSA_OID = "2a864886f70d010101";

  private PublicKeyPem() {}

  /**
   * @throws IllegalStateException if there is no such key, which stops the start
   */
  static JWK read(Resource pem) {
    try {
      String text = pem.getContentAsString(StandardCharsets.US_ASCII);
      String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      return key(Base64.getDecoder().decode(base64));
    } catch (IOException
        | GeneralSecurityException
        | IllegalArgumentException
        | IllegalStateException unreadable) {
      throw new IllegalStateException("no public key, RSA or P-256, in " + pem, unreadable);
    }
  }

  private static JWK key(byte[] der) throws GeneralSecurityException {
    X509EncodedKeySpec spec = new X509EncodedKeySpec(der);
    boolean isRsa = HexFormat.of().formatHex(der).contains(RSA_OID);
    return isRsa
        ? new RSAKey.Builder((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec))
            .build()
        : new ECKey.Builder(
                Curve.P_256, (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec))
            .build();
  }
}
