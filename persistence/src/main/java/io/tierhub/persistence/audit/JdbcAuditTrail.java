package io.tierhub.persistence.audit;

import io.tierhub.audit.AuditTrail;
import io.tierhub.audit.Cause;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.Prefixed;
import io.tierhub.kernel.UserRef;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an entry of each event, all of a transaction in one statement. An entry tells what its
 * event does, without the event's facts: what those say, the changed members say better.
 */
@Component
public class JdbcAuditTrail implements AuditTrail {

  private static final Logger LOG = LoggerFactory.getLogger(JdbcAuditTrail.class);

  private static final String INSERT =
      """
      with written as (
        insert into audit_entry (action, object_id, part_id, owner_id, vendor_id, environment, at,
                                 by_id, token_type, token_id, trace, sealed, salt, digest, hash)
        select action, object_id, part_id, owner_id, vendor_id, environment, at, by_id, token_type,
               token_id, trace, sealed, decode(salt, 'hex'), decode(digest, 'hex'),
               decode(hash, 'hex')
        from json_to_recordset(cast(? as json)) as e (
          action text, object_id text, part_id text, owner_id text, vendor_id text,
          environment text, at timestamptz, by_id text, token_type text, token_id text, trace text,
          sealed text, salt text, digest text, hash text)
        returning id
      )
      insert into audit_unsealed (entries) select array_agg(id order by id) from written
      """;

  /** The facts of an event that name what of the object it is about. */
  private static final List<String> PARTS =
      List.of("parameter", "template", "action", "message", "item");

  private static final int SALT_BYTES = 16;
  private static final HexFormat HEX = HexFormat.of();

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final Changes changes;
  private final SecureRandom random = new SecureRandom();

  JdbcAuditTrail(JdbcTemplate jdbc, JsonMapper json, Changes changes) {
    this.jdbc = jdbc;
    this.json = json;
    this.changes = changes;
  }

  @Override
  public void causedBy(Cause cause) {
    if (TransactionSynchronizationManager.getResource(this) == null) {
      TransactionSynchronizationManager.bindResource(this, cause);
      TransactionSynchronizationManager.registerSynchronization(new Forget());
    }
  }

  /** Writes the entries of events, whose changes were flushed. */
  public void write(List<DomainEvent> events) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (DomainEvent event : events) {
      if (isKept(event)) {
        entries.add(entry(event, event.subject(), part(event)));
      }
    }
    // What changed along with something else, such as the asset with its first order.
    for (String object : changes.left()) {
      events.stream()
          .filter(event -> event.data().containsValue(object))
          .findFirst()
          .ifPresent(event -> entries.add(entry(event, object, null)));
    }
    if (!entries.isEmpty()) {
      jdbc.update(INSERT, json.writeValueAsString(entries));
    }
  }

  /** Tells of changes that no event has told of: there is one missing. */
  public void complete() {
    Set<String> left = changes.left();
    // The texts that every product begins with are the same for all.
    left.removeIf(object -> Prefixed.looksLike("TL", object));
    if (!left.isEmpty()) {
      LOG.warn("changed without an event, and so not in the audit: {}", left);
    }
  }

  /** A request's step is noted in its conversation as well, which is no other thing to know. */
  private static boolean isKept(DomainEvent event) {
    return !"state_change".equals(event.data().get("type"));
  }

  private Map<String, Object> entry(DomainEvent event, String object, @Nullable String part) {
    Cause cause = (Cause) TransactionSynchronizationManager.getResource(this);
    UserRef by = event.by();
    String vendor =
        event.vendor() == null || event.vendor().equals(event.owner())
            ? null
            : event.vendor().value();
    String token =
        by == null
            ? null
            : cause != null
                ? Lifecycle.wire(cause.token())
                : Prefixed.looksLike("TA", by.id()) ? Lifecycle.wire(Cause.Token.LINK) : null;
    // As the column keeps it.
    Instant at = event.at().truncatedTo(ChronoUnit.MICROS);
    Map<String, @Nullable String> facts = new LinkedHashMap<>();
    facts.put("action", event.type());
    facts.put("object_id", object);
    facts.put("part_id", part);
    facts.put("owner_id", event.owner().value());
    facts.put("vendor_id", vendor);
    facts.put("environment", event.environment().wire());
    facts.put("by_id", by == null ? null : by.id());
    facts.put("token_type", token);
    facts.put("token_id", by == null || cause == null ? null : cause.tokenId());
    facts.put("trace", event.trace());
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    String sealed = json.writeValueAsString(sealed(event, object, part, cause));
    byte[] digest = Digests.ofSealed(salt, sealed);
    byte[] hash = Digests.ofEntry(Arrays.asList(facts.values().toArray(String[]::new)), at, digest);
    Map<String, Object> entry = new LinkedHashMap<>(facts);
    entry.put("at", at.toString());
    entry.put("sealed", sealed);
    entry.put("salt", HEX.formatHex(salt));
    entry.put("digest", HEX.formatHex(digest));
    entry.put("hash", HEX.formatHex(hash));
    return entry;
  }

  private static @Nullable String part(DomainEvent event) {
    return PARTS.stream()
        .map(event.data()::get)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .findFirst()
        .orElse(null);
  }

  private Map<String, Object> sealed(
      DomainEvent event, String object, @Nullable String part, @Nullable Cause cause) {
    Map<String, Change> told = new TreeMap<>(changes.take(object));
    if (part != null) {
      told.putAll(changes.take(part));
    }
    if (object.equals(event.subject())
        && !told.containsKey("status")
        && event.data().get("from") instanceof String from) {
      told.put("status", new Change(from, event.data().get("to"), false));
    }
    Map<String, Object> sealed = new LinkedHashMap<>();
    if (event.by() != null) {
      sealed.put("by", event.by().name());
    }
    if (cause != null && cause.reason() != null) {
      sealed.put("reason", cause.reason());
    }
    Map<String, Object> members = new LinkedHashMap<>();
    told.forEach((member, change) -> members.put(member, shown(change)));
    sealed.put("changes", members);
    return sealed;
  }

  private static Map<String, Object> shown(Change change) {
    Map<String, Object> shown = new LinkedHashMap<>();
    if (change.hidden()) {
      shown.put("hidden", true);
    }
    if (change.before() != null) {
      shown.put("before", change.before());
    }
    if (change.after() != null) {
      shown.put("after", change.after());
    }
    return shown;
  }

  private final class Forget implements TransactionSynchronization {
    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(JdbcAuditTrail.this);
    }
  }
}
