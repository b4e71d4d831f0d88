package io.tierhub.persistence.outage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Waits for a connection as briefly as the pool is told to while the database is away, and longer
 * while all of them are only in use: a crowd is no outage.
 */
final class PatientPool extends DelegatingDataSource {

  private final PoolConnections connections;
  private final Duration whenBusy;
  private final UnaryOperator<DataSource> traced;

  /**
   * @param traced the pool with its statements in traces, or as it is
   */
  PatientPool(
      HikariDataSource pool,
      PoolConnections connections,
      Duration whenBusy,
      UnaryOperator<DataSource> traced) {
    super(traced.apply(pool));
    this.connections = connections;
    this.whenBusy = whenBusy;
    this.traced = traced;
  }

  /** The other pool, waited for in the same way. */
  PatientPool asPatient(HikariDataSource other) {
    return new PatientPool(other, connections, whenBusy, traced);
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
