package io.tierhub.persistence.partner;

import io.tierhub.kernel.Actor;
import io.tierhub.partner.HubId;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.partner.MarketplaceQueries;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads marketplaces. */
@Component
class MarketplaceReads implements MarketplaceQueries {

  private static final MarketplaceTable TABLE = new MarketplaceTable();

  private final JsonReads reads;

  MarketplaceReads(JsonReads reads) {
    this.reads = reads;
  }

  @Override
  public Page list(Actor actor, Query query) {
    return reads.page(TABLE, actor, query);
  }

  @Override
  public Page ofHub(Actor actor, HubId hub, Query query) {
    Sql there =
        Sql.of(
            "exists (select 1 from marketplace_hub there where there.marketplace_id = m.id and"
                + " there.hub_id = ?)",
            hub.value());
    return reads.page(TABLE, actor, query, there);
  }

  @Override
  public Optional<Document> get(Actor actor, MarketplaceId id) {
    return reads.one(TABLE, actor, id.value());
  }
}
