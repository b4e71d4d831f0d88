package io.tierhub.web.webhook;

import io.tierhub.webhook.Endpoints;
import io.tierhub.webhook.Exchange;
import org.springframework.stereotype.Component;

/** Makes the calls of deliveries by HTTP. */
@Component
class HttpEndpoints implements Endpoints {

  private static final int LONGEST_ANSWER = 4_000;

  private final CallBody bodies;
  private final HttpCaller caller;

  HttpEndpoints(CallBody bodies, HttpCaller caller) {
    this.bodies = bodies;
    this.caller = caller;
  }

  @Override
  public Exchange call(Call call) {
    String body = bodies.of(call);
    HttpCaller.Answer answer =
        caller.post(call.webhook(), call.delivery().id().value(), call.at(), body, LONGEST_ANSWER);
    return new Exchange(
        call.webhook().profile().url(),
        body,
        answer.status(),
        answer.text(),
        answer.error(),
        answer.took());
  }
}
