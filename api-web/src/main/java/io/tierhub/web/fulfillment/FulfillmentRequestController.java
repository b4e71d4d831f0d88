package io.tierhub.web.fulfillment;

import io.tierhub.fulfillment.FulfillmentRequestField;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequestQueries;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.query.Document;
import io.tierhub.web.form.FormAnswers;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.Caller;
import io.tierhub.web.wire.Forms;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.web.wire.Warnings;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.AnswerOrders;
import io.tierhub.workflow.DecideOrders;
import io.tierhub.workflow.SubmitOrders;
import io.tierhub.workflow.WantedAssignee;
import io.tierhub.workflow.WantedTile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
  private final Warnings warnings;

  FulfillmentRequestController(
      FulfillmentRequestQueries requests,
      NewRequests orders,
      AnswerOrders answer,
      DecideOrders decide,
      SubmitOrders submit,
      FormAnswers forms,
      Writes writes,
      Warnings warnings) {
    this.requests = requests;
    this.orders = orders;
    this.answer = answer;
    this.decide = decide;
    this.submit = submit;
    this.forms = forms;
    this.writes = writes;
    this.warnings = warnings;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ListQuery query) {
    return query.answer(requests.list(actor, query.over(FulfillmentRequestField.values())));
  }

  @Override
  public ResponseEntity<byte[]> order(Actor actor, Body body, boolean dryRun) {
    return writes.answer(
        HttpStatus.CREATED,
        dryRun,
        () -> orders.place(actor, body),
        placed -> warnings.on(read(actor, placed.request()), placed.warnings()),
        placed -> Map.of());
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, FulfillmentRequestId id) {
    return Answers.one(requests.get(actor, id), id);
  }

  @Override
  public ResponseEntity<byte[]> edit(Actor actor, FulfillmentRequestId id, Body body) {
    EditForm edit = body.as(EditForm.class);
    List<SubmittedValue> values = edit.values();
    return writes.answer(
        HttpStatus.OK,
        () -> answer.edit(actor, id, values, edit.note()),
        edited -> read(actor, edited));
  }

  @Override
  public ResponseEntity<byte[]> approve(Actor actor, FulfillmentRequestId id, Body body) {
    ApproveForm approve = body.as(ApproveForm.class);
    @Nullable Instant effective = approve.effective();
    return writes.answer(
        HttpStatus.OK,
        () -> decide.approve(actor, id, approve.tile(), effective),
        done -> read(actor, done));
  }

  @Override
  public ResponseEntity<byte[]> inquire(Actor actor, FulfillmentRequestId id, Body body) {
    WantedTile tile = body.as(InquireForm.class).tile();
    return writes.answer(
        HttpStatus.OK, () -> answer.inquire(actor, id, tile), done -> read(actor, done));
  }

  @Override
  public ResponseEntity<byte[]> pend(Caller caller, FulfillmentRequestId id, Body body) {
    return switch (caller) {
      case Caller.WithToken(Actor actor) ->
          writes.answer(HttpStatus.OK, () -> answer.pend(actor, id), done -> read(actor, done));
      case Caller.WithCode holder -> forms.take(id, holder, body.as(AnswerForm.class).params());
    };
  }

  @Override
  public ResponseEntity<byte[]> submit(Actor actor, FulfillmentRequestId id, Body body) {
    return writes.answer(HttpStatus.OK, () -> submit.submit(actor, id), done -> read(actor, done));
  }

  @Override
  public ResponseEntity<byte[]> assign(Actor actor, FulfillmentRequestId id, Body body) {
    WantedAssignee whom = body.as(AssignForm.class).whom();
    return writes.answer(
        HttpStatus.OK, () -> answer.assign(actor, id, whom), done -> read(actor, done));
  }

  @Override
  public ResponseEntity<byte[]> unassign(Actor actor, FulfillmentRequestId id, Body body) {
    return writes.answer(
        HttpStatus.OK, () -> answer.unassign(actor, id), done -> read(actor, done));
  }

  @Override
  public ResponseEntity<byte[]> validate(Actor actor, FulfillmentRequestId id, Body body) {
    List<SubmittedValue> values = body.as(ValidateForm.class).values();
    return writes.answer(
        HttpStatus.OK, () -> answer.validate(actor, id, values), done -> read(actor, done));
  }

  @Override
  public ResponseEntity<byte[]> fail(Actor actor, FulfillmentRequestId id, Body body) {
    String reason = Forms.given(body.as(FailForm.class).reason());
    return writes.answer(
        HttpStatus.OK, () -> decide.fail(actor, id, reason), done -> read(actor, done));
  }

  private Document read(Actor actor, FulfillmentRequestId id) {
    return requests.get(actor, id).orElseThrow(() -> Refused.notFound(id));
  }
}
