package io.tierhub.web.partner;

import io.tierhub.kernel.Actor;
import io.tierhub.partner.ApiTokenField;
import io.tierhub.partner.ApiTokenId;
import io.tierhub.partner.ApiTokenQueries;
import io.tierhub.partner.IssuedToken;
import io.tierhub.web.security.ApiKeys;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.web.wire.OwnEnvironment;
import io.tierhub.web.wire.Target;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.ManageTokens;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Whatever changes a token here is true here at once: this copy forgets what it remembered. */
@RestController
class TokenController implements TokenApi {

  private static final List<String> SHOWN_ONCE = List.of("token", "renewed_token");

  private final ApiTokenQueries tokens;
  private final ManageTokens manage;
  private final Writes writes;
  private final ApiKeys keys;
  private final Clock clock;

  TokenController(
      ApiTokenQueries tokens, ManageTokens manage, Writes writes, ApiKeys keys, Clock clock) {
    this.tokens = tokens;
    this.manage = manage;
    this.writes = writes;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ListQuery query) {
    return query.answer(tokens.list(actor, query.over(ApiTokenField.values()), clock.instant()));
  }

  @Override
  public ResponseEntity<byte[]> create(Actor actor, Body body) {
    TokenForm form = body.as(TokenForm.class);
    OwnEnvironment.require(actor, form.environment(), "/environment");
    return writes.issue(
        HttpStatus.CREATED,
        () -> manage.issue(actor, form.label(), form.expires()),
        issued -> tokens.issued(actor, issued, clock.instant()),
        SHOWN_ONCE);
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, ApiTokenId id) {
    return Answers.one(tokens.get(actor, id, clock.instant()), id);
  }

  @Override
  public ResponseEntity<byte[]> change(Actor actor, ApiTokenId id, Body body) {
    return changed(
        actor,
        id,
        () ->
            manage.relabel(
                actor,
                id,
                label ->
                    Body.merged(TokenLabelForm.of(label), body, TokenLabelForm.class).toDomain()));
  }

  @Override
  public ResponseEntity<byte[]> delete(Actor actor, ApiTokenId id) {
    ResponseEntity<byte[]> answer = writes.silent(one(actor, id), () -> manage.delete(actor, id));
    keys.forget(id);
    return answer;
  }

  @Override
  public ResponseEntity<byte[]> rotate(Actor actor, ApiTokenId id, Body body) {
    return issued(actor, id, () -> manage.rotate(actor, id, expiry(body)));
  }

  @Override
  public ResponseEntity<byte[]> renew(Actor actor, ApiTokenId id, Body body) {
    return issued(actor, id, () -> manage.renew(actor, id, expiry(body)));
  }

  @Override
  public ResponseEntity<byte[]> activate(Actor actor, ApiTokenId id) {
    return changed(actor, id, () -> manage.activate(actor, id));
  }

  @Override
  public ResponseEntity<byte[]> deactivate(Actor actor, ApiTokenId id) {
    return changed(actor, id, () -> manage.deactivate(actor, id));
  }

  private static ManageTokens.Expiry expiry(Body body) {
    return current -> Body.merged(ExpiryForm.of(current), body, ExpiryForm.class).expires();
  }

  private ResponseEntity<byte[]> issued(Actor actor, ApiTokenId id, Supplier<IssuedToken> verb) {
    ResponseEntity<byte[]> answer =
        writes.issue(
            one(actor, id),
            HttpStatus.OK,
            verb,
            issued -> tokens.issued(actor, issued, clock.instant()),
            SHOWN_ONCE);
    keys.forget(id);
    return answer;
  }

  private ResponseEntity<byte[]> changed(Actor actor, ApiTokenId id, Supplier<ApiTokenId> verb) {
    ResponseEntity<byte[]> answer = writes.changed(one(actor, id), verb);
    keys.forget(id);
    return answer;
  }

  private Target one(Actor actor, ApiTokenId id) {
    return Target.of(id, () -> tokens.get(actor, id, clock.instant()));
  }
}
