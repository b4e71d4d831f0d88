package io.tierhub.web.audit;

import static io.tierhub.kernel.Refusal.FORBIDDEN;
import static io.tierhub.web.openapi.Users.User.OPS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.kernel.Actor;
import io.tierhub.web.openapi.Refuses;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.Users;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whether somebody has altered the audit. */
@Tag(name = "Operations")
@RequestMapping("/public/v1/ops/audit/verification")
@Users(OPS)
interface AuditVerificationApi {

  @GetMapping
  @Refuses(FORBIDDEN)
  @Operation(
      summary = "Verify the audit",
      description =
          "Reads every entry of every company and computes the chain of their seals anew, which"
              + " takes a while. The server does the same without HTTP if it is started with"
              + " `--verify-audit`.")
  @Returns(AuditVerificationView.class)
  ResponseEntity<byte[]> verify(Actor actor);
}
