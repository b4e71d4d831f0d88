package io.tierhub.web.partner;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.PartnerId;
import io.tierhub.partner.PartnerField;
import io.tierhub.partner.PartnerQueries;
import io.tierhub.partner.UserField;
import io.tierhub.query.Page;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.ListQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccountController implements AccountApi {

  private final PartnerQueries partners;

  AccountController(PartnerQueries partners) {
    this.partners = partners;
  }

  @Override
  public ResponseEntity<byte[]> self(Actor actor) {
    return Answers.ok(partners.self(actor));
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ListQuery query) {
    return query.answer(partners.list(actor, query.over(PartnerField.values())));
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, PartnerId id) {
    return Answers.one(partners.get(actor, id), id);
  }

  @Override
  public ResponseEntity<byte[]> users(Actor actor, PartnerId id, ListQuery query) {
    Page page = partners.users(actor, id, query.over(UserField.values()));
    return query.answer(page, id, () -> partners.get(actor, id));
  }
}
