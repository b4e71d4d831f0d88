package io.tierhub.web.invariant;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.web.wire.Answers;
import io.tierhub.workflow.CheckInvariants;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class InvariantController implements InvariantApi {

  private final CheckInvariants invariants;
  private final JsonMapper json;

  InvariantController(CheckInvariants invariants, JsonMapper json) {
    this.invariants = invariants;
    this.json = json;
  }

  @Override
  public ResponseEntity<byte[]> check(Actor actor) {
    return Answers.ok(
        new Document(json.writeValueAsBytes(InvariantsView.of(invariants.check(actor)))));
  }
}
