package io.tierhub.web.account;

import io.tierhub.account.TierAccountField;
import io.tierhub.account.TierAccountId;
import io.tierhub.account.TierAccountQueries;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.web.wire.Target;
import io.tierhub.web.wire.Writes;
import io.tierhub.workflow.EraseAccounts;
import io.tierhub.workflow.MaintainTierAccounts;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class TierAccountController implements TierAccountApi {

  private final TierAccountQueries accounts;
  private final AccountOpenings openings;
  private final MaintainTierAccounts maintain;
  private final EraseAccounts erase;
  private final Writes writes;
  private final ChangeEffects effects;
  private final JsonMapper json;

  TierAccountController(
      TierAccountQueries accounts,
      AccountOpenings openings,
      MaintainTierAccounts maintain,
      EraseAccounts erase,
      Writes writes,
      ChangeEffects effects,
      JsonMapper json) {
    this.accounts = accounts;
    this.openings = openings;
    this.maintain = maintain;
    this.writes = writes;
    this.effects = effects;
    this.erase = erase;
    this.json = json;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ListQuery query) {
    return query.answer(accounts.list(actor, query.over(TierAccountField.values())));
  }

  @Override
  public ResponseEntity<byte[]> create(Actor actor, Body body) {
    return body.isArray()
        ? writes.answer(
            HttpStatus.CREATED, () -> openings.open(actor, body), ids -> accounts.all(actor, ids))
        : writes.made(() -> openings.open(actor, body), ids -> read(actor, ids.getFirst()));
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, TierAccountId id, @Nullable Instant asOf) {
    return Answers.one(
        asOf == null ? accounts.get(actor, id) : accounts.getAsOf(actor, id, asOf), id);
  }

  @Override
  public ResponseEntity<byte[]> change(Actor actor, TierAccountId id, Body body) {
    return writes.changed(
        one(actor, id),
        () -> maintain.change(actor, id, new ProfilePatch(body)),
        change -> effects.of(actor, change));
  }

  @Override
  public ResponseEntity<byte[]> decommission(Actor actor, TierAccountId id) {
    return writes.silent(one(actor, id), () -> maintain.decommission(actor, id));
  }

  @Override
  public ResponseEntity<byte[]> erase(Actor actor, TierAccountId id) {
    return writes.answer(
        HttpStatus.OK,
        () -> erase.erase(actor, id),
        erasure -> new Document(json.writeValueAsBytes(ErasureView.of(erasure))),
        erasure -> Map.of("erased", erasure.erased()));
  }

  @Override
  public ResponseEntity<byte[]> versions(Actor actor, TierAccountId id, ListQuery query) {
    Query window = query.over(new TierAccountField[0]);
    Page page = accounts.versions(actor, id, window.limit(), window.offset());
    if (page.total() == 0) {
      throw Refused.notFound(id);
    }
    return query.answer(page);
  }

  @Override
  public ResponseEntity<byte[]> version(Actor actor, TierAccountId id, int number) {
    return Answers.ok(
        accounts
            .version(actor, id, number)
            .orElseThrow(() -> Refused.notFound(id + "/versions/" + number)));
  }

  @Override
  public ResponseEntity<byte[]> ancestors(Actor actor, TierAccountId id, @Nullable Instant asOf) {
    return Answers.one(accounts.ancestors(actor, id, asOf), id);
  }

  @Override
  public ResponseEntity<byte[]> descendants(
      Actor actor, TierAccountId id, int depth, ListQuery query) {
    Page page =
        accounts.descendants(actor, id, depth, query.over(TierAccountField.values(), "depth"));
    return query.answer(page, id, () -> accounts.get(actor, id));
  }

  @Override
  public ResponseEntity<byte[]> tree(
      Actor actor, TierAccountId id, int depth, @Nullable Instant asOf) {
    return Answers.one(accounts.tree(actor, id, Math.max(0, depth), asOf), id);
  }

  private Target one(Actor actor, TierAccountId id) {
    return Target.of(id, () -> accounts.get(actor, id));
  }

  private Document read(Actor actor, TierAccountId id) {
    return accounts.get(actor, id).orElseThrow(() -> Refused.notFound(id));
  }
}
