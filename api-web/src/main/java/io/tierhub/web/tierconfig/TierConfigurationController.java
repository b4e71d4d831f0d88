package io.tierhub.web.tierconfig;

import io.tierhub.kernel.Actor;
import io.tierhub.tierconfig.TierConfigurationField;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurationQueries;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.ListQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TierConfigurationController implements TierConfigurationApi {

  private final TierConfigurationQueries configurations;

  TierConfigurationController(TierConfigurationQueries configurations) {
    this.configurations = configurations;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ListQuery query) {
    return query.answer(configurations.list(actor, query.over(TierConfigurationField.values())));
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, TierConfigurationId id) {
    return Answers.one(configurations.get(actor, id), id);
  }
}
