package io.tierhub.web.explanation;

import io.tierhub.account.TierAccountId;
import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.web.wire.Answers;
import io.tierhub.workflow.ExplainRequests;
import io.tierhub.workflow.ForeseeRequirements;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class ExplainController implements ExplainApi {

  private final ExplainRequests explain;
  private final ForeseeRequirements foresee;
  private final JsonMapper json;

  ExplainController(ExplainRequests explain, ForeseeRequirements foresee, JsonMapper json) {
    this.explain = explain;
    this.foresee = foresee;
    this.json = json;
  }

  @Override
  public ResponseEntity<byte[]> order(Actor actor, FulfillmentRequestId id) {
    return answer(ExplainedView.of(explain.order(actor, id)));
  }

  @Override
  public ResponseEntity<byte[]> tierRequest(Actor actor, TierConfigurationRequestId id) {
    return answer(ExplainedView.of(explain.tierRequest(actor, id)));
  }

  @Override
  public ResponseEntity<byte[]> requirements(
      Actor actor, ProductId id, TierAccountId account, @Nullable ConnectionId connection) {
    return answer(RequirementsView.of(foresee.of(actor, id, account, connection)));
  }

  private ResponseEntity<byte[]> answer(Object view) {
    return Answers.ok(new Document(json.writeValueAsBytes(view)));
  }
}
