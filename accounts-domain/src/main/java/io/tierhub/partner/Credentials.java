package io.tierhub.partner;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.UserRef;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is kept of tokens to judge who knocks. */
public interface Credentials {

  /** The living token of that id ({@code SU-…}), whatever its status. */
  Optional<Kept> ofToken(String id);

  /** The partner with the user that acts for it when a JWT names the partner only. */
  Optional<PartnerId> partner(String id);

  /**
   * @param secretHash SHA-256 of the secret: the secret is random and long, so no slow hash is
   *     needed
   * @param previousSecretHash of the secret before a renewal, valid until its own end
   */
  record Kept(
      UserRef token,
      PartnerId partner,
      Environment environment,
      boolean active,
      byte[] secretHash,
      @Nullable Instant expiresAt,
      byte @Nullable [] previousSecretHash,
      @Nullable Instant previousSecretExpiresAt) {}
}
