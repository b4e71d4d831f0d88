package io.tierhub.web.form;

import io.tierhub.inquiry.Inquired;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.query.Document;
import io.tierhub.web.wire.Answers;
import io.tierhub.workflow.AnswerInquiries;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class FormController implements FormApi {

  private final AnswerInquiries inquiries;
  private final JsonMapper json;

  FormController(AnswerInquiries inquiries, JsonMapper json) {
    this.inquiries = inquiries;
    this.json = json;
  }

  @Override
  public ResponseEntity<byte[]> read(String code) {
    Inquired inquired =
        inquiries
            .open(code)
            .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND, "This link does not work."));
    if (!(inquired instanceof Inquired.Open(var form))) {
      throw FormAnswers.late(code, inquired);
    }
    return Answers.ok(new Document(json.writeValueAsBytes(FormView.of(form))));
  }
}
