package io.tierhub.web.timeline;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.query.Document;
import io.tierhub.timeline.Timelines;
import io.tierhub.web.wire.Answers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

@RestController
class TimelineController implements TimelineApi {

  private static final Pattern TRACE = Pattern.compile("[0-9a-f]{32}");

  private final Timelines timelines;
  private final JsonMapper json;

  TimelineController(Timelines timelines, JsonMapper json) {
    this.timelines = timelines;
    this.json = json;
  }

  @Override
  public ResponseEntity<byte[]> of(Actor actor, String trace) {
    if (!TRACE.matcher(trace).matches()) {
      throw Refused.notFound(trace);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("trace_id", trace);
    body.put(
        "entries",
        new RawValue(new String(timelines.of(actor, trace).json(), StandardCharsets.UTF_8)));
    return Answers.ok(new Document(json.writeValueAsBytes(body)));
  }
}
