package io.tierhub.web.fulfillment;

import io.tierhub.fulfillment.FulfillmentRequestField;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequestQueries;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.query.Document;
import io.tierhub.query.Query;
import io.tierhub.web.claim.ClaimForm;
import io.tierhub.web.claim.Claims;
import io.tierhub.web.form.FormAnswers;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.Caller;
import io.tierhub.web.wire.Forms;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.web.wire.Target;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.AnswerOrders;
import io.tierhub.workflow.ClaimWork;
import io.tierhub.workflow.DecideOrders;
import io.tierhub.workflow.PlacedOrder;
import io.tierhub.workflow.SubmitOrders;
import io.tierhub.workflow.WantedAssignee;
import io.tierhub.workflow.WantedTile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FulfillmentRequestController implements FulfillmentRequestApi {

  private final FulfillmentRequestQueries requests;
  private final NewRequests orders;
  private final AnswerOrders answer;
  private final DecideOrders decide;
  private final SubmitOrders submit;
  private final FormAnswers forms;
  private final Writes writes;
  private final ClaimWork work;
  private final Claims claims;

  FulfillmentRequestController(
      FulfillmentRequestQueries requests,
      NewRequests orders,
      AnswerOrders answer,
      DecideOrders decide,
      SubmitOrders submit,
      FormAnswers forms,
      Writes writes,
      ClaimWork work,
      Claims claims) {
    this.requests = requests;
    this.orders = orders;
    this.answer = answer;
    this.decide = decide;
    this.submit = submit;
    this.forms = forms;
    this.writes = writes;
    this.work = work;
    this.claims = claims;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ListQuery query) {
    return query.answer(requests.list(actor, query.over(FulfillmentRequestField.values())));
  }

  @Override
  public ResponseEntity<byte[]> claim(Actor actor, ListQuery query, Body body) {
    Query chosen = query.choosing(FulfillmentRequestField.values());
    Duration lasting = body.strictlyAs(ClaimForm.class).lasting();
    return claims.answer(
        () -> work.orders(actor, chosen.filter(), chosen.limit(), lasting),
        claimed -> requests.all(actor, claimed));
  }

  @Override
  public ResponseEntity<byte[]> order(Actor actor, Body body) {
    return writes.made(
        () -> orders.place(actor, body),
        placed -> read(actor, placed.request()),
        PlacedOrder::warnings);
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, FulfillmentRequestId id) {
    return Answers.one(requests.get(actor, id), id);
  }

  @Override
  public ResponseEntity<byte[]> edit(Actor actor, FulfillmentRequestId id, Body body) {
    EditForm edit = body.as(EditForm.class);
    List<SubmittedValue> values = edit.values();
    return writes.changed(one(actor, id), () -> answer.edit(actor, id, values, edit.note()));
  }

  @Override
  public ResponseEntity<byte[]> approve(Actor actor, FulfillmentRequestId id, Body body) {
    ApproveForm approve = body.as(ApproveForm.class);
    @Nullable Instant effective = approve.effective();
    return writes.changed(
        one(actor, id), () -> decide.approve(actor, id, approve.tile(), effective));
  }

  @Override
  public ResponseEntity<byte[]> inquire(Actor actor, FulfillmentRequestId id, Body body) {
    WantedTile tile = body.as(InquireForm.class).tile();
    return writes.changed(one(actor, id), () -> answer.inquire(actor, id, tile));
  }

  @Override
  public ResponseEntity<byte[]> pend(Caller caller, FulfillmentRequestId id, Body body) {
    return switch (caller) {
      case Caller.WithToken(Actor actor) ->
          writes.changed(one(actor, id), () -> answer.pend(actor, id));
      case Caller.WithCode holder -> forms.take(id, holder, body.as(AnswerForm.class).params());
    };
  }

  @Override
  public ResponseEntity<byte[]> submit(Actor actor, FulfillmentRequestId id, Body body) {
    return writes.changed(one(actor, id), () -> submit.submit(actor, id));
  }

  @Override
  public ResponseEntity<byte[]> assign(Actor actor, FulfillmentRequestId id, Body body) {
    WantedAssignee whom = body.as(AssignForm.class).whom();
    return writes.changed(one(actor, id), () -> answer.assign(actor, id, whom));
  }

  @Override
  public ResponseEntity<byte[]> unassign(Actor actor, FulfillmentRequestId id, Body body) {
    return writes.changed(one(actor, id), () -> answer.unassign(actor, id));
  }

  @Override
  public ResponseEntity<byte[]> validate(Actor actor, FulfillmentRequestId id, Body body) {
    List<SubmittedValue> values = body.as(ValidateForm.class).values();
    return writes.changed(one(actor, id), () -> answer.validate(actor, id, values));
  }

  @Override
  public ResponseEntity<byte[]> fail(Actor actor, FulfillmentRequestId id, Body body) {
    String reason = Forms.given(body.as(FailForm.class).reason());
    return writes.changed(one(actor, id), () -> decide.fail(actor, id, reason));
  }

  private Target one(Actor actor, FulfillmentRequestId id) {
    return Target.of(id, () -> requests.get(actor, id));
  }

  private Document read(Actor actor, FulfillmentRequestId id) {
    return requests.get(actor, id).orElseThrow(() -> Refused.notFound(id));
  }
}
