package io.tierhub.web.partner;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.partner.MarketplaceField;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.partner.MarketplaceQueries;
import io.tierhub.query.Document;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.web.wire.Target;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.ManageHubs;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MarketplaceController implements MarketplaceApi {

  private final MarketplaceQueries marketplaces;
  private final ManageHubs manage;
  private final Writes writes;

  MarketplaceController(MarketplaceQueries marketplaces, ManageHubs manage, Writes writes) {
    this.marketplaces = marketplaces;
    this.manage = manage;
    this.writes = writes;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ListQuery query) {
    return query.answer(marketplaces.list(actor, query.over(MarketplaceField.values())));
  }

  @Override
  public ResponseEntity<byte[]> create(Actor actor, Body body) {
    return writes.made(
        () -> manage.openMarketplace(actor, () -> body.as(MarketplaceForm.class).toDomain()),
        id -> read(actor, id));
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, MarketplaceId id) {
    return Answers.one(marketplaces.get(actor, id), id);
  }

  @Override
  public ResponseEntity<byte[]> change(Actor actor, MarketplaceId id, Body body) {
    return writes.changed(
        one(actor, id),
        () ->
            manage.changeMarketplace(
                actor,
                id,
                now ->
                    Body.merged(MarketplaceForm.of(now), body, MarketplaceForm.class).toDomain()));
  }

  private Target one(Actor actor, MarketplaceId id) {
    return Target.of(id, () -> marketplaces.get(actor, id));
  }

  private Document read(Actor actor, MarketplaceId id) {
    return marketplaces.get(actor, id).orElseThrow(() -> Refused.notFound(id));
  }
}
