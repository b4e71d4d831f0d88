package io.tierhub.partner;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.PartnerId;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.util.Optional;

/** Reads of partners: everybody sees the own one only, ops all. */
public interface PartnerQueries {

  Page list(Actor actor, Query query);

  Optional<Document> get(Actor actor, PartnerId id);

  Page users(Actor actor, PartnerId id, Query query);

  /** Who the actor is: role, account, environment, and the token it came with. */
  Document self(Actor actor);
}
