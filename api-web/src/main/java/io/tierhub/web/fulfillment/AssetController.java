package io.tierhub.web.fulfillment;

import io.tierhub.fulfillment.AssetField;
import io.tierhub.fulfillment.AssetId;
import io.tierhub.fulfillment.AssetQueries;
import io.tierhub.fulfillment.FulfillmentRequestField;
import io.tierhub.fulfillment.FulfillmentRequestQueries;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.ListQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AssetController implements AssetApi {

  private final AssetQueries assets;
  private final FulfillmentRequestQueries requests;

  AssetController(AssetQueries assets, FulfillmentRequestQueries requests) {
    this.assets = assets;
    this.requests = requests;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ListQuery query) {
    return query.answer(assets.list(actor, query.over(AssetField.values())));
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, AssetId id) {
    return Answers.one(assets.get(actor, id), id);
  }

  @Override
  public ResponseEntity<byte[]> requests(Actor actor, AssetId id, ListQuery query) {
    return query.answer(
        requests
            .ofAsset(actor, id, query.over(FulfillmentRequestField.values()))
            .orElseThrow(() -> Refused.notFound(id)));
  }
}
