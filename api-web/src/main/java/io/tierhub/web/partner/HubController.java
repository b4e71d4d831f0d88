package io.tierhub.web.partner;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.partner.HubField;
import io.tierhub.partner.HubId;
import io.tierhub.partner.HubQueries;
import io.tierhub.partner.MarketplaceField;
import io.tierhub.partner.MarketplaceQueries;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.web.wire.Target;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.ManageHubs;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HubController implements HubApi {

  private final HubQueries hubs;
  private final MarketplaceQueries marketplaces;
  private final ManageHubs manage;
  private final Writes writes;

  HubController(
      HubQueries hubs, MarketplaceQueries marketplaces, ManageHubs manage, Writes writes) {
    this.hubs = hubs;
    this.marketplaces = marketplaces;
    this.manage = manage;
    this.writes = writes;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ListQuery query) {
    return query.answer(hubs.list(actor, query.over(HubField.values())));
  }

  @Override
  public ResponseEntity<byte[]> create(Actor actor, Body body) {
    return writes.made(
        () -> manage.openHub(actor, () -> body.as(HubForm.class).toDomain()),
        id -> read(actor, id));
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, HubId id) {
    return Answers.one(hubs.get(actor, id), id);
  }

  @Override
  public ResponseEntity<byte[]> change(Actor actor, HubId id, Body body) {
    return writes.changed(
        one(actor, id),
        () ->
            manage.changeHub(
                actor, id, hub -> Body.merged(HubForm.of(hub), body, HubForm.class).toDomain()));
  }

  @Override
  public ResponseEntity<byte[]> marketplaces(Actor actor, HubId id, ListQuery query) {
    Page page = marketplaces.ofHub(actor, id, query.over(MarketplaceField.values()));
    return query.answer(page, id, () -> hubs.get(actor, id));
  }

  private Target one(Actor actor, HubId id) {
    return Target.of(id, () -> hubs.get(actor, id));
  }

  private Document read(Actor actor, HubId id) {
    return hubs.get(actor, id).orElseThrow(() -> Refused.notFound(id));
  }
}
