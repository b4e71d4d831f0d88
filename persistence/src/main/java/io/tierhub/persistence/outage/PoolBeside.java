package io.tierhub.persistence.outage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Another pool, whose connections are opened as those of the pool are and cut with them in an
 * outage, and whose callers are as patient. Not a {@link DataSource} itself, so that nobody takes
 * it for the pool.
 */
public final class PoolBeside implements AutoCloseable {

  private final HikariDataSource own;
  private final DataSource source;

  private PoolBeside(HikariDataSource own, DataSource source) {
    this.own = own;
    this.source = source;
  }

  /**
   * @param part of the pool's size that this one has, and at least one connection
   * @param first the statement that every connection begins with; may be empty
   */
  public static PoolBeside of(DataSource pool, String name, double part, String first)
      throws SQLException {
    HikariConfig config = new HikariConfig();
    pool.unwrap(HikariDataSource.class).copyStateTo(config);
    int size = (int) Math.max(1, Math.ceil(part * config.getMaximumPoolSize()));
    config.setPoolName(name);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(Math.min(size, config.getMinimumIdle()));
    config.setAutoCommit(true);
    config.setConnectionInitSql(first.isEmpty() ? null : first);
    HikariDataSource own = new HikariDataSource(config);
    return new PoolBeside(
        own,
        pool.isWrapperFor(PatientPool.class) ? pool.unwrap(PatientPool.class).asPatient(own) : own);
  }

  public DataSource source() {
    return source;
  }

  @Override
  public void close() {
    own.close();
  }
}
