package io.tierhub.web.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Whose JWTs are taken. Without an issuer, none are.
 *
 * @param issuer must be the token's {@code iss}; asked for its keys if neither of the next two says
 *     where they are
 * @param jwkSetUri where the issuer publishes its keys
 * @param publicKeyLocation a PEM file with the issuer's one key, RSA or P-256
 * @param audience must be in the token's {@code aud}
 * @param accountClaim holds the partner's id, {@code VA-…}, {@code PA-…} or {@code OP-…}
 * @param environmentClaim holds {@code production}, {@code test} or {@code preview}
 */
@ConfigurationProperties("tierhub.jwt")
record JwtProperties(
    String issuer,
    @Nullable String jwkSetUri,
    @Nullable Resource publicKeyLocation,
    @DefaultValue("tierhub") String audience,
    @DefaultValue("tierhub_account") String accountClaim,
    @DefaultValue("tierhub_environment") String environmentClaim) {}
