package io.tierhub.web.queue;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.queue.Backlogs;
import io.tierhub.web.wire.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class BacklogController implements BacklogApi {

  private final Backlogs backlogs;
  private final JsonMapper json;

  BacklogController(Backlogs backlogs, JsonMapper json) {
    this.backlogs = backlogs;
    this.json = json;
  }

  @Override
  public ResponseEntity<byte[]> look(Actor actor) {
    return Answers.ok(new Document(json.writeValueAsBytes(BacklogView.of(backlogs.of(actor)))));
  }
}
