package io.tierhub.web.queue;

import io.tierhub.kernel.Actor;
import io.tierhub.queue.QueueField;
import io.tierhub.queue.QueueQueries;
import io.tierhub.web.wire.ListQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class QueueController implements QueueApi {

  private final QueueQueries queue;

  QueueController(QueueQueries queue) {
    this.queue = queue;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ListQuery query) {
    return query.answer(queue.list(actor, query.over(QueueField.values())));
  }
}
