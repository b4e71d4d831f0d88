package io.tierhub.persistence.outage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks the database the smallest question there is, again and again, on a connection of its own. A
 * frozen machine or a torn cable closes no connection, and a long statement is no reason to give
 * up; only that this question gets no answer tells one from the other. Then all connections of the
 * pool are cut, so that no call waits longer than its caller.
 */
@Component
class DatabaseWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

  private static final int QUESTIONS_PER_PATIENCE = 3;

  private final WatchedPool pool;
  private final Duration patience;
  private CountDownLatch stop = new CountDownLatch(0);
  private @Nullable Connection own;
  private boolean silent;

  /**
   * @param patience with a third more, and what the pool itself waits, below the 3 s within which
   *     callers are promised an answer
   */
  DatabaseWatch(WatchedPool pool, @Value("${tierhub.database.patience:1500ms}") Duration patience) {
    this.pool = pool;
    this.patience = patience;
  }

  @Override
  public void start() {
    pool.connections()
        .ifPresent(connections -> {
          CountDownLatch end = new CountDownLatch(1);
          stop = end;
          Thread.ofPlatform().daemon().name("database-watch").start(() -> run(connections, end));
        });
  }

  private void run(PoolConnections connections, CountDownLatch end) {
    try {
      do {
        ask(connections);
      } while (!end.await(patience.toMillis() / QUESTIONS_PER_PATIENCE, TimeUnit.MILLISECONDS));
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  private void ask(PoolConnections connections) {
    long asked = System.nanoTime();
    try {
      Connection connection = own == null ? open(connections) : own;
      own = connection;
      try (Statement question = connection.createStatement()) {
        question.execute("");
      }
      connections.answering(true);
      if (silent) {
        silent = false;
        LOG.info("the database answers again");
      }
    } catch (SQLException failure) {
      close();
      connections.answering(false);
      // A refusal comes at once and closes the connections anyway.
      if (System.nanoTime() - asked >= patience.toNanos()) {
        connections.cut();
        if (!silent) {
          silent = true;
          LOG.warn("the database does not answer; its connections are cut");
        }
      }
    }
  }

  private Connection open(PoolConnections connections) throws SQLException {
    Connection connection = connections.beside();
    connection.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
    return connection;
  }

  private void close() {
    Connection connection = own;
    own = null;
    if (connection != null) {
      try {
        connection.abort(Thread::startVirtualThread);
      } catch (SQLException failure) {
        LOG.debug("the watch's connection cannot be closed", failure);
      }
    }
  }

  @Override
  public void stop() {
    stop.countDown();
  }

  @Override
  public boolean isRunning() {
    return stop.getCount() > 0;
  }
}
