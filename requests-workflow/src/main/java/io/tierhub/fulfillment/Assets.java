package io.tierhub.fulfillment;

import io.tierhub.kernel.Actor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All assets. Every method belongs into a transaction. */
public interface Assets {

  void add(Asset asset);

  /** The asset as it is now, unlocked, if the actor may see it. */
  Optional<Asset> peek(Actor actor, AssetId id);

  /** The asset, with nobody else changing it until the transaction ends. */
  Asset lock(AssetId id);

  void save(Asset asset);

  /** Through whom the asset was bought, unlocked: it never changes. */
  TierChain tiers(AssetId id);

  /** What was ordered already under that external uid and is not terminated. */
  Optional<Ordered> ordered(Sale sale, String externalUid);

  /**
   * @param request the latest request of the asset
   * @param failMessage why that failed, if it did
   */
  record Ordered(
      AssetId asset,
      AssetStatus assetStatus,
      FulfillmentRequestId request,
      FulfillmentRequestStatus requestStatus,
      @Nullable String failMessage) {}
}
