package io.tierhub.partner;

import static io.tierhub.partner.ApiTokenAction.ACTIVATE;
import static io.tierhub.partner.ApiTokenAction.DEACTIVATE;
import static io.tierhub.partner.ApiTokenAction.DELETE;
import static io.tierhub.partner.ApiTokenAction.RENEW;
import static io.tierhub.partner.ApiTokenAction.ROTATE;
import static io.tierhub.partner.ApiTokenStatus.ACTIVE;
import static io.tierhub.partner.ApiTokenStatus.DELETED;
import static io.tierhub.partner.ApiTokenStatus.INACTIVE;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import io.tierhub.kernel.UserRef;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a program shows to be let in, bound to one partner and one environment. It is issued active
 * with a secret that is shown once; its secret can be changed, at once or with an overlap; it can
 * be put to sleep and woken; and it ends by being deleted. Of secrets it knows the hashes only.
 */
public final class ApiToken {

  public static final Lifecycle<ApiTokenStatus, ApiTokenAction> LIFECYCLE =
      Lifecycle.of(ApiTokenStatus.class, ApiTokenAction.class, Refusal.TOKEN_STATE)
          .allow(ACTIVE, DEACTIVATE, INACTIVE)
          .allow(ACTIVE, ROTATE, ACTIVE)
          .allow(ACTIVE, RENEW, ACTIVE)
          .allow(ACTIVE, DELETE, DELETED)
          .allow(INACTIVE, ACTIVATE, ACTIVE)
          .allow(INACTIVE, ROTATE, INACTIVE)
          .allow(INACTIVE, DELETE, DELETED)
          .by(ACTIVATE, Role.values())
          .by(DEACTIVATE, Role.values())
          .by(ROTATE, Role.values())
          .by(RENEW, Role.values())
          .by(DELETE, Role.values())
          .build();

  /** How long a secret without end lives on after a renewal: an overlap must end some day. */
  public static final Duration OVERLAP_OF_ENDLESS = Duration.ofDays(7);

  private final ApiTokenId id;
  private final PartnerId owner;
  private final Environment environment;
  private final Stamp created;
  private final long revision;
  private Label label;
  private ApiTokenStatus status;
  private Secrets secrets;
  private Stamp updated;

  private ApiToken(Snapshot kept) {
    this.id = kept.id();
    this.owner = kept.owner();
    this.environment = kept.environment();
    this.created = kept.created();
    this.revision = kept.revision();
    this.label = kept.label();
    this.status = kept.status();
    this.secrets = kept.secrets();
    this.updated = kept.updated();
  }

  /**
   * Issues a token that lets in at once.
   *
   * @throws Refused if it would be dead on arrival
   */
  public static ApiToken issue(
      ApiTokenId id,
      PartnerId owner,
      Environment environment,
      Label label,
      Secret secret,
      @Nullable Instant expires,
      Stamp created) {
    requireFuture(expires, created.at());
    Secrets secrets = new Secrets(secret.hash(), expires, null, null);
    return new ApiToken(
        new Snapshot(id, owner, environment, label, ACTIVE, secrets, created, created, 0));
  }

  public static ApiToken restore(Snapshot kept) {
    return new ApiToken(kept);
  }

  public void relabel(Label to, Stamp by) {
    label = to;
    updated = by;
  }

  public void activate(Stamp by) {
    take(ACTIVATE, by);
  }

  public void deactivate(Stamp by) {
    take(DEACTIVATE, by);
  }

  /** From now on only the new secret opens. */
  public void rotate(Secret secret, @Nullable Instant expires, Stamp by) {
    requireFuture(expires, by.at());
    take(ROTATE, by);
    secrets = new Secrets(secret.hash(), expires, null, null);
  }

  /** The new secret opens from now on, and the old one until its own end. */
  public void renew(Secret secret, @Nullable Instant expires, Stamp by) {
    requireFuture(expires, by.at());
    Instant end = secrets.expires() == null ? by.at().plus(OVERLAP_OF_ENDLESS) : secrets.expires();
    if (expires != null && expires.isBefore(end)) {
      throw Refused.at(
          Refusal.INVALID,
          "/expiration_date",
          "A renewal does not end before what it renews, which is " + end + ".");
    }
    take(RENEW, by);
    secrets = new Secrets(secret.hash(), expires, secrets.hash(), end);
  }

  public void delete(Stamp by) {
    take(DELETE, by);
  }

  private void take(ApiTokenAction action, Stamp by) {
    status = LIFECYCLE.next(status, action);
    updated = by;
  }

  private static void requireFuture(@Nullable Instant expires, Instant now) {
    if (expires != null && !expires.isAfter(now)) {
      throw Refused.at(
          Refusal.INVALID,
          "/expiration_date",
          "This must be in the future; it is now " + now + ".");
    }
  }

  public ApiTokenId id() {
    return id;
  }

  public ApiTokenStatus status() {
    return status;
  }

  public Label label() {
    return label;
  }

  /** When the current secret ends; never, if there is no such moment. */
  public @Nullable Instant expires() {
    return secrets.expires();
  }

  /** The token as it is named where it acted. */
  public UserRef user() {
    return new UserRef(id.value(), label.name());
  }

  public Snapshot snapshot() {
    return new Snapshot(id, owner, environment, label, status, secrets, created, updated, revision);
  }

  /**
   * What its owner calls it.
   *
   * @param externalId the owner's own id for it
   */
  public record Label(String name, @Nullable String description, @Nullable String externalId) {}

  /**
   * @param hash SHA-256 of the current secret
   * @param previousHash of the secret before the last renewal
   */
  public record Secrets(
      byte[] hash,
      @Nullable Instant expires,
      byte @Nullable [] previousHash,
      @Nullable Instant previousExpires) {}

  /** Everything that is kept and nothing derived. */
  public record Snapshot(
      ApiTokenId id,
      PartnerId owner,
      Environment environment,
      Label label,
      ApiTokenStatus status,
      Secrets secrets,
      Stamp created,
      Stamp updated,
      long revision) {}
}
