package io.tierhub.web.demo;

import io.tierhub.account.TierAccountId;
import io.tierhub.catalog.ProductId;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.kernel.Actor;
import io.tierhub.workflow.DecideOrders;
import io.tierhub.workflow.OrderLine;
import io.tierhub.workflow.OrderProducts;
import io.tierhub.workflow.PendingChanges;
import io.tierhub.workflow.PurchaseOrder;
import io.tierhub.workflow.TierChoice;
import io.tierhub.workflow.WantedTile;
import java.util.List;
import org.springframework.stereotype.Component;

/** What distributors order in the demo, for customers who have their resellers above them. */
@Component
class DemoOrders {

  private final OrderProducts order;
  private final DecideOrders decide;
  private final PendingChanges pending;

  DemoOrders(OrderProducts order, DecideOrders decide, PendingChanges pending) {
    this.order = order;
    this.decide = decide;
    this.pending = pending;
  }

  void approved(
      Actor distributor,
      Actor vendor,
      ProductId product,
      TierAccountId customer,
      String externalId) {
    approve(vendor, placed(distributor, product, customer, externalId));
  }

  FulfillmentRequestId placed(
      Actor distributor, ProductId product, TierAccountId customer, String externalId) {
    PurchaseOrder purchase =
        new PurchaseOrder(
            product,
            null,
            null,
            externalId,
            null,
            List.of(new OrderLine(null, "MPN-1", "5")),
            List.of(),
            new TierChoice.Known(customer, false),
            new TierChoice.FromTheTree(),
            new TierChoice.FromTheTree(),
            false);
    FulfillmentRequestId request = order.purchase(distributor, purchase).request();
    pending.write();
    return request;
  }

  void approve(Actor vendor, FulfillmentRequestId request) {
    decide.approve(vendor, request, WantedTile.DEFAULT, null);
    pending.write();
  }
}
