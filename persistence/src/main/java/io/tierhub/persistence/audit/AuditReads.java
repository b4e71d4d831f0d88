package io.tierhub.persistence.audit;

import io.tierhub.audit.AuditQueries;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import org.springframework.stereotype.Component;

/** Reads the audit. */
@Component
class AuditReads implements AuditQueries {

  private static final AuditTable ENTRIES = new AuditTable();

  private final JsonReads reads;

  AuditReads(JsonReads reads) {
    this.reads = reads;
  }

  @Override
  public Page list(Actor actor, Query query) {
    return reads.page(ENTRIES, actor, query);
  }
}
