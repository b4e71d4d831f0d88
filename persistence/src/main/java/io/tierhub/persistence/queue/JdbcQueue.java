package io.tierhub.persistence.queue;

import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import io.tierhub.queue.QueueQueries;
import org.springframework.stereotype.Repository;

@Repository
class JdbcQueue implements QueueQueries {

  private static final QueueTable TABLE = new QueueTable();

  private final JsonReads reads;

  JdbcQueue(JsonReads reads) {
    this.reads = reads;
  }

  @Override
  public Page list(Actor actor, Query query) {
    return reads.page(TABLE, actor, query);
  }
}
