package io.tierhub.persistence.outage;

import com.zaxxer.hikari.util.DriverDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Opens the connections of a pool, and can cut all of them, also those that somebody waits on. */
final class PoolConnections extends DelegatingDataSource {

  private static final Logger LOG = LoggerFactory.getLogger(PoolConnections.class);

  private final Set<Connection> open =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  private volatile boolean answering = true;

  PoolConnections(DriverDataSource opener) {
    super(opener);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return keep(super.getConnection());
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return keep(super.getConnection(username, password));
  }

  private Connection keep(Connection connection) {
    open.removeIf(PoolConnections::isClosed);
    open.add(connection);
    return connection;
  }

  /** A connection beside the pool's, never cut and never waited for by it. */
  Connection beside() throws SQLException {
    return super.getConnection();
  }

  /** Whether the database answered when it was last asked. */
  boolean isAnswering() {
    return answering;
  }

  void answering(boolean now) {
    answering = now;
  }

  /**
   * Whoever waits for an answer on one of them gets an exception now; the pool throws them away.
   */
  void cut() {
    List<Connection> all;
    synchronized (open) {
      all = List.copyOf(open);
    }
    all.forEach(PoolConnections::cut);
  }

  private static void cut(Connection connection) {
    try {
      // Off this thread: over TLS, saying goodbye to somebody who does not listen may take a while.
      connection.abort(Thread::startVirtualThread);
    } catch (SQLException failure) {
      LOG.debug("a connection cannot be cut", failure);
    }
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException unusable) {
      return true;
    }
  }
}
