package io.tierhub.web.link;

import io.tierhub.kernel.Actor;
import io.tierhub.link.LinkKeys;
import io.tierhub.query.Document;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.ManageLinkKeys;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Whatever changes a key here is true here at once: this copy forgets what it remembered. */
@RestController
class LinkKeyController implements LinkKeyApi {

  private final ManageLinkKeys manage;
  private final LinkKeys keys;
  private final Writes writes;
  private final JsonMapper json;

  LinkKeyController(ManageLinkKeys manage, LinkKeys keys, Writes writes, JsonMapper json) {
    this.manage = manage;
    this.keys = keys;
    this.writes = writes;
    this.json = json;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor) {
    List<LinkKeyView> all = manage.list(actor).stream().map(LinkKeyView::of).toList();
    return Answers.whole(json.writeValueAsBytes(all), all.size());
  }

  @Override
  public ResponseEntity<byte[]> rotate(Actor actor) {
    ResponseEntity<byte[]> answer =
        writes.answer(
            HttpStatus.CREATED,
            () -> manage.rotate(actor),
            made -> new Document(json.writeValueAsBytes(LinkKeyView.of(made))));
    keys.forget();
    return answer;
  }

  @Override
  public ResponseEntity<byte[]> delete(Actor actor, int number) {
    ResponseEntity<byte[]> answer = writes.silent(() -> manage.delete(actor, number));
    keys.forget();
    return answer;
  }
}
