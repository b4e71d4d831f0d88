package io.tierhub.persistence.fulfillment;

import io.tierhub.account.TierAccountId;
import io.tierhub.fulfillment.Asset;
import io.tierhub.fulfillment.AssetId;
import io.tierhub.fulfillment.AssetQueries;
import io.tierhub.fulfillment.AssetStatus;
import io.tierhub.fulfillment.Assets;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequestStatus;
import io.tierhub.fulfillment.Sale;
import io.tierhub.fulfillment.TierChain;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.IdTexts;
import io.tierhub.persistence.Rows;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Assets: written through JPA, read as wire JSON with one statement each. */
@Repository
class JpaAssets implements Assets, AssetQueries {

  private final EntityManager entities;
  private final JdbcTemplate jdbc;
  private final FulfillmentMapper mapper;
  private final JsonReads reads;

  JpaAssets(EntityManager entities, JdbcTemplate jdbc, FulfillmentMapper mapper, JsonReads reads) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.mapper = mapper;
    this.reads = reads;
  }

  @Override
  public void add(Asset asset) {
    AssetEntity row = new AssetEntity();
    mapper.copy(asset.snapshot(), row);
    entities.persist(row);
  }

  @Override
  public Optional<Asset> peek(Actor actor, AssetId id) {
    AssetEntity row = Rows.find(entities, AssetEntity.class, id);
    if (row == null) {
      return Optional.empty();
    }
    // Detached at once: a later lock() must read the row anew.
    entities.detach(row);
    return Optional.of(Asset.restore(mapper.snapshot(row)))
        .filter(asset -> asset.isVisibleTo(actor));
  }

  @Override
  public Asset lock(AssetId id) {
    return Asset.restore(mapper.snapshot(Rows.lock(entities, AssetEntity.class, id)));
  }

  @Override
  public void save(Asset asset) {
    Asset.Snapshot snapshot = asset.snapshot();
    AssetEntity row = Rows.get(entities, AssetEntity.class, snapshot.id());
    if (row.revision != snapshot.revision()) {
      throw Rows.changed(snapshot.id());
    }
    mapper.copy(snapshot, row);
  }

  @Override
  public TierChain tiers(AssetId id) {
    return jdbc.query(
            "select customer_id, tier1_id, tier2_id from asset where id = ?",
            (row, n) -> {
              String tier2 = row.getString("tier2_id");
              return new TierChain(
                  new TierAccountId(row.getString("customer_id")),
                  new TierAccountId(row.getString("tier1_id")),
                  tier2 == null ? null : new TierAccountId(tier2));
            },
            id.value())
        .getFirst();
  }

  @Override
  public Optional<Ordered> ordered(Sale sale, String externalUid) {
    return jdbc
        .query(
            "select a.id, a.status, r.id as request_id, r.status as request_status, case when"
                + " r.status = 'failed' then r.reason end as fail_message from asset a cross join"
                + " lateral (select * from fulfillment_request f where f.asset_id = a.id order by"
                + " f.number desc limit 1) r where a.distributor_id = ? and a.environment = ? and"
                + " a.product_id = ? and a.external_uid = ? and a.status <> 'terminated'",
            (row, n) ->
                new Ordered(
                    new AssetId(row.getString("id")),
                    IdTexts.constant(row.getString("status"), AssetStatus.class),
                    new FulfillmentRequestId(row.getString("request_id")),
                    IdTexts.constant(
                        row.getString("request_status"), FulfillmentRequestStatus.class),
                    row.getString("fail_message")),
            sale.distributor().value(),
            sale.environment().wire(),
            sale.product().value(),
            externalUid)
        .stream()
        .findFirst();
  }

  @Override
  public Page list(Actor actor, Query query) {
    return reads.page(AssetTable.of(actor), actor, query);
  }

  @Override
  public Optional<Document> get(Actor actor, AssetId id) {
    return reads.one(AssetTable.of(actor), actor, id.value());
  }
}
