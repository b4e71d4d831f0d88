package io.tierhub.persistence.partner;

import io.tierhub.kernel.Actor;
import io.tierhub.partner.HubId;
import io.tierhub.partner.HubQueries;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads hubs. */
@Component
class HubReads implements HubQueries {

  private static final HubTable TABLE = new HubTable();

  private final JsonReads reads;

  HubReads(JsonReads reads) {
    this.reads = reads;
  }

  @Override
  public Page list(Actor actor, Query query) {
    return reads.page(TABLE, actor, query);
  }

  @Override
  public Optional<Document> get(Actor actor, HubId id) {
    return reads.one(TABLE, actor, id.value());
  }
}
