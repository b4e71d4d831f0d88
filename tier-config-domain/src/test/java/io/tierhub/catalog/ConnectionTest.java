package io.tierhub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import io.tierhub.partner.HubId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConnectionTest {

  private static final Stamp NOW = new Stamp(Instant.parse("2026-11-22T12:00:00Z"), null);

  private static final Connection.Ends ENDS =
      new Connection.Ends(
          new ProductId("PRD-111-222-333"),
          new PartnerId("VA-111-222"),
          new PartnerId("PA-111-222"),
          new HubId("HB-1111-2222"),
          Environment.TEST);

  /** A dash is a refusal. */
  private static final String MATRIX =
      """
      .         APPROVE   REJECT    ACTIVATE  REVOKE
      PENDING   APPROVED  REJECTED  -         REVOKED
      APPROVED  -         -         ACTIVE    REVOKED
      REJECTED  APPROVED  -         -         -
      REVOKED   APPROVED  -         -         -
      ACTIVE    -         -         -         REVOKED
      """;

  /** Where asking for a status leads; a dash is a refusal. */
  private static final String MOVES =
      """
      .         PENDING  APPROVED  REJECTED  REVOKED  ACTIVE
      PENDING   PENDING  ACTIVE    REJECTED  REVOKED  ACTIVE
      APPROVED  -        APPROVED  -         REVOKED  ACTIVE
      REJECTED  -        ACTIVE    REJECTED  -        ACTIVE
      REVOKED   -        ACTIVE    -         REVOKED  ACTIVE
      ACTIVE    -        ACTIVE    -         REVOKED  ACTIVE
      """;

  private static Connection in(ConnectionStatus status) {
    return Connection.restore(
        new Connection.Snapshot(new ConnectionId("CT-1111-2222"), ENDS, status, NOW, NOW, 0));
  }

  @Test
  void theLifecycleIsExactlyThisTable() {
    StringBuilder drawn = new StringBuilder(".");
    for (ConnectionAction action : ConnectionAction.values()) {
      drawn.append(' ').append(action);
    }
    for (ConnectionStatus status : ConnectionStatus.values()) {
      drawn.append('\n').append(status);
      for (ConnectionAction action : ConnectionAction.values()) {
        String to = Connection.LIFECYCLE.peek(status, action).map(Enum::name).orElse("-");
        drawn.append(' ').append(to);
      }
    }
    assertThat(drawn.toString()).isEqualToNormalizingWhitespace(MATRIX);
  }

  @Test
  void askingForAStatusLeadsThereOrIsRefused() {
    StringBuilder drawn = new StringBuilder(".");
    for (ConnectionStatus wanted : ConnectionStatus.values()) {
      drawn.append(' ').append(wanted);
    }
    for (ConnectionStatus from : ConnectionStatus.values()) {
      drawn.append('\n').append(from);
      for (ConnectionStatus wanted : ConnectionStatus.values()) {
        Connection connection = in(from);
        Refused refused =
            catchThrowableOfType(
                Refused.class, () -> connection.moveTo(wanted, Role.DISTRIBUTOR, NOW));
        if (refused == null) {
          drawn.append(' ').append(connection.status());
        } else {
          assertThat(refused.why()).isEqualTo(Refusal.CONNECTION_STATE);
          assertThat(connection.status()).isEqualTo(from);
          drawn.append(" -");
        }
      }
    }
    assertThat(drawn.toString()).isEqualToNormalizingWhitespace(MOVES);
  }

  @Test
  void itIsTheDistributorsConsent() {
    ConnectionId id = new ConnectionId("CT-1111-2222");
    Connection ofDistributor = Connection.establish(id, ENDS, Role.DISTRIBUTOR, NOW);
    assertThat(ofDistributor.status()).isEqualTo(ConnectionStatus.ACTIVE);
    Connection ofVendor = Connection.establish(id, ENDS, Role.VENDOR, NOW);
    assertThat(ofVendor.status()).isEqualTo(ConnectionStatus.PENDING);
    for (ConnectionStatus wanted :
        new ConnectionStatus[] {
          ConnectionStatus.APPROVED, ConnectionStatus.ACTIVE, ConnectionStatus.REJECTED
        }) {
      Refused refused =
          catchThrowableOfType(Refused.class, () -> ofVendor.moveTo(wanted, Role.VENDOR, NOW));
      assertThat(refused.why()).isEqualTo(Refusal.FORBIDDEN);
    }
    ofDistributor.moveTo(ConnectionStatus.REVOKED, Role.VENDOR, NOW);
    assertThat(ofDistributor.status()).isEqualTo(ConnectionStatus.REVOKED);
  }
}
