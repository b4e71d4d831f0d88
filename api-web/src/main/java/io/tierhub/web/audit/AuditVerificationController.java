package io.tierhub.web.audit;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.web.wire.Answers;
import io.tierhub.workflow.VerifyAudit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class AuditVerificationController implements AuditVerificationApi {

  private final VerifyAudit verify;
  private final JsonMapper json;

  AuditVerificationController(VerifyAudit verify, JsonMapper json) {
    this.verify = verify;
    this.json = json;
  }

  @Override
  public ResponseEntity<byte[]> verify(Actor actor) {
    return Answers.ok(
        new Document(json.writeValueAsBytes(AuditVerificationView.of(verify.verify(actor)))));
  }
}
