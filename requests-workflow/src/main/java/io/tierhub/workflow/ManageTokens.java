package io.tierhub.workflow;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.IdKind;
import io.tierhub.kernel.Ids;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import io.tierhub.partner.ApiToken;
import io.tierhub.partner.ApiTokenId;
import io.tierhub.partner.ApiTokenStatus;
import io.tierhub.partner.ApiTokens;
import io.tierhub.partner.IssuedToken;
import io.tierhub.partner.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues, changes and ends API tokens: everybody its own, of its own environment. */
@Service
public class ManageTokens {

  private static final Logger LOG = LoggerFactory.getLogger(ManageTokens.class);

  private final ApiTokens tokens;
  private final Ids ids;
  private final Outbox outbox;
  private final Clock clock;

  ManageTokens(ApiTokens tokens, Ids ids, Outbox outbox, Clock clock) {
    this.tokens = tokens;
    this.ids = ids;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  public IssuedToken issue(Actor actor, ApiToken.Label label, @Nullable Instant expires) {
    ApiTokenId id = new ApiTokenId(ids.next(IdKind.SERVICE_USER));
    Secret secret = Secret.draw();
    ApiToken token =
        ApiToken.issue(
            id, actor.account(), actor.environment(), label, secret, expires, stamp(actor));
    tokens.add(token);
    tell("created", token, actor, null);
    return new IssuedToken(id, secret);
  }

  /**
   * @param edit makes the new label out of the current one
   */
  @Transactional
  public ApiTokenId relabel(Actor actor, ApiTokenId id, UnaryOperator<ApiToken.Label> edit) {
    return change(
        actor, id, "changed", (token, now) -> token.relabel(edit.apply(token.label()), now));
  }

  @Transactional
  public ApiTokenId activate(Actor actor, ApiTokenId id) {
    return change(actor, id, "activated", ApiToken::activate);
  }

  @Transactional
  public ApiTokenId deactivate(Actor actor, ApiTokenId id) {
    return change(actor, id, "deactivated", ApiToken::deactivate);
  }

  @Transactional
  public ApiTokenId delete(Actor actor, ApiTokenId id) {
    return change(actor, id, "deleted", ApiToken::delete);
  }

  /** Gives the token another secret; the old one is dead at once. */
  @Transactional
  public IssuedToken rotate(Actor actor, ApiTokenId id, Expiry expiry) {
    Secret secret = Secret.draw();
    change(
        actor,
        id,
        "rotated",
        (token, now) -> token.rotate(secret, expiry.after(token.expires()), now));
    return new IssuedToken(id, secret);
  }

  /** Gives the token another secret; the old one lives until its own end. */
  @Transactional
  public IssuedToken renew(Actor actor, ApiTokenId id, Expiry expiry) {
    Secret secret = Secret.draw();
    change(
        actor,
        id,
        "renewed",
        (token, now) -> token.renew(secret, expiry.after(token.expires()), now));
    return new IssuedToken(id, secret);
  }

  private ApiTokenId change(
      Actor actor, ApiTokenId id, String what, BiConsumer<ApiToken, Stamp> verb) {
    ApiToken token = tokens.lock(actor, id).orElseThrow(() -> Refused.notFound(id));
    ApiTokenStatus from = token.status();
    verb.accept(token, stamp(actor));
    tokens.save(token);
    tell(what, token, actor, from);
    return id;
  }

  private Stamp stamp(Actor actor) {
    return new Stamp(clock.instant(), actor.user());
  }

  private void tell(String what, ApiToken token, Actor actor, @Nullable ApiTokenStatus from) {
    ApiToken.Snapshot kept = token.snapshot();
    String to = Lifecycle.wire(token.status());
    outbox.append(
        new DomainEvent(
            "api_token." + what,
            token.id().value(),
            kept.owner(),
            null,
            null,
            kept.environment(),
            kept.updated().at(),
            actor.user(),
            actor.trace(),
            from == null ? Map.of("to", to) : Map.of("from", Lifecycle.wire(from), "to", to)));
    LOG.info("{} {} by {}", token.id(), what, actor.user().id());
  }

  /** When the next secret ends, given when the last one does. */
  @FunctionalInterface
  public interface Expiry {
    @Nullable Instant after(@Nullable Instant current);
  }
}
