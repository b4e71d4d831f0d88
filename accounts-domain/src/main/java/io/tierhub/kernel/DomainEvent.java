package io.tierhub.kernel;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done, told to whoever reads the feed. Written in the transaction that did it.
 *
 * @param type past tense, {@code tier_account.changed}
 * @param subject the object's id
 * @param owner the partner the object belongs to
 * @param vendor the vendor who may read it too, if one is concerned
 * @param product the product concerned, if one is
 * @param by nobody when the system acted
 * @param trace the trace id of the call that caused it
 * @param data flat facts, without personal data: {@code from}, {@code to}, {@code version} …
 */
public record DomainEvent(
    String type,
    String subject,
    PartnerId owner,
    @Nullable PartnerId vendor,
    @Nullable String product,
    Environment environment,
    Instant at,
    @Nullable UserRef by,
    String trace,
    Map<String, Object> data) {

  public DomainEvent {
    // Always written in the same order, whatever map it came in.
    data = Collections.unmodifiableMap(new TreeMap<>(data));
  }

  /** The same, told to the owner only. */
  public DomainEvent forOwner() {
    return new DomainEvent(type, subject, owner, null, product, environment, at, by, trace, data);
  }

  /** The same, done by the system in consequence of something else. */
  public DomainEvent bySystem() {
    return new DomainEvent(
        type, subject, owner, vendor, product, environment, at, null, trace, data);
  }
}
