package io.tierhub.persistence.tieraccountrequest;

import io.tierhub.claim.Claim;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.Rows;
import io.tierhub.persistence.claim.JdbcClaims;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import io.tierhub.tieraccountrequest.TierAccountRequest;
import io.tierhub.tieraccountrequest.TierAccountRequestId;
import io.tierhub.tieraccountrequest.TierAccountRequestQueries;
import io.tierhub.tieraccountrequest.TierAccountRequests;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tier account requests: written through JPA, read as wire JSON with one statement each. */
@Repository
class JpaTierAccountRequests implements TierAccountRequests, TierAccountRequestQueries {

  private static final TierAccountRequestTable TABLE = new TierAccountRequestTable();

  private final EntityManager entities;
  private final TierAccountRequestMapper mapper;
  private final JsonReads reads;
  private final JdbcClaims claims;

  JpaTierAccountRequests(
      EntityManager entities, TierAccountRequestMapper mapper, JsonReads reads, JdbcClaims claims) {
    this.entities = entities;
    this.mapper = mapper;
    this.reads = reads;
    this.claims = claims;
  }

  @Override
  public void addAll(List<TierAccountRequest> requests) {
    for (TierAccountRequest request : requests) {
      TierAccountRequestEntity row = new TierAccountRequestEntity();
      mapper.copy(request.snapshot(), row);
      entities.persist(row);
    }
  }

  @Override
  public Optional<TierAccountRequest> lock(Actor actor, TierAccountRequestId id) {
    TierAccountRequestEntity row =
        Rows.find(entities, TierAccountRequestEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
    return Optional.ofNullable(row)
        .map(mapper::snapshot)
        .map(TierAccountRequest::restore)
        .filter(request -> isVisible(actor, request));
  }

  private static boolean isVisible(Actor actor, TierAccountRequest request) {
    if (actor.environment() != request.environment()) {
      return false;
    }
    return switch (actor.role()) {
      case OPS -> true;
      case DISTRIBUTOR -> actor.is(request.provider());
      case VENDOR -> actor.is(request.vendor());
    };
  }

  @Override
  public void save(TierAccountRequest request) {
    TierAccountRequest.Snapshot snapshot = request.snapshot();
    TierAccountRequestEntity row =
        Rows.get(entities, TierAccountRequestEntity.class, snapshot.id());
    if (row.revision != snapshot.revision()) {
      throw Rows.changed(snapshot.id());
    }
    mapper.copy(snapshot, row);
  }

  @Override
  public List<TierAccountRequestId> claim(Actor vendor, Claim claim) {
    return claims.claim(TABLE, vendor, claim).stream().map(TierAccountRequestId::new).toList();
  }

  @Override
  public Page list(Actor actor, Query query) {
    return reads.page(TABLE, actor, query);
  }

  @Override
  public Optional<Document> get(Actor actor, TierAccountRequestId id) {
    return reads.one(TABLE, actor, id.value());
  }

  @Override
  public Document all(Actor actor, List<TierAccountRequestId> ids) {
    return reads.all(TABLE, actor, ids);
  }

  @Override
  public Optional<Document> beforeAndAfter(Actor actor, TierAccountRequestId id) {
    return VersionsOfChange.read(reads, TABLE, actor, id);
  }
}
