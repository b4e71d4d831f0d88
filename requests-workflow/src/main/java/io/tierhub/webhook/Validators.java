package io.tierhub.webhook;

import io.tierhub.parameter.SubmittedValue;
import io.tierhub.query.Document;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Asks vendors what is wrong with values before they get the request. */
public interface Validators {

  /** Returns in bounded time, whatever the validator does, and never throws because of it. */
  Verdict ask(Question question);

  /**
   * @param request as its distributor sees it
   * @param submitted what is tried, laid over it
   * @param anew whether nothing counts that was found wrong before
   */
  record Question(
      Webhook.Snapshot webhook,
      Document request,
      List<SubmittedValue> submitted,
      boolean anew,
      Instant at) {}

  /**
   * @param errors what is wrong with parameters, by their names; empty for what is right
   * @param call whether there is a verdict at all
   */
  record Verdict(Map<String, String> errors, Exchange call) {}
}
