package io.tierhub.persistence.outage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Waits for a connection as briefly as the pool is told to while the database is away, and longer
 * while all of them are only in use: a crowd is no outage.
 */
final class PatientPool extends DelegatingDataSource {

  private final PoolConnections connections;
  private final Duration whenBusy;

  PatientPool(HikariDataSource pool, PoolConnections connections, Duration whenBusy) {
    super(pool);
    this.connections = connections;
    this.whenBusy = whenBusy;
  }

  /** The other pool, waited for in the same way. */
  PatientPool asPatient(HikariDataSource other) {
    return new PatientPool(other, connections, whenBusy);
  }

  @Override
  public Connection getConnection() throws SQLException {
    long begin = System.nanoTime();
    while (true) {
      try {
        return super.getConnection();
      } catch (SQLTransientConnectionException none) {
        if (!connections.isAnswering() || System.nanoTime() - begin >= whenBusy.toNanos()) {
          throw none;
        }
      }
    }
  }
}
