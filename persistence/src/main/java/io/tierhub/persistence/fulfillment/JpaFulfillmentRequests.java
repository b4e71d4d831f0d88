package io.tierhub.persistence.fulfillment;

import io.tierhub.claim.Claim;
import io.tierhub.fulfillment.AssetId;
import io.tierhub.fulfillment.AssetQueries;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequestQueries;
import io.tierhub.fulfillment.FulfillmentRequestStatus;
import io.tierhub.fulfillment.FulfillmentRequests;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.Rows;
import io.tierhub.persistence.claim.JdbcClaims;
import io.tierhub.persistence.inquiry.FormLinks;
import io.tierhub.persistence.parameter.JdbcUniqueValues;
import io.tierhub.persistence.read.ByReader;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Fulfillment requests: written through JPA, read as wire JSON with one statement each. */
@Repository
class JpaFulfillmentRequests implements FulfillmentRequests, FulfillmentRequestQueries {

  private final EntityManager entities;
  private final FulfillmentMapper mapper;
  private final JsonReads reads;
  private final ByReader<FulfillmentRequestTable> tables;
  private final AssetQueries assets;
  private final JdbcUniqueValues unique;
  private final JdbcClaims claims;

  JpaFulfillmentRequests(
      EntityManager entities,
      FulfillmentMapper mapper,
      JsonReads reads,
      FormLinks links,
      AssetQueries assets,
      JdbcUniqueValues unique,
      JdbcClaims claims) {
    this.entities = entities;
    this.mapper = mapper;
    this.reads = reads;
    this.tables = new ByReader<>(reader -> new FulfillmentRequestTable(reader, links));
    this.assets = assets;
    this.unique = unique;
    this.claims = claims;
  }

  @Override
  public void add(FulfillmentRequest request) {
    FulfillmentRequestEntity row = new FulfillmentRequestEntity();
    mapper.copy(request.snapshot(), row);
    entities.persist(row);
    claim(request, row);
  }

  /** What is asked for is the asker's; a draft asks for nothing yet. */
  private void claim(FulfillmentRequest request, FulfillmentRequestEntity row) {
    if (request.isOpen() && request.status() != FulfillmentRequestStatus.DRAFT) {
      unique.claim(row.productId, row.environment, row.assetId, row.params);
    }
  }

  @Override
  public Optional<FulfillmentRequest> peek(Actor actor, FulfillmentRequestId id) {
    return Optional.ofNullable(seen(id)).filter(request -> request.isVisibleTo(actor));
  }

  @Override
  public FulfillmentRequest peek(FulfillmentRequestId id) {
    FulfillmentRequest request = seen(id);
    if (request == null) {
      throw Rows.removed(id);
    }
    return request;
  }

  private @Nullable FulfillmentRequest seen(FulfillmentRequestId id) {
    // Detached at once: a later lock() must read the row anew.
    FulfillmentRequestEntity row = Rows.find(entities, FulfillmentRequestEntity.class, id);
    if (row == null) {
      return null;
    }
    entities.detach(row);
    return FulfillmentRequest.restore(mapper.snapshot(row));
  }

  @Override
  public FulfillmentRequest lock(FulfillmentRequestId id) {
    return FulfillmentRequest.restore(
        mapper.snapshot(Rows.lock(entities, FulfillmentRequestEntity.class, id)));
  }

  @Override
  public FulfillmentRequest latest(AssetId asset) {
    FulfillmentRequestEntity row =
        entities
            .createQuery(
                "select r from FulfillmentRequestEntity r where r.assetId = :asset order by"
                    + " r.number desc limit 1",
                FulfillmentRequestEntity.class)
            .setParameter("asset", asset.value())
            .getSingleResult();
    entities.detach(row);
    return FulfillmentRequest.restore(mapper.snapshot(row));
  }

  @Override
  public void save(FulfillmentRequest request) {
    FulfillmentRequest.Snapshot snapshot = request.snapshot();
    FulfillmentRequestEntity row =
        Rows.get(entities, FulfillmentRequestEntity.class, snapshot.id());
    if (row.revision != snapshot.revision()) {
      throw Rows.changed(snapshot.id());
    }
    mapper.copy(snapshot, row);
    claim(request, row);
  }

  @Override
  public List<FulfillmentRequestId> claim(Actor vendor, Claim claim) {
    return claims.claim(tables.of(vendor), vendor, claim).stream()
        .map(FulfillmentRequestId::new)
        .toList();
  }

  @Override
  public Page list(Actor actor, Query query) {
    return reads.page(tables.of(actor), actor, query);
  }

  @Override
  public Optional<Document> get(Actor actor, FulfillmentRequestId id) {
    return reads.one(tables.of(actor), actor, id.value());
  }

  @Override
  public Document all(Actor actor, List<FulfillmentRequestId> ids) {
    return reads.all(tables.of(actor), actor, ids);
  }

  @Override
  public Optional<Page> ofAsset(Actor actor, AssetId asset, Query query) {
    Page page = reads.page(tables.of(actor), actor, query, Sql.of("r.asset_id = ?", asset.value()));
    // Every asset has a request; so only a filter leaves none of an asset that is there.
    return page.total() > 0 || assets.get(actor, asset).isPresent()
        ? Optional.of(page)
        : Optional.empty();
  }

  @Override
  public List<FulfillmentRequestId> draftsOlderThan(Instant then, int limit) {
    return entities
        .createQuery(
            "select r.id from FulfillmentRequestEntity r where r.status = 'draft' and r.updatedAt <"
                + " :then order by r.updatedAt",
            String.class)
        .setParameter("then", then)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(FulfillmentRequestId::new)
        .toList();
  }

  @Override
  public void remove(FulfillmentRequest draft) {
    entities.remove(Rows.get(entities, FulfillmentRequestEntity.class, draft.id()));
    entities.flush();
    entities.remove(Rows.get(entities, AssetEntity.class, draft.asset()));
  }
}
