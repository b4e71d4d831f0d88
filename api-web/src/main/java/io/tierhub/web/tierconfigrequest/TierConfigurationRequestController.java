package io.tierhub.web.tierconfigrequest;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.query.Document;
import io.tierhub.query.Query;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfigrequest.TierConfigurationRequestField;
import io.tierhub.tierconfigrequest.TierConfigurationRequestQueries;
import io.tierhub.web.claim.ClaimForm;
import io.tierhub.web.claim.Claims;
import io.tierhub.web.form.FormAnswers;
import io.tierhub.web.parameter.ParamForms;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.Caller;
import io.tierhub.web.wire.Forms;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.web.wire.Target;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.AnswerTierConfigurations;
import io.tierhub.workflow.AskValidators;
import io.tierhub.workflow.ClaimWork;
import io.tierhub.workflow.PlacedTierRequest;
import io.tierhub.workflow.RequestTierConfigurations;
import io.tierhub.workflow.WantedAssignee;
import io.tierhub.workflow.WantedTile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TierConfigurationRequestController implements TierConfigurationRequestApi {

  private final TierConfigurationRequestQueries requests;
  private final TierRequestOrders orders;
  private final RequestTierConfigurations request;
  private final AnswerTierConfigurations answer;
  private final AskValidators validators;
  private final FormAnswers forms;
  private final Writes writes;
  private final ClaimWork work;
  private final Claims claims;

  TierConfigurationRequestController(
      TierConfigurationRequestQueries requests,
      TierRequestOrders orders,
      RequestTierConfigurations request,
      AnswerTierConfigurations answer,
      AskValidators validators,
      FormAnswers forms,
      Writes writes,
      ClaimWork work,
      Claims claims) {
    this.requests = requests;
    this.orders = orders;
    this.request = request;
    this.answer = answer;
    this.validators = validators;
    this.forms = forms;
    this.writes = writes;
    this.work = work;
    this.claims = claims;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ListQuery query) {
    return query.answer(requests.list(actor, query.over(TierConfigurationRequestField.values())));
  }

  @Override
  public ResponseEntity<byte[]> claim(Actor actor, ListQuery query, Body body) {
    Query chosen = query.choosing(TierConfigurationRequestField.values());
    Duration lasting = body.strictlyAs(ClaimForm.class).lasting();
    return claims.answer(
        () -> work.tierRequests(actor, chosen.filter(), chosen.limit(), lasting),
        claimed -> requests.all(actor, claimed));
  }

  @Override
  public ResponseEntity<byte[]> raise(Actor actor, Body body) {
    return writes.made(
        () -> orders.raise(actor, body),
        placed -> read(actor, placed.request()),
        PlacedTierRequest::warnings);
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, TierConfigurationRequestId id) {
    return Answers.one(requests.get(actor, id), id);
  }

  @Override
  public ResponseEntity<byte[]> edit(Actor actor, TierConfigurationRequestId id, Body body) {
    TierRequestForms.Edit edit = body.as(TierRequestForms.Edit.class);
    List<SubmittedValue> values = ParamForms.read(edit.params(), "/params");
    return writes.changed(one(actor, id), () -> answer.edit(actor, id, values, edit.notes()));
  }

  @Override
  public ResponseEntity<byte[]> approve(Actor actor, TierConfigurationRequestId id, Body body) {
    TierRequestForms.Approve approve = body.as(TierRequestForms.Approve.class);
    WantedTile tile = approve.tile();
    @Nullable Instant effective = approve.effective();
    return writes.answer(
        one(actor, id),
        HttpStatus.OK,
        () -> answer.approve(actor, id, tile, effective),
        done -> requests.approval(actor, done).orElseThrow(() -> Refused.notFound(done)));
  }

  @Override
  public ResponseEntity<byte[]> fail(Actor actor, TierConfigurationRequestId id, Body body) {
    String reason = Forms.given(body.as(TierRequestForms.Fail.class).reason());
    return writes.silent(one(actor, id), () -> answer.fail(actor, id, reason));
  }

  @Override
  public ResponseEntity<byte[]> inquire(Actor actor, TierConfigurationRequestId id, Body body) {
    return writes.silent(one(actor, id), () -> answer.inquire(actor, id));
  }

  @Override
  public ResponseEntity<byte[]> pend(Caller caller, TierConfigurationRequestId id, Body body) {
    return switch (caller) {
      case Caller.WithToken(Actor actor) ->
          writes.silent(one(actor, id), () -> answer.pend(actor, id));
      case Caller.WithCode holder ->
          forms.take(id, holder, body.as(TierRequestForms.Answer.class).params());
    };
  }

  @Override
  public ResponseEntity<byte[]> assign(Actor actor, TierConfigurationRequestId id, Body body) {
    WantedAssignee whom = body.as(TierRequestForms.Assign.class).whom();
    return writes.silent(one(actor, id), () -> answer.assign(actor, id, whom));
  }

  @Override
  public ResponseEntity<byte[]> unassign(Actor actor, TierConfigurationRequestId id, Body body) {
    return writes.silent(one(actor, id), () -> answer.unassign(actor, id));
  }

  @Override
  public ResponseEntity<byte[]> validate(Actor actor, TierConfigurationRequestId id, Body body) {
    List<SubmittedValue> values =
        ParamForms.read(body.as(TierRequestForms.Validate.class).params(), "/params");
    Map<String, String> verdict = validators.ask(actor, id, values);
    return writes.changed(one(actor, id), () -> answer.validate(actor, id, values, verdict));
  }

  @Override
  public ResponseEntity<byte[]> submit(Actor actor, TierConfigurationRequestId id, Body body) {
    return writes.changed(one(actor, id), () -> request.submit(actor, id));
  }

  private Target one(Actor actor, TierConfigurationRequestId id) {
    return Target.of(id, () -> requests.get(actor, id));
  }

  private Document read(Actor actor, TierConfigurationRequestId id) {
    return requests.get(actor, id).orElseThrow(() -> Refused.notFound(id));
  }
}
