package io.tierhub.web.security;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tierhub.audit.Cause;
import io.tierhub.kernel.Actor;
import io.tierhub.partner.ApiTokenId;
import io.tierhub.partner.Credentials;
import io.tierhub.partner.Secret;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Judges {@code SU-…:secret}. A revoked token dies on every copy once the short memory ends. */
@Component
public class ApiKeys implements Doorkeeper {

  /** Well below the 5 s within which a revoked token must be dead everywhere (design §9). */
  private static final Duration REMEMBERED = Duration.ofSeconds(2);

  private static final int MOST_REMEMBERED = 10_000;
  private static final byte[] NO_HASH = new byte[32];

  private final Credentials credentials;
  private final Clock clock;
  private final AsyncCache<String, Optional<Credentials.Kept>> remembered =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST_REMEMBERED).buildAsync();

  ApiKeys(Credentials credentials, Clock clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  @Override
  public String scheme() {
    return "ApiKey ";
  }

  @Override
  public Cause.Token token() {
    return Cause.Token.API_TOKEN;
  }

  @Override
  public Optional<Actor> judge(String key, String trace) {
    int colon = key.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String id = key.substring(0, colon);
    byte[] hash = Secret.hashOf(key.substring(colon + 1));
    Optional<Credentials.Kept> known = known(id);
    Instant now = clock.instant();
    // The same work whether the token exists or not, so that time tells nothing.
    boolean matches = matches(hash, known.orElse(null), now);
    return known
        .filter(kept -> matches && kept.active() && isBefore(now, kept.expiresAt()))
        .map(kept -> new Actor(kept.partner(), kept.environment(), kept.token(), trace));
  }

  /** Has this copy look again at once, after the token was changed here. */
  public void forget(ApiTokenId id) {
    remembered.synchronous().invalidate(id.value());
  }

  /**
   * Callers of one token who come together share one look, and its failure: while the database is
   * away none waits for those before it. A look that {@link #forget} overtakes is not remembered.
   */
  private Optional<Credentials.Kept> known(String id) {
    try {
      return remembered
          .get(
              id,
              (key, executor) ->
                  CompletableFuture.supplyAsync(
                      () -> credentials.ofToken(key), Thread::startVirtualThread))
          .join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof DataAccessException away) {
        throw away;
      }
      throw failure;
    }
  }

  private static boolean matches(byte[] hash, Credentials.@Nullable Kept kept, Instant now) {
    byte[] current = kept == null ? NO_HASH : kept.secretHash();
    byte[] previous = kept == null ? null : kept.previousSecretHash();
    boolean isCurrent = MessageDigest.isEqual(hash, current);
    boolean isPrevious =
        MessageDigest.isEqual(hash, previous == null ? NO_HASH : previous)
            && previous != null
            && kept != null
            && isBefore(now, kept.previousSecretExpiresAt());
    return isCurrent || isPrevious;
  }

  private static boolean isBefore(Instant now, @Nullable Instant end) {
    return end == null || now.isBefore(end);
  }
}
