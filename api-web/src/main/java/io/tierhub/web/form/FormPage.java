package io.tierhub.web.form;

import io.swagger.v3.oas.annotations.Hidden;
import io.tierhub.inquiry.Answer;
import io.tierhub.inquiry.Form;
import io.tierhub.inquiry.Inquired;
import io.tierhub.kernel.Violation;
import io.tierhub.web.page.ForPeople;
import io.tierhub.web.page.Pages;
import io.tierhub.web.wire.Trace;
import io.tierhub.workflow.AnswerInquiries;
import io.tierhub.workflow.UnitOfWork;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asks, and takes the answer. Whoever has the link has the right. */
@Hidden
@ForPeople
@RestController
@RequestMapping("/forms/{code}")
class FormPage {

  private final AnswerInquiries inquiries;
  private final UnitOfWork work;
  private final Pages pages;
  private final FieldViews fields;

  FormPage(AnswerInquiries inquiries, UnitOfWork work, Pages pages, FieldViews fields) {
    this.inquiries = inquiries;
    this.work = work;
    this.pages = pages;
    this.fields = fields;
  }

  /**
   * @param thanks whether the answer was sent just now, by this browser
   */
  @GetMapping
  ResponseEntity<String> show(
      @PathVariable String code, @RequestParam(name = "thanks", required = false) String thanks) {
    return inquiries
        .open(code)
        .map(inquired -> shown(inquired, thanks != null))
        .orElseGet(pages::unknownLink);
  }

  @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<String> answer(@PathVariable String code, HttpServletRequest request) {
    Sent sent = new Sent(request.getParameterMap());
    return work.perform(
            () -> inquiries.answer(code, form -> sent.of(form.fields()), Trace.idOf(request)))
        .map(answer ->
            switch (answer) {
              // By a redirect, so that going back or reloading sends nothing twice.
              case Answer.Taken _ ->
                  ResponseEntity.status(HttpStatus.SEE_OTHER)
                      .location(URI.create("/forms/" + code + "?thanks"))
                      .<String>build();
              case Answer.Wrong(Form form, List<Violation> faults) ->
                  page(HttpStatus.BAD_REQUEST, form, sent, faults);
              case Answer.Late(Inquired why) -> shown(why, false);
            })
        .orElseGet(pages::unknownLink);
  }

  private ResponseEntity<String> shown(Inquired inquired, boolean thanks) {
    return switch (inquired) {
      case Inquired.Open(Form form) -> page(HttpStatus.OK, form, Sent.NOTHING, List.of());
      case Inquired.Answered _ ->
          thanks
              ? pages.notice(
                  HttpStatus.OK,
                  "Thank you",
                  "Your answers have arrived. There is nothing more for you to do: you can close this"
                      + " page.")
              : pages.notice(
                  HttpStatus.OK,
                  "Already answered",
                  "These questions were answered, or are not asked any more. There is nothing for"
                      + " you to do.");
      case Inquired.Superseded _ ->
          pages.notice(
              HttpStatus.GONE,
              "There is a newer link",
              "You were asked again since. Please open the link of the newest mail.");
      case Inquired.Ended _ ->
          pages.notice(
              HttpStatus.GONE,
              "This link has expired",
              "Please ask whoever sells you the product to send you a new one.");
    };
  }

  private ResponseEntity<String> page(
      HttpStatus status, Form form, Sent sent, List<Violation> faults) {
    Map<String, Object> model = new HashMap<>(fields.model(form.fields(), sent, faults));
    model.put("form", form);
    return pages.page(status, "form", model);
  }
}
