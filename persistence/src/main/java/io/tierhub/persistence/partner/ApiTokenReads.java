package io.tierhub.persistence.partner;

import io.tierhub.kernel.Actor;
import io.tierhub.partner.ApiTokenId;
import io.tierhub.partner.ApiTokenQueries;
import io.tierhub.partner.IssuedToken;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads tokens. */
@Component
class ApiTokenReads implements ApiTokenQueries {

  private final JsonReads reads;

  ApiTokenReads(JsonReads reads) {
    this.reads = reads;
  }

  @Override
  public Page list(Actor actor, Query query, Instant now) {
    return reads.page(new ApiTokenTable(now), actor, query);
  }

  @Override
  public Optional<Document> get(Actor actor, ApiTokenId id, Instant now) {
    return reads.one(new ApiTokenTable(now), actor, id.value());
  }

  @Override
  public Document issued(Actor actor, IssuedToken issued, Instant now) {
    ApiTokenTable table = new ApiTokenTable(now);
    Sql sql =
        Sql.of(
                "select "
                    + table.shape().selectList()
                    + ", "
                    + ApiTokenTable.OVERLAPS
                    + " as overlaps from ")
            .add(table.from(actor))
            .add(" where ")
            .add(table.visible(actor))
            .add(" and t.id = ?", issued.id().value());
    // The secret joins the JSON here: in the statement it could end up in the database's log.
    return reads
        .one(
            sql,
            (row, out) -> {
              out.writeStartObject();
              table.shape().writeMembers(row, out);
              out.writeStringProperty("token", issued.header());
              if (row.getBoolean("overlaps")) {
                out.writeStringProperty("renewed_token", issued.header());
              }
              out.writeEndObject();
            })
        .orElseThrow(() -> new IllegalStateException("just issued and gone: " + issued.id()));
  }
}
