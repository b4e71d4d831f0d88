package io.tierhub.workflow;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.link.KeptLinkKey;
import io.tierhub.link.LinkKey;
import io.tierhub.link.LinkKeyRegister;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the keys that links are sealed with. They are the server's, for all companies and
 * environments, and so are for ops in production only.
 */
@Service
public class ManageLinkKeys {

  private static final Logger LOG = LoggerFactory.getLogger(ManageLinkKeys.class);

  private final LinkKeyRegister keys;
  private final Outbox outbox;
  private final Clock clock;

  ManageLinkKeys(LinkKeyRegister keys, Outbox outbox, Clock clock) {
    this.keys = keys;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** All of them, the oldest first. */
  @Transactional(readOnly = true)
  public List<KeptLinkKey> list(Actor actor) {
    requireOps(actor);
    return keys.all();
  }

  /** Draws another key: new links are sealed with it, and those of the older ones still open. */
  @Transactional
  public KeptLinkKey rotate(Actor actor) {
    requireOps(actor);
    int last = keys.lock().stream().mapToInt(KeptLinkKey::number).max().orElse(0);
    LinkKey key = LinkKey.draw(last + 1, clock.instant());
    keys.add(key);
    tell("created", key.number(), actor);
    return new KeptLinkKey(key.number(), key.made(), true);
  }

  /** Ends a key, and with it all links that were sealed with it. */
  @Transactional
  public void delete(Actor actor, int number) {
    requireOps(actor);
    KeptLinkKey key =
        keys.lock().stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(() -> Refused.notFound(String.valueOf(number)));
    if (key.newest()) {
      throw Refused.because(
          Refusal.LINK_KEY_NEWEST, "New links are sealed with key %d.".formatted(number));
    }
    keys.remove(number);
    tell("deleted", number, actor);
  }

  private static void requireOps(Actor actor) {
    if (actor.role() != Role.OPS || actor.environment() != Environment.PRODUCTION) {
      throw Refused.because(
          Refusal.FORBIDDEN, "The keys of links are for ops, with a token of production.");
    }
  }

  private void tell(String what, int number, Actor actor) {
    Instant now = clock.instant();
    outbox.append(
        new DomainEvent(
            "link_key." + what,
            "link-key-" + number,
            actor.account(),
            null,
            null,
            actor.environment(),
            now,
            actor.user(),
            actor.trace(),
            Map.of("number", number)));
    LOG.info("link key {} {} by {}", number, what, actor.user().id());
  }
}
