package io.tierhub.web.form;

import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.inquiry.Answer;
import io.tierhub.inquiry.Inquired;
import io.tierhub.kernel.Prefixed;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Violation;
import io.tierhub.query.Document;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.web.parameter.ParamForm;
import io.tierhub.web.wire.Caller;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.AnswerInquiries;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes what programs send in the place of the page: portals that draw the form themselves. */
@Component
public class FormAnswers {

  private final AnswerInquiries inquiries;
  private final Writes writes;
  private final JsonMapper json;

  FormAnswers(AnswerInquiries inquiries, Writes writes, JsonMapper json) {
    this.inquiries = inquiries;
    this.writes = writes;
    this.json = json;
  }

  /**
   * @param params null if they were not sent
   */
  public ResponseEntity<byte[]> take(
      FulfillmentRequestId id, Caller.WithCode holder, @Nullable List<ParamForm> params) {
    return writes.answer(
        HttpStatus.OK,
        () -> taken(id, holder, params, "/asset/params"),
        taken ->
            new Document(
                json.writeValueAsBytes(
                    new AnsweredView(id.value(), taken.type(), taken.status()))));
  }

  /**
   * @param params null if they were not sent
   */
  public ResponseEntity<byte[]> take(
      TierConfigurationRequestId id, Caller.WithCode holder, @Nullable List<ParamForm> params) {
    return writes.silent(() -> taken(id, holder, params, "/params"));
  }

  private Answer.Taken taken(
      Prefixed id, Caller.WithCode holder, @Nullable List<ParamForm> params, String at) {
    if (params == null) {
      throw Refused.at(
          Refusal.INVALID, at, "This field is required: with a code the answers are given here.");
    }
    Answer answer =
        inquiries
            .answer(holder.code(), id, new SentParams(params, at), holder.trace())
            .orElseThrow(() -> Refused.notFound(id));
    return switch (answer) {
      case Answer.Taken taken -> taken;
      case Answer.Wrong(_, List<Violation> faults) -> throw Refused.invalid(faults);
      case Answer.Late(Inquired why) -> throw late(id.value(), why);
    };
  }

  /**
   * Why there is nothing to answer.
   *
   * @param request its id, or what begins with it
   */
  static Refused late(String request, Inquired why) {
    return Refused.because(
            request.startsWith("TCR-")
                ? Refusal.TCR_ILLEGAL_TRANSITION
                : Refusal.REQUEST_ILLEGAL_TRANSITION,
            switch (why) {
              case Inquired.Answered _ -> "This was answered already, or is not asked any more.";
              case Inquired.Superseded _ ->
                  "This code was superseded: there was another inquiry since, with a newer link.";
              case Inquired.Ended _ ->
                  "This code has expired; whoever sells the product can have a new link sent.";
              case Inquired.Open _ -> throw new IllegalArgumentException("it is open");
            })
        .allowing(List.of());
  }
}
