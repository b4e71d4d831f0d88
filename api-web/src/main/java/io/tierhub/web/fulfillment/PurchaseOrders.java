package io.tierhub.web.fulfillment;

import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.fulfillment.FulfillmentRequestType;
import io.tierhub.fulfillment.Tier;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.web.account.TierReference;
import io.tierhub.web.parameter.ParamForms;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.Forms;
import io.tierhub.workflow.OrderProducts;
import io.tierhub.workflow.PlacedOrder;
import io.tierhub.workflow.PurchaseOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a purchase from a body, and places it. */
@Component
class PurchaseOrders {

  private static final List<String> OFFERED = List.of(FulfillmentRequestType.PURCHASE.wire());

  private final OrderProducts order;

  PurchaseOrders(OrderProducts order) {
    this.order = order;
  }

  PlacedOrder place(Actor actor, Body body) {
    requireOffered(body);
    return order.purchase(actor, read(body));
  }

  private static void requireOffered(Body body) {
    String type =
        body.text("type")
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .orElseThrow(() -> Refused.at(Refusal.INVALID, "/type", "This field is required."));
    if (!OFFERED.contains(type)) {
      throw Refused.at(
              Refusal.REQUEST_TYPE_NOT_OFFERED,
              "/type",
              "Requests of type %s cannot be made here; offered: %s."
                  .formatted(type, String.join(", ", OFFERED)))
          .allowing(OFFERED);
    }
  }

  private static PurchaseOrder read(Body body) {
    PurchaseForm form = body.as(PurchaseForm.class);
    PurchaseForm.AssetForm asset = Forms.given(form.asset());
    PurchaseForm.TiersForm tiers = Forms.given(asset.tiers());
    return new PurchaseOrder(
        new ProductId(Forms.given(Forms.given(asset.product()).id())),
        connection(asset.connection()),
        marketplace(form.marketplace()),
        Forms.orNone(asset.externalId()),
        Forms.orNone(asset.externalUid()),
        Forms.given(asset.items()).stream().map(PurchaseForm.ItemForm::toLine).toList(),
        ParamForms.read(asset.params(), "/asset/params"),
        TierReference.choice(tiers.customer(), () -> element(body, Tier.CUSTOMER)),
        TierReference.choice(tiers.tier1(), () -> element(body, Tier.TIER1)),
        TierReference.choice(tiers.tier2(), () -> element(body, Tier.TIER2)));
  }

  private static @Nullable ConnectionId connection(PurchaseForm.@Nullable ConnectionForm form) {
    String id = form == null ? null : Forms.orNone(form.id());
    return id == null || id.equals(ConnectionId.NONE) ? null : new ConnectionId(id);
  }

  private static @Nullable MarketplaceId marketplace(PurchaseForm.@Nullable MarketplaceForm form) {
    String id = form == null ? null : Forms.orNone(form.id());
    return id == null || id.equals(MarketplaceId.NONE) ? null : new MarketplaceId(id);
  }

  private static Body.Element element(Body body, Tier tier) {
    Body account =
        body.member("asset")
            .flatMap(asset -> asset.member("tiers"))
            .flatMap(tiers -> tiers.member(tier.wire()))
            .orElseThrow();
    return new Body.Element(account, tier.pointer());
  }
}
