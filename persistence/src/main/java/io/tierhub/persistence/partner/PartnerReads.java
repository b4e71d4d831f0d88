package io.tierhub.persistence.partner;

import static io.tierhub.persistence.read.Shape.moment;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.text;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.PartnerId;
import io.tierhub.partner.PartnerQueries;
import io.tierhub.persistence.read.JsonReads;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads partners and their users. */
@Component
class PartnerReads implements PartnerQueries {

  private static final PartnerTable PARTNERS = new PartnerTable();
  private static final UserTable USERS = new UserTable();

  private static final Shape SELF =
      Shape.of(
          text("role", "p.role"),
          object("account", text("id", "p.id"), text("name", "p.name"), text("icon", "p.icon")),
          text("environment", "me.environment"),
          object("user", text("id", "me.user_id"), text("name", "me.user_name")),
          optional(
              "token",
              text("id", "t.id"),
              text("name", "t.name"),
              moment("expiration_date", "t.expires_at")));

  private final JsonReads reads;

  PartnerReads(JsonReads reads) {
    this.reads = reads;
  }

  @Override
  public Page list(Actor actor, Query query) {
    return reads.page(PARTNERS, actor, query);
  }

  @Override
  public Optional<Document> get(Actor actor, PartnerId id) {
    return reads.one(PARTNERS, actor, id.value());
  }

  @Override
  public Page users(Actor actor, PartnerId id, Query query) {
    return reads.page(USERS, actor, query, Sql.of("u.partner_id = ?", id.value()));
  }

  @Override
  public Document self(Actor actor) {
    Sql sql =
        Sql.of(
            "select "
                + SELF.selectList()
                + " from (select ?::text as partner_id, ?::text as environment, ?::text as user_id,"
                + " ?::text as user_name) me join partner p on p.id = me.partner_id"
                + " left join api_token t on t.id = me.user_id and t.partner_id = p.id",
            actor.account().value(),
            actor.environment().wire(),
            actor.user().id(),
            actor.user().name());
    return reads
        .one(sql, SELF::write)
        .orElseThrow(() -> new IllegalStateException("no partner " + actor.account()));
  }
}
