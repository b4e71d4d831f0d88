package io.tierhub.web.audit;

import io.tierhub.audit.AuditField;
import io.tierhub.audit.AuditQueries;
import io.tierhub.kernel.Actor;
import io.tierhub.web.wire.ListQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditController implements AuditApi {

  private final AuditQueries audit;

  AuditController(AuditQueries audit) {
    this.audit = audit;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ListQuery query) {
    return query.answer(audit.list(actor, query.over(AuditField.values())));
  }
}
