package io.tierhub.web.tierconfig;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.tierconfig.TierConfigurationField;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurationQueries;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.web.wire.Target;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.GivePortalLinks;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class TierConfigurationController implements TierConfigurationApi {

  private final TierConfigurationQueries configurations;
  private final GivePortalLinks portals;
  private final Writes writes;
  private final JsonMapper json;

  TierConfigurationController(
      TierConfigurationQueries configurations,
      GivePortalLinks portals,
      Writes writes,
      JsonMapper json) {
    this.configurations = configurations;
    this.portals = portals;
    this.writes = writes;
    this.json = json;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ListQuery query) {
    return query.answer(configurations.list(actor, query.over(TierConfigurationField.values())));
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, TierConfigurationId id) {
    return Answers.one(configurations.get(actor, id), id);
  }

  @Override
  public ResponseEntity<byte[]> openPortal(Actor actor, TierConfigurationId id, Body body) {
    return writes.issue(
        Target.of(id, () -> configurations.get(actor, id)),
        HttpStatus.CREATED,
        () -> portals.give(actor, id, () -> body.strictlyAs(PortalLinkForm.class).isSent()),
        given -> new Document(json.writeValueAsBytes(PortalLinkView.of(given))),
        List.of("link"));
  }
}
