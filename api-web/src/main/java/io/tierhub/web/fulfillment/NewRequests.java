package io.tierhub.web.fulfillment;

import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.fulfillment.AssetId;
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
import io.tierhub.workflow.AssetOrder;
import io.tierhub.workflow.ChangeAssets;
import io.tierhub.workflow.OrderProducts;
import io.tierhub.workflow.PlacedOrder;
import io.tierhub.workflow.PurchaseOrder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a new request from a body, by its type, and places it. */
@Component
class NewRequests {

  private final OrderProducts order;
  private final ChangeAssets change;

  NewRequests(OrderProducts order, ChangeAssets change) {
    this.order = order;
    this.change = change;
  }

  PlacedOrder place(Actor actor, Body body) {
    FulfillmentRequestType type = type(body);
    return switch (type) {
      case PURCHASE -> order.purchase(actor, purchase(body));
      case CHANGE, SUSPEND, RESUME, CANCEL, ADJUSTMENT ->
          change.request(actor, ofAsset(type, body));
      case RENEW, TRANSFER -> throw notOffered(type.wire());
    };
  }

  private static FulfillmentRequestType type(Body body) {
    String type =
        body.text("type")
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .orElseThrow(() -> Refused.at(Refusal.INVALID, "/type", "This field is required."));
    return FulfillmentRequestType.ofWire(type).orElseThrow(() -> notOffered(type));
  }

  private static Refused notOffered(String type) {
    List<String> offered =
        Stream.of(FulfillmentRequestType.values())
            .filter(FulfillmentRequestType::isOffered)
            .map(FulfillmentRequestType::wire)
            .toList();
    return Refused.at(
            Refusal.REQUEST_TYPE_NOT_OFFERED,
            "/type",
            "Requests of type %s cannot be made here; offered: %s."
                .formatted(type, String.join(", ", offered)))
        .allowing(offered);
  }

  private static AssetOrder ofAsset(FulfillmentRequestType type, Body body) {
    AssetRequestForm.AssetForm asset = Forms.given(body.as(AssetRequestForm.class).asset());
    return new AssetOrder(
        type,
        new AssetId(Forms.given(asset.id())),
        asset.lines(),
        ParamForms.read(asset.params(), "/asset/params"));
  }

  private static PurchaseOrder purchase(Body body) {
    PurchaseForm form = body.as(PurchaseForm.class);
    PurchaseForm.AssetForm asset = Forms.given(form.asset());
    PurchaseForm.TiersForm tiers = Forms.given(asset.tiers());
    return new PurchaseOrder(
        new ProductId(Forms.given(Forms.given(asset.product()).id())),
        connection(asset.connection()),
        marketplace(form.marketplace()),
        Forms.orNone(asset.externalId()),
        Forms.orNone(asset.externalUid()),
        Forms.given(asset.items()).stream().map(OrderLineForm::toLine).toList(),
        ParamForms.read(asset.params(), "/asset/params"),
        TierReference.choice(tiers.customer(), () -> element(body, Tier.CUSTOMER)),
        TierReference.choice(tiers.tier1(), () -> element(body, Tier.TIER1)),
        TierReference.choice(tiers.tier2(), () -> element(body, Tier.TIER2)),
        "draft".equals(form.status()));
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
