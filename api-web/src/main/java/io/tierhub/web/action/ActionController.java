package io.tierhub.web.action;

import io.tierhub.action.ActionField;
import io.tierhub.action.ActionId;
import io.tierhub.action.ActionQueries;
import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.ProductQueries;
import io.tierhub.fulfillment.AssetId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.web.wire.Target;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.LinkActions;
import io.tierhub.workflow.ManageActions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class ActionController implements ActionApi {

  private final ActionQueries actions;
  private final ProductQueries products;
  private final ManageActions manage;
  private final LinkActions links;
  private final Writes writes;
  private final JsonMapper json;

  ActionController(
      ActionQueries actions,
      ProductQueries products,
      ManageActions manage,
      LinkActions links,
      Writes writes,
      JsonMapper json) {
    this.actions = actions;
    this.products = products;
    this.manage = manage;
    this.links = links;
    this.writes = writes;
    this.json = json;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ProductId product, ListQuery query) {
    Page page = actions.list(actor, product, query.over(ActionField.values()));
    return query.answer(page, product, () -> products.get(actor, product));
  }

  @Override
  public ResponseEntity<byte[]> create(Actor actor, ProductId product, Body body) {
    return writes.made(
        () -> manage.create(actor, product, () -> ActionForm.read(body)),
        id -> read(actor, product, id));
  }

  @Override
  public ResponseEntity<byte[]> regenerateSecret(Actor actor, ProductId product, Body body) {
    Duration overlap = body.as(SecretForm.class).duration();
    return writes.issue(
        HttpStatus.OK,
        () -> manage.regenerateSecret(actor, product, overlap),
        secrets -> new Document(json.writeValueAsBytes(SecretView.of(secrets))),
        List.of("jwt_secret"));
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, ProductId product, ActionId id) {
    return Answers.one(actions.get(actor, product, id), id);
  }

  @Override
  public ResponseEntity<byte[]> change(Actor actor, ProductId product, ActionId id, Body body) {
    return writes.changed(
        one(actor, product, id),
        () -> manage.change(actor, product, id, now -> ActionForm.merge(now, body)));
  }

  @Override
  public ResponseEntity<byte[]> delete(Actor actor, ProductId product, ActionId id) {
    return writes.silent(one(actor, product, id), () -> manage.delete(actor, product, id));
  }

  @Override
  public ResponseEntity<byte[]> link(
      Actor actor,
      ProductId product,
      ActionId id,
      @Nullable AssetId asset,
      @Nullable TierConfigurationId configuration) {
    String link = links.link(actor, product, id, asset, configuration);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(json.writeValueAsBytes(new LinkView(link)));
  }

  private Target one(Actor actor, ProductId product, ActionId id) {
    return new Target(id, product, () -> actions.get(actor, product, id));
  }

  private Document read(Actor actor, ProductId product, ActionId id) {
    return actions.get(actor, product, id).orElseThrow(() -> Refused.notFound(id));
  }
}
