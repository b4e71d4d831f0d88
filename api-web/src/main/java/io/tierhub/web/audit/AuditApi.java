package io.tierhub.web.audit;

import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.audit.AuditField;
import io.tierhub.kernel.Actor;
import io.tierhub.web.openapi.Filterable;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.Users;
import io.tierhub.web.wire.ListQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who did what, when and why. */
@Tag(name = "Audit", description = "Who did what, when and why; before and after")
@RequestMapping("/public/v1/audit")
@Users({PORTAL, VENDOR, OPS})
interface AuditApi {

  @GetMapping
  @Filterable(AuditField.class)
  @Operation(
      summary = "List the audit",
      description =
          "The newest first: what was done to the objects of which the feed tells you, by whom, with"
              + " which token, for which `X-Reason`, and what each changed member was before. Texts"
              + " of messages, secrets and passwords are not told; personal data that was erased is"
              + " gone here too.")
  @Returns(AuditEntryView[].class)
  ResponseEntity<byte[]> list(Actor actor, ListQuery query);
}
