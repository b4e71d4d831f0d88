package io.tierhub.persistence.outage;

import com.zaxxer.hikari.HikariDataSource;
import io.tierhub.kernel.OnBehalf;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Waits for a connection as briefly as the pool is told to while the database is away, and longer
 * while all of them are only in use: a crowd is no outage. Who is of the crowd waits for its own
 * sake: each caller has its share of the pool and no more.
 */
final class PatientPool extends DelegatingDataSource {

  private final PoolConnections connections;
  private final Duration whenAway;
  private final Duration whenBusy;
  private final FairShares shares;
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
    this.whenAway = Duration.ofMillis(pool.getConnectionTimeout());
    this.whenBusy = whenBusy;
    this.traced = traced;
    this.shares = new FairShares(pool.getMaximumPoolSize());
  }

  /** The other pool, waited for in the same way. */
  PatientPool asPatient(HikariDataSource other) {
    return new PatientPool(other, connections, whenBusy, traced);
  }

  @Override
  public Connection getConnection() throws SQLException {
    long begin = System.nanoTime();
    String caller = OnBehalf.caller().orElse(FairShares.NOBODY);
    awaitTurn(caller);
    Connection connection = null;
    try {
      connection = fromPool(begin);
      return shared(connection, caller);
    } finally {
      if (connection == null) {
        shares.giveBack(caller);
      }
    }
  }

  private void awaitTurn(String caller) throws SQLException {
    try {
      if (!shares.take(caller, connections::isAnswering, whenAway, whenBusy)) {
        throw new SQLTransientConnectionException("no connection became free in time");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("interrupted while waiting for a connection");
    }
  }

  private Connection fromPool(long begin) throws SQLException {
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

  /** The connection, whose place is given back once it is closed. */
  private Connection shared(Connection connection, String caller) {
    AtomicBoolean held = new AtomicBoolean(true);
    return (Connection)
        Proxy.newProxyInstance(
            PatientPool.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (itself, method, arguments) -> {
              try {
                return method.getName().equals("equals")
                    ? itself == arguments[0]
                    : invoke(connection, method, arguments);
              } finally {
                if (method.getName().equals("close") && held.getAndSet(false)) {
                  shares.giveBack(caller);
                }
              }
            });
  }

  private static Object invoke(Connection connection, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }
}
