package io.tierhub.web.account;

import io.tierhub.account.TierAccountId;
import io.tierhub.account.TierAccountQueries;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.query.Document;
import io.tierhub.web.wire.Body;
import io.tierhub.workflow.AccountOpening;
import io.tierhub.workflow.OpenTierAccounts;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads one account or an array of them from a body, and opens them. */
@Component
public class AccountOpenings {

  /** More at once belongs into an import, not into one transaction. */
  private static final int MOST_AT_ONCE = 1_000;

  private final OpenTierAccounts open;
  private final TierAccountQueries accounts;

  AccountOpenings(OpenTierAccounts open, TierAccountQueries accounts) {
    this.open = open;
    this.accounts = accounts;
  }

  public List<TierAccountId> open(Actor actor, Body body) {
    List<Body.Element> elements = body.elements().toList();
    if (elements.isEmpty() || elements.size() > MOST_AT_ONCE) {
      throw Refused.at(
          Refusal.INVALID, "", "Send 1 to %d accounts at once.".formatted(MOST_AT_ONCE));
    }
    Faults faults = new Faults();
    List<AccountOpening> openings = new ArrayList<>();
    for (Body.Element element : elements) {
      faults.check(() -> openings.add(element.as(AccountForm.class).toOpening(element.pointer())));
    }
    faults.refuseIfAny();
    return open.open(actor, openings);
  }

  /** An object for an object, an array for an array, in the order in which they were sent. */
  Document answer(Actor actor, Body body, List<TierAccountId> ids) {
    return body.isArray()
        ? accounts.all(actor, ids)
        : accounts.get(actor, ids.getFirst()).orElseThrow();
  }
}
