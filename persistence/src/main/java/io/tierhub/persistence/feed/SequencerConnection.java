package io.tierhub.persistence.feed;

import io.tierhub.persistence.outage.PoolBeside;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * A connection beside the pool's: calls that hold all of those must not keep events from being
 * told.
 */
@Component
class SequencerConnection implements DisposableBean {

  /** Or the oldest would be sorted out of all, which is how PostgreSQL reads few rows. */
  private static final String BY_INDEX = "set enable_seqscan = off";

  private final PoolBeside own;

  SequencerConnection(DataSource pool) throws SQLException {
    own = PoolBeside.of(pool, "feed-sequencer", 0, BY_INDEX);
  }

  DataSource source() {
    return own.source();
  }

  @Override
  public void destroy() {
    own.close();
  }
}
