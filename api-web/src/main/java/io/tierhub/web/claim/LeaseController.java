package io.tierhub.web.claim;

import io.tierhub.claim.LeaseId;
import io.tierhub.kernel.Actor;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.Target;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.ClaimWork;
import java.time.Duration;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LeaseController implements LeaseApi {

  private final ClaimWork claims;
  private final Writes writes;

  LeaseController(ClaimWork claims, Writes writes) {
    this.claims = claims;
    this.writes = writes;
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, LeaseId id) {
    return Answers.one(claims.get(actor, id), id);
  }

  @Override
  public ResponseEntity<byte[]> renew(Actor actor, LeaseId id, Body body) {
    Duration lasting = body.strictlyAs(ClaimForm.class).lasting();
    return writes.changed(one(actor, id), () -> claims.renew(actor, id, lasting));
  }

  @Override
  public ResponseEntity<byte[]> release(Actor actor, LeaseId id, Body body) {
    List<String> requests = body.strictlyAs(ReleaseForm.class).named();
    return writes.silent(one(actor, id), () -> claims.release(actor, id, requests));
  }

  private Target one(Actor actor, LeaseId id) {
    return Target.of(id, () -> claims.get(actor, id));
  }
}
