package io.tierhub.fulfillment;

import io.tierhub.account.TierAccountId;
import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Stamp;
import io.tierhub.kernel.UserRef;
import io.tierhub.parameter.ParameterValue;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.tierconfig.Tile;
import java.time.Instant;
import java.util.List;

/** An order of one item, in any state. */
public final class AnOrder {

  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  public static final Actor VENDOR = actor("VA-111-111");
  public static final Actor DISTRIBUTOR = actor("PA-222-222");
  public static final Actor OPS = actor("OP-333-333");

  static final Sale SALE =
      new Sale(
          new ProductId("PRD-000-000-001"),
          VENDOR.account(),
          DISTRIBUTOR.account(),
          Environment.TEST);

  static final Tile TILE = new Tile("TL-000-000-001", "Ready", "# Ready");

  public static final TierChain CHAIN =
      new TierChain(
          new TierAccountId("TA-0000-0000-0003"),
          new TierAccountId("TA-0000-0000-0002"),
          new TierAccountId("TA-0000-0000-0001"));

  private AnOrder() {}

  static Actor actor(String partner) {
    return new Actor(
        new PartnerId(partner), Environment.TEST, new UserRef("SU-1", "bot"), "0".repeat(32));
  }

  public static Asset asset() {
    ItemOnSale seat =
        new ItemOnSale("PRD-000-000-001-0001", "Seat", "MPN-1", "unit", "Reservation", "monthly");
    return Asset.purchase(
        new AssetId("AS-1895-0864-1238"),
        SALE,
        new Asset.Terms(new ConnectionId("CT-0000-0001"), null, null, "uid"),
        CHAIN,
        List.of(OrderedItem.bought(seat, new Quantity("5"))),
        ParameterValues.NONE,
        false,
        new Stamp(NOON, DISTRIBUTOR.user()));
  }

  static Asset asset(AssetStatus status) {
    Asset.Snapshot born = asset().snapshot();
    return Asset.restore(
        new Asset.Snapshot(
            born.id(),
            status,
            born.sale(),
            born.terms(),
            born.tiers(),
            born.items(),
            born.values(),
            born.created(),
            born.updated(),
            0));
  }

  /** The request after the first, of that type, for an asset that had it all before. */
  static FulfillmentRequest next(FulfillmentRequestType type) {
    return request(FulfillmentRequestStatus.APPROVED)
        .next(
            type,
            asset().items().stream().map(OrderedItem::kept).toList(),
            ParameterValues.of(ParameterValue.of("domain", "example.org")),
            new Stamp(NOON, DISTRIBUTOR.user()));
  }

  public static FulfillmentRequest request() {
    return FulfillmentRequest.purchase(asset(), new Stamp(NOON, DISTRIBUTOR.user()));
  }

  public static FulfillmentRequest request(FulfillmentRequestStatus status) {
    FulfillmentRequest.Snapshot born = request().snapshot();
    return FulfillmentRequest.restore(
        new FulfillmentRequest.Snapshot(
            born.id(),
            born.asset(),
            born.number(),
            born.type(),
            status,
            born.sale(),
            null,
            born.items(),
            born.values(),
            null,
            null,
            null,
            null,
            null,
            null,
            born.created(),
            born.updated(),
            0));
  }
}
