package io.tierhub.catalog;

import static io.tierhub.catalog.ConnectionAction.ACTIVATE;
import static io.tierhub.catalog.ConnectionAction.APPROVE;
import static io.tierhub.catalog.ConnectionAction.REJECT;
import static io.tierhub.catalog.ConnectionAction.REVOKE;
import static io.tierhub.catalog.ConnectionStatus.ACTIVE;
import static io.tierhub.catalog.ConnectionStatus.APPROVED;
import static io.tierhub.catalog.ConnectionStatus.PENDING;
import static io.tierhub.catalog.ConnectionStatus.REJECTED;
import static io.tierhub.catalog.ConnectionStatus.REVOKED;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import io.tierhub.partner.HubId;

/**
 * A product's way into a distributor's hub, for one environment. It is the distributor's consent:
 * what the distributor makes or approves is active at once, what the vendor makes is pending until
 * then. Either side revokes it. Who and what it connects never changes.
 */
public final class Connection {

  public static final Lifecycle<ConnectionStatus, ConnectionAction> LIFECYCLE =
      Lifecycle.of(ConnectionStatus.class, ConnectionAction.class, Refusal.CONNECTION_STATE)
          .allow(PENDING, APPROVE, APPROVED)
          .allow(PENDING, REJECT, REJECTED)
          .allow(PENDING, REVOKE, REVOKED)
          .allow(APPROVED, ACTIVATE, ACTIVE)
          .allow(APPROVED, REVOKE, REVOKED)
          .allow(ACTIVE, REVOKE, REVOKED)
          .allow(REVOKED, APPROVE, APPROVED)
          .allow(REJECTED, APPROVE, APPROVED)
          .by(APPROVE, Role.DISTRIBUTOR)
          .by(REJECT, Role.DISTRIBUTOR)
          .by(REVOKE, Role.VENDOR, Role.DISTRIBUTOR)
          .build();

  private final ConnectionId id;
  private final Ends ends;
  private final Stamp created;
  private final long revision;
  private ConnectionStatus status;
  private Stamp updated;

  private Connection(Snapshot kept) {
    this.id = kept.id();
    this.ends = kept.ends();
    this.created = kept.created();
    this.revision = kept.revision();
    this.status = kept.status();
    this.updated = kept.updated();
  }

  /**
   * Makes a connection.
   *
   * @param by who makes it: a distributor's is active at once
   */
  public static Connection establish(ConnectionId id, Ends ends, Role by, Stamp created) {
    Connection connection = new Connection(new Snapshot(id, ends, PENDING, created, created, 0));
    if (by == Role.DISTRIBUTOR) {
      connection.take(APPROVE, created);
    }
    return connection;
  }

  public static Connection restore(Snapshot kept) {
    return new Connection(kept);
  }

  /**
   * Moves to a status; to {@code approved} as well as to {@code active} by approving.
   *
   * @throws Refused if the status does not permit it, or the role may not do it
   */
  public void moveTo(ConnectionStatus wanted, Role role, Stamp by) {
    if (wanted == status || wanted == APPROVED && status == ACTIVE) {
      return;
    }
    ConnectionAction action =
        switch (wanted) {
          case APPROVED, ACTIVE -> status == APPROVED ? ACTIVATE : APPROVE;
          case REJECTED -> REJECT;
          case REVOKED -> REVOKE;
          case PENDING ->
              throw Refused.at(
                  Refusal.CONNECTION_STATE, "/status", "A connection never becomes pending again.");
        };
    if (action != ACTIVATE) {
      LIFECYCLE.requireActor(action, role);
    }
    take(action, by);
  }

  private void take(ConnectionAction action, Stamp by) {
    status = LIFECYCLE.next(status, action);
    if (status == APPROVED) {
      status = LIFECYCLE.next(status, ACTIVATE);
    }
    updated = by;
  }

  public ConnectionId id() {
    return id;
  }

  public Ends ends() {
    return ends;
  }

  public ConnectionStatus status() {
    return status;
  }

  public Snapshot snapshot() {
    return new Snapshot(id, ends, status, created, updated, revision);
  }

  /** What is connected with what. */
  public record Ends(
      ProductId product,
      PartnerId vendor,
      PartnerId distributor,
      HubId hub,
      Environment environment) {}

  /** Everything that is kept and nothing derived. */
  public record Snapshot(
      ConnectionId id,
      Ends ends,
      ConnectionStatus status,
      Stamp created,
      Stamp updated,
      long revision) {}
}
