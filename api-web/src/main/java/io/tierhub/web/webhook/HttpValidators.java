package io.tierhub.web.webhook;

import io.tierhub.parameter.SubmittedValue;
import io.tierhub.webhook.Exchange;
import io.tierhub.webhook.Validators;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks validators by HTTP, as Connect does (wire-format §9.2): what is sent is the request itself,
 * and what comes back the same with {@code value_error} where something is wrong.
 */
@Component
class HttpValidators implements Validators {

  private static final int LONGEST_ANSWER = 1_000_000;
  private static final int LONGEST_ERROR = 1_000;
  private static final String PARAMS = "params";
  private static final String VALUE_ERROR = "value_error";

  private final HttpCaller caller;
  private final JsonMapper json = new JsonMapper();

  HttpValidators(HttpCaller caller) {
    this.caller = caller;
  }

  @Override
  public Verdict ask(Question question) {
    String body = json.writeValueAsString(asked(question));
    HttpCaller.Answer answer =
        caller.post(
            question.webhook(), UUID.randomUUID().toString(), question.at(), body, LONGEST_ANSWER);
    Map<String, String> errors = new TreeMap<>();
    String fault = answer.error();
    if (fault == null && !read(String.valueOf(answer.text()), errors)) {
      fault = "answered something else than the request";
    }
    return new Verdict(
        errors,
        new Exchange(
            question.webhook().profile().url(), body, answer.status(), null, fault, answer.took()));
  }

  private ObjectNode asked(Question question) {
    ObjectNode request = (ObjectNode) json.readTree(question.request().json());
    ArrayNode params =
        request.path(PARAMS) instanceof ArrayNode there ? there : request.putArray(PARAMS);
    if (question.anew()) {
      params.forEach(param -> ((ObjectNode) param).put(VALUE_ERROR, ""));
    }
    question.submitted().forEach(value -> lay(value, params));
    return request;
  }

  private void lay(SubmittedValue value, ArrayNode params) {
    Optional<JsonNode> known =
        params
            .valueStream()
            .filter(param -> param.path("id").asString("").equals(value.name()))
            .findFirst();
    ObjectNode param =
        known
            .map(ObjectNode.class::cast)
            .orElseGet(() -> params.addObject().put("id", value.name()));
    if (value.hasValue()) {
      param.put("value", value.value());
    }
    if (value.hasStructured()) {
      param.set("structured_value", json.valueToTree(value.structured()));
    }
  }

  /**
   * @return whether it is a request at all
   */
  private boolean read(String answer, Map<String, String> errors) {
    JsonNode params;
    try {
      params = json.readTree(answer).path(PARAMS);
    } catch (JacksonException unreadable) {
      // Which is what was asked.
      return false;
    }
    if (!params.isArray()) {
      return false;
    }
    for (JsonNode param : params) {
      JsonNode id = param.path("id");
      JsonNode error = param.path(VALUE_ERROR);
      if (id.isString() && error.isString()) {
        errors.put(id.stringValue(), cut(error.stringValue()));
      }
    }
    return true;
  }

  private static String cut(String error) {
    String text = error.strip();
    return text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text;
  }
}
