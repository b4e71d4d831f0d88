package io.tierhub.webhook;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Stamp;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner wants to be called when something happens that it may see. It never changes its
 * owner and environment.
 */
public final class Webhook {

  /** How many one partner may have in one environment. */
  public static final int MOST = 50;

  private final WebhookId id;
  private final PartnerId owner;
  private final Environment environment;
  private final Stamp created;
  private final long revision;
  private Profile profile;
  private WebhookSecrets secrets;
  private Stamp updated;

  private Webhook(Snapshot kept) {
    this.id = kept.id();
    this.owner = kept.owner();
    this.environment = kept.environment();
    this.created = kept.created();
    this.revision = kept.revision();
    this.profile = kept.profile();
    this.secrets = kept.secrets();
    this.updated = kept.updated();
  }

  public static Webhook open(
      WebhookId id,
      PartnerId owner,
      Environment environment,
      Profile profile,
      WebhookSecrets secrets,
      Stamp created) {
    return new Webhook(new Snapshot(id, owner, environment, profile, secrets, created, created, 0));
  }

  public static Webhook restore(Snapshot kept) {
    return new Webhook(kept);
  }

  public void describe(Profile to, Stamp by) {
    profile = to;
    updated = by;
  }

  /** Has its calls signed by what its owner says. */
  public void signTokensWith(String jwtSecret, Stamp by) {
    secrets = secrets.withJwt(jwtSecret, by.at());
    updated = by;
  }

  /**
   * Draws new secrets.
   *
   * @param overlap how long those that sign now go on signing
   */
  public void rotate(Duration overlap, Stamp by) {
    secrets = secrets.renewed(overlap, by.at());
    updated = by;
  }

  public WebhookId id() {
    return id;
  }

  public PartnerId owner() {
    return owner;
  }

  public Snapshot snapshot() {
    return new Snapshot(id, owner, environment, profile, secrets, created, updated, revision);
  }

  /**
   * What its owner may change.
   *
   * @param product the only one whose events it is told of; all if there is none
   * @param url what is called
   * @param data JSON that is sent along
   * @param headers a JSON object of texts that are sent along
   */
  public record Profile(
      WebhookType type,
      ObjectClass objectClass,
      String label,
      @Nullable String description,
      boolean active,
      String url,
      @Nullable ProductId product,
      String data,
      String headers) {}

  /** Everything that is kept and nothing derived. */
  public record Snapshot(
      WebhookId id,
      PartnerId owner,
      Environment environment,
      Profile profile,
      WebhookSecrets secrets,
      Stamp created,
      Stamp updated,
      long revision) {}
}
