package io.tierhub.persistence.tierconfigrequest;

import io.tierhub.claim.Claim;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Role;
import io.tierhub.persistence.Rows;
import io.tierhub.persistence.claim.JdbcClaims;
import io.tierhub.persistence.inquiry.FormLinks;
import io.tierhub.persistence.parameter.JdbcUniqueValues;
import io.tierhub.persistence.read.ByReader;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfigrequest.TierConfigurationRequest;
import io.tierhub.tierconfigrequest.TierConfigurationRequestQueries;
import io.tierhub.tierconfigrequest.TierConfigurationRequestStatus;
import io.tierhub.tierconfigrequest.TierConfigurationRequests;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tier configuration requests: written through JPA, read as wire JSON with one statement each. */
@Repository
class JpaTierConfigurationRequests
    implements TierConfigurationRequests, TierConfigurationRequestQueries {

  private static final Shape APPROVAL =
      Shape.of(
          Shape.object(
              "template",
              Shape.text("id", "r.template_id"),
              Shape.text("name", "r.template_name"),
              Shape.text("representation", "r.tile")),
          Shape.moment("effective_date", "r.effective_date"));

  private final EntityManager entities;
  private final JdbcTemplate jdbc;
  private final TierConfigurationRequestMapper mapper;
  private final JsonReads reads;
  private final ByReader<TierConfigurationRequestTable> tables;
  private final JdbcUniqueValues unique;
  private final JdbcClaims claims;

  JpaTierConfigurationRequests(
      EntityManager entities,
      JdbcTemplate jdbc,
      TierConfigurationRequestMapper mapper,
      JsonReads reads,
      FormLinks links,
      JdbcUniqueValues unique,
      JdbcClaims claims) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.mapper = mapper;
    this.reads = reads;
    this.unique = unique;
    this.claims = claims;
    this.tables = new ByReader<>(reader -> new TierConfigurationRequestTable(reader, links));
  }

  @Override
  public void add(TierConfigurationRequest request) {
    TierConfigurationRequestEntity row = new TierConfigurationRequestEntity();
    mapper.copy(request.snapshot(), row);
    entities.persist(row);
    claim(request, row);
  }

  /** What is asked for is the asker's; a draft asks for nothing yet. */
  private void claim(TierConfigurationRequest request, TierConfigurationRequestEntity row) {
    if (request.isOpen() && request.status() != TierConfigurationRequestStatus.DRAFT) {
      unique.claim(row.productId, row.environment, row.configurationId, row.params);
    }
  }

  @Override
  public Optional<TierConfigurationRequest> peek(Actor actor, TierConfigurationRequestId id) {
    TierConfigurationRequest request = seen(id);
    return Optional.ofNullable(request).filter(seen -> isVisible(actor, seen));
  }

  /** A draft is its distributor's alone. */
  private static boolean isVisible(Actor actor, TierConfigurationRequest request) {
    return request.agreement().isVisibleTo(actor)
        && (request.status() != TierConfigurationRequestStatus.DRAFT
            || actor.role() != Role.VENDOR);
  }

  @Override
  public TierConfigurationRequest peek(TierConfigurationRequestId id) {
    TierConfigurationRequest request = seen(id);
    if (request == null) {
      throw Rows.removed(id);
    }
    return request;
  }

  private @Nullable TierConfigurationRequest seen(TierConfigurationRequestId id) {
    // Detached at once: a later lock() must read the row anew.
    TierConfigurationRequestEntity row =
        Rows.find(entities, TierConfigurationRequestEntity.class, id);
    if (row == null) {
      return null;
    }
    entities.detach(row);
    return TierConfigurationRequest.restore(mapper.snapshot(row));
  }

  @Override
  public TierConfigurationRequest lock(TierConfigurationRequestId id) {
    return TierConfigurationRequest.restore(
        mapper.snapshot(Rows.lock(entities, TierConfigurationRequestEntity.class, id)));
  }

  @Override
  public void save(TierConfigurationRequest request) {
    TierConfigurationRequest.Snapshot snapshot = request.snapshot();
    TierConfigurationRequestEntity row =
        Rows.get(entities, TierConfigurationRequestEntity.class, snapshot.id());
    if (row.revision != snapshot.revision()) {
      throw Rows.changed(snapshot.id());
    }
    mapper.copy(snapshot, row);
    claim(request, row);
  }

  @Override
  public List<TierConfigurationRequestId> draftsOlderThan(Instant then, int limit) {
    return jdbc.query(
        "select id from tier_configuration_request where status = 'draft' and updated_at < ? order by"
            + " updated_at limit ?",
        (row, n) -> new TierConfigurationRequestId(row.getString(1)),
        then.atOffset(ZoneOffset.UTC),
        limit);
  }

  @Override
  public void remove(TierConfigurationRequest draft) {
    entities.remove(Rows.get(entities, TierConfigurationRequestEntity.class, draft.id()));
  }

  @Override
  public List<TierConfigurationRequestId> claim(Actor vendor, Claim claim) {
    return claims.claim(tables.of(vendor), vendor, claim).stream()
        .map(TierConfigurationRequestId::new)
        .toList();
  }

  @Override
  public Page list(Actor actor, Query query) {
    return reads.page(tables.of(actor), actor, query);
  }

  @Override
  public Optional<Document> get(Actor actor, TierConfigurationRequestId id) {
    return reads.one(tables.of(actor), actor, id.value());
  }

  @Override
  public Document all(Actor actor, List<TierConfigurationRequestId> ids) {
    return reads.all(tables.of(actor), actor, ids);
  }

  @Override
  public Optional<Document> approval(Actor actor, TierConfigurationRequestId id) {
    return reads.one(
        Sql.of(
                "select "
                    + APPROVAL.selectList()
                    + " from tier_configuration_request r where r.id = ?"
                    + " and ",
                id.value())
            .add(tables.of(actor).visible(actor)),
        APPROVAL::write);
  }
}
