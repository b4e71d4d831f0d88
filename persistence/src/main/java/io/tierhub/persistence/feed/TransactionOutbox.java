package io.tierhub.persistence.feed;

import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.Outbox;
import io.tierhub.persistence.audit.JdbcAuditTrail;
import io.tierhub.persistence.claim.JdbcClaims;
import io.tierhub.workflow.PendingChanges;
import jakarta.persistence.EntityManager;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gathers a transaction's events and writes them in one statement before it commits. Their numbers
 * are drawn then, while the rows they tell of are still locked: so two changes of one object always
 * have theirs in the order in which they happened. The audit is told of the same events then, and
 * what they tell to be pending no more is claimed by nobody any more.
 */
@Component
class TransactionOutbox implements Outbox, PendingChanges {

  private static final String INSERT =
      "insert into outbox (type, subject, owner_id, vendor_id, product_id, environment, at, by_id,"
          + " by_name, trace, data) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String PENDING = "pending";

  private final JdbcTemplate jdbc;
  private final EntityManager entities;
  private final JdbcAuditTrail audit;
  private final JdbcClaims claims;
  private final JsonMapper json;
  private final ApplicationEventPublisher publisher;

  TransactionOutbox(
      JdbcTemplate jdbc,
      EntityManager entities,
      JdbcAuditTrail audit,
      JdbcClaims claims,
      JsonMapper json,
      ApplicationEventPublisher publisher) {
    this.jdbc = jdbc;
    this.entities = entities;
    this.audit = audit;
    this.claims = claims;
    this.json = json;
    this.publisher = publisher;
  }

  /** Told after a commit that appended events, on the thread that committed. */
  record Committed() {}

  @Override
  public void append(DomainEvent event) {
    Gathered gathered = gathered();
    gathered.events.add(event);
  }

  @Override
  public void write() {
    entities.flush();
    gathered().writeNew();
  }

  @Override
  public List<DomainEvent> events() {
    return List.copyOf(gathered().events);
  }

  private Gathered gathered() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      throw new IllegalStateException("an event outside of any transaction would be lost");
    }
    Gathered gathered = (Gathered) TransactionSynchronizationManager.getResource(this);
    if (gathered == null) {
      gathered = new Gathered();
      TransactionSynchronizationManager.bindResource(this, gathered);
      TransactionSynchronizationManager.registerSynchronization(gathered);
    }
    return gathered;
  }

  /** The events of one transaction. */
  private final class Gathered implements TransactionSynchronization {

    private final List<DomainEvent> events = new ArrayList<>();
    private int written;

    void writeNew() {
      if (written == events.size()) {
        return;
      }
      List<DomainEvent> fresh = List.copyOf(events.subList(written, events.size()));
      jdbc.batchUpdate(INSERT, fresh.stream().map(this::row).toList());
      audit.write(fresh);
      List<String> decided =
          fresh.stream()
              .filter(event -> PENDING.equals(event.data().get("from")))
              .map(DomainEvent::subject)
              .toList();
      if (!decided.isEmpty()) {
        claims.end(decided);
      }
      written = events.size();
    }

    private Object[] row(DomainEvent event) {
      return new Object[] {
        event.type(),
        event.subject(),
        event.owner().value(),
        event.vendor() == null ? null : event.vendor().value(),
        event.product(),
        event.environment().wire(),
        event.at().atOffset(ZoneOffset.UTC),
        event.by() == null ? null : event.by().id(),
        event.by() == null ? null : event.by().name(),
        event.trace(),
        json.writeValueAsString(event.data())
      };
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      // What the flush refuses must be refused before events are numbered.
      entities.flush();
      writeNew();
      audit.complete();
    }

    @Override
    public void afterCommit() {
      if (written > 0) {
        publisher.publishEvent(new Committed());
      }
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(TransactionOutbox.this);
    }
  }
}
