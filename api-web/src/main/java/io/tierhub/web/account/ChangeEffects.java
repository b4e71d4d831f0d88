package io.tierhub.web.account;

import io.tierhub.account.TierAccountId;
import io.tierhub.kernel.Actor;
import io.tierhub.tieraccountrequest.ProductsInUse;
import io.tierhub.tieraccountrequest.TierAccountRequestQueries;
import io.tierhub.workflow.AccountChange;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.util.RawValue;

/** What a dry run tells of a change: whom it would tell, and why others would hear nothing. */
@Component
class ChangeEffects {

  private final TierAccountRequestQueries requests;
  private final ProductsInUse products;

  ChangeEffects(TierAccountRequestQueries requests, ProductsInUse products) {
    this.requests = requests;
    this.products = products;
  }

  Map<String, Object> of(Actor actor, AccountChange change) {
    Map<String, Object> effects = new LinkedHashMap<>();
    effects.put("changed", List.copyOf(change.changed()));
    effects.put("requests_raised", raw(requests.all(actor, change.raised()).json()));
    effects.put("products_not_told", untold(actor, change.account()));
    return effects;
  }

  private List<Map<String, String>> untold(Actor actor, TierAccountId account) {
    return products.untold(account, actor.account(), actor.environment()).stream()
        .map(p -> Map.of("id", p.product().value(), "name", p.name(), "why", p.why()))
        .toList();
  }

  private static RawValue raw(byte[] json) {
    return new RawValue(new String(json, StandardCharsets.UTF_8));
  }
}
