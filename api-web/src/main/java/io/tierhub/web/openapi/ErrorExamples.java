package io.tierhub.web.openapi;

import io.tierhub.kernel.Refusal;
import io.tierhub.web.problem.Catalogue;
import io.tierhub.web.problem.Problem;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Error bodies exactly as they would be answered, as plain values. */
@Component
class ErrorExamples {

  private final JsonMapper json;

  ErrorExamples(JsonMapper json) {
    this.json = json;
  }

  Map<String, Object> of(Refusal why, String instance) {
    return plain(Catalogue.example(why, instance));
  }

  Map<String, Object> ofParameter(String name, String instance) {
    return plain(Catalogue.unreadableParameter(name, instance));
  }

  private Map<String, Object> plain(Problem problem) {
    return json.convertValue(problem, new TypeReference<>() {});
  }
}
