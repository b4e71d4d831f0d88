package io.tierhub.persistence.configured;

import io.tierhub.catalog.ProductId;
import io.tierhub.configured.ConfiguredPlace;
import io.tierhub.configured.ConfiguredValueQueries;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Prefixed;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads configured values. */
@Component
class ConfiguredValueReads implements ConfiguredValueQueries {

  private final JsonReads reads;

  ConfiguredValueReads(JsonReads reads) {
    this.reads = reads;
  }

  @Override
  public Page list(Actor actor, ProductId product, Query query) {
    return reads.page(new ConfiguredValueTable(actor, product), actor, query);
  }

  @Override
  public Optional<Document> get(Actor actor, ProductId product, ConfiguredPlace place) {
    // By its parts as well: these PostgreSQL looks up instead of putting all keys together.
    Sql parts =
        Sql.of("place.parameter_id = ?", place.parameter().value())
            .add(is("place.item_id", place.item()))
            .add(is("place.marketplace_id", place.marketplace()));
    return reads.one(new ConfiguredValueTable(actor, product), actor, place.key(), parts);
  }

  private static Sql is(String column, @Nullable Prefixed id) {
    return id == null
        ? Sql.of(" and " + column + " is null")
        : Sql.of(" and " + column + " = ?", id.value());
  }
}
