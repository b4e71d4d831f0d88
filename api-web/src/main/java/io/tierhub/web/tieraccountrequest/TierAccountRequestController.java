package io.tierhub.web.tieraccountrequest;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.query.Document;
import io.tierhub.query.Query;
import io.tierhub.tieraccountrequest.TierAccountRequestField;
import io.tierhub.tieraccountrequest.TierAccountRequestId;
import io.tierhub.tieraccountrequest.TierAccountRequestQueries;
import io.tierhub.web.claim.ClaimForm;
import io.tierhub.web.claim.Claims;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.Forms;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.web.wire.Target;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.ClaimWork;
import io.tierhub.workflow.DecideAccountRequests;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TierAccountRequestController implements TierAccountRequestApi {

  private final TierAccountRequestQueries requests;
  private final ReportedChanges reported;
  private final DecideAccountRequests decide;
  private final Writes writes;
  private final ClaimWork work;
  private final Claims claims;
  private final AccountDiff diff;

  TierAccountRequestController(
      TierAccountRequestQueries requests,
      ReportedChanges reported,
      DecideAccountRequests decide,
      Writes writes,
      ClaimWork work,
      Claims claims,
      AccountDiff diff) {
    this.requests = requests;
    this.reported = reported;
    this.decide = decide;
    this.writes = writes;
    this.work = work;
    this.claims = claims;
    this.diff = diff;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ListQuery query) {
    return query.answer(requests.list(actor, query.over(TierAccountRequestField.values())));
  }

  @Override
  public ResponseEntity<byte[]> claim(Actor actor, ListQuery query, Body body) {
    Query chosen = query.choosing(TierAccountRequestField.values());
    Duration lasting = body.strictlyAs(ClaimForm.class).lasting();
    return claims.answer(
        () -> work.accountRequests(actor, chosen.filter(), chosen.limit(), lasting),
        claimed -> requests.all(actor, claimed));
  }

  @Override
  public ResponseEntity<byte[]> report(Actor actor, Body body) {
    return writes.answer(
        HttpStatus.CREATED,
        () -> reported.apply(actor, body),
        change -> requests.all(actor, change.raised()));
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, TierAccountRequestId id) {
    return Answers.one(requests.get(actor, id), id);
  }

  @Override
  public ResponseEntity<byte[]> accept(Actor actor, TierAccountRequestId id, Body body) {
    return writes.changed(one(actor, id), () -> decide.accept(actor, id));
  }

  @Override
  public ResponseEntity<byte[]> ignore(Actor actor, TierAccountRequestId id, Body body) {
    String reason = Forms.orNone(body.as(IgnoreForm.class).reason());
    return writes.changed(one(actor, id), () -> decide.ignore(actor, id, reason));
  }

  @Override
  public ResponseEntity<byte[]> diff(Actor actor, TierAccountRequestId id) {
    Document versions = requests.beforeAndAfter(actor, id).orElseThrow(() -> Refused.notFound(id));
    return Answers.ok(diff.between(id, versions));
  }

  private Target one(Actor actor, TierAccountRequestId id) {
    return Target.of(id, () -> requests.get(actor, id));
  }
}
