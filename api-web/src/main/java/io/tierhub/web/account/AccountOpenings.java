package io.tierhub.web.account;

import io.tierhub.account.TierAccountId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.web.wire.Body;
import io.tierhub.workflow.AccountOpening;
import io.tierhub.workflow.OpenTierAccounts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads one account or an array of them from a body, and opens them. */
@Component
public class AccountOpenings {

  /** More at once belongs into an import, not into one transaction. */
  private static final int MOST_AT_ONCE = 1_000;

  private static final int NOWHERE = -1;

  private final OpenTierAccounts open;

  AccountOpenings(OpenTierAccounts open) {
    this.open = open;
  }

  public List<TierAccountId> open(Actor actor, Body body) {
    List<Body.Element> elements = body.elements().toList();
    if (elements.isEmpty() || elements.size() > MOST_AT_ONCE) {
      throw Refused.at(
          Refusal.INVALID, "", "Send 1 to %d accounts at once.".formatted(MOST_AT_ONCE));
    }
    open.requireMayOpen(actor);
    Faults faults = new Faults();
    Map<Integer, AccountOpening> readable = new LinkedHashMap<>();
    for (int i = 0; i < elements.size(); i++) {
      Body.Element element = elements.get(i);
      Optional<AccountForm> form = faults.tried(() -> element.as(AccountForm.class));
      if (form.isPresent()) {
        readable.put(i, form.get().toOpening(element.pointer()));
      } else {
        faults.check(() -> AccountForm.requireParent(element));
      }
    }
    if (!faults.isEmpty()) {
      faults.check(() -> open.judge(actor, apart(readable, elements.size())));
      faults.refuseIfAny();
    }
    return open.open(actor, List.copyOf(readable.values()));
  }

  /** What can be judged although others cannot be read: all that does not hang below those. */
  private static List<AccountOpening> apart(Map<Integer, AccountOpening> readable, int sent) {
    Map<Integer, AccountOpening> left = new LinkedHashMap<>(readable);
    boolean dropped = true;
    while (dropped) {
      dropped =
          left.values()
              .removeIf(opening ->
                  opening.parentIndex() instanceof Integer above
                      && above >= 0
                      && above < sent
                      && !left.containsKey(above));
    }
    Map<Integer, Integer> places = new HashMap<>();
    left.keySet().forEach(i -> places.put(i, places.size()));
    return left.values().stream()
        .map(opening ->
            opening.parentIndex() instanceof Integer above
                ? opening.below(places.getOrDefault(above, NOWHERE))
                : opening)
        .toList();
  }
}
