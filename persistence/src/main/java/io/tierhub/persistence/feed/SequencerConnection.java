package io.tierhub.persistence.feed;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * A connection beside the pool's: calls that hold all of those must not keep events from being
 * told. It is opened as they are, and cut with them in an outage. Not a bean of type {@link
 * DataSource}, so that nobody takes it for the pool.
 */
@Component
class SequencerConnection implements DisposableBean {

  private final HikariDataSource own;

  SequencerConnection(DataSource pool) throws SQLException {
    HikariConfig config = new HikariConfig();
    pool.unwrap(HikariDataSource.class).copyStateTo(config);
    config.setPoolName("feed-sequencer");
    config.setMaximumPoolSize(1);
    config.setAutoCommit(true);
    own = new HikariDataSource(config);
  }

  DataSource source() {
    return own;
  }

  @Override
  public void destroy() {
    own.close();
  }
}
