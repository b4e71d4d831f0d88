package io.tierhub.workflow;

import io.tierhub.account.TierAccount;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Outbox;
import io.tierhub.tieraccountrequest.ProductsInUse;
import io.tierhub.tieraccountrequest.TierAccountRequest;
import io.tierhub.tieraccountrequest.TierAccountRequestId;
import io.tierhub.tieraccountrequest.TierAccountRequests;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the vendors of an account's new version: one request per product in use (design §4.3). */
@Component
class RaiseAccountRequests {

  private final ProductsInUse products;
  private final TierAccountRequests requests;
  private final Outbox outbox;

  RaiseAccountRequests(ProductsInUse products, TierAccountRequests requests, Outbox outbox) {
    this.products = products;
    this.requests = requests;
    this.outbox = outbox;
  }

  /** The account's row is locked, so no order can begin or end using it meanwhile. */
  List<TierAccountRequestId> forChangeOf(TierAccount account, Actor actor) {
    List<TierAccountRequest> raised = TierAccountRequest.raise(account, products.of(account.id()));
    requests.addAll(raised);
    raised.forEach(request -> outbox.append(AccountEvents.raised(request, actor)));
    return raised.stream().map(TierAccountRequest::id).toList();
  }
}
