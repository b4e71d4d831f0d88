package io.tierhub.workflow;

import io.tierhub.action.Action;
import io.tierhub.action.ActionId;
import io.tierhub.action.ActionLinks;
import io.tierhub.action.ActionPress;
import io.tierhub.action.ActionScope;
import io.tierhub.action.ActionSecrets;
import io.tierhub.action.Actions;
import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.Products;
import io.tierhub.fulfillment.AssetId;
import io.tierhub.fulfillment.Assets;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurations;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the links behind the buttons of products (wire-format §8.2). */
@Service
public class LinkActions {

  private final Actions actions;
  private final Products products;
  private final Assets assets;
  private final TierConfigurations configurations;
  private final ActionLinks links;
  private final Clock clock;

  LinkActions(
      Actions actions,
      Products products,
      Assets assets,
      TierConfigurations configurations,
      ActionLinks links,
      Clock clock) {
    this.actions = actions;
    this.products = products;
    this.assets = assets;
    this.configurations = configurations;
    this.links = links;
    this.clock = clock;
  }

  /**
   * A link that leads to the vendor's endpoint, and tells it for a few minutes for whom the button
   * was pressed.
   *
   * @param asset for whom it was pressed if the action is a customer's, else nothing
   * @param configuration for whom it was pressed if the action is a reseller's, else nothing
   * @throws Refused with {@link Refusal#ACTION_NO_ENDPOINT} if the product says no address or has
   *     drawn no secret
   */
  @Transactional(readOnly = true)
  public String link(
      Actor actor,
      ProductId id,
      ActionId which,
      @Nullable AssetId asset,
      @Nullable TierConfigurationId configuration) {
    if (!products.isVisible(actor, id)) {
      throw Refused.notFound(id);
    }
    Action action = actions.find(id, which).orElseThrow(() -> Refused.notFound(which));
    if (actor.role() == Role.OPS) {
      throw Refused.because(
          Refusal.FORBIDDEN, "Ops presses no buttons: links speak for customers and resellers.");
    }
    String of =
        action.content().scope() == ActionScope.ASSET
            ? asset(actor, id, asset, configuration)
            : configuration(actor, action, configuration, asset);
    String endpoint =
        actions
            .endpoint(id)
            .orElseThrow(() -> nowhere(id, "its customer_ui_settings.action.url is not set"));
    ActionSecrets secrets =
        actions
            .secrets(id)
            .orElseThrow(() -> nowhere(id, "no secret was made; POST …/actions/regeneratesecret"));
    ActionPress press =
        new ActionPress(
            id, action.content().localId(), action.content().scope(), of, actor.environment());
    return links.link(endpoint, secrets.signing(clock.instant()), press);
  }

  private String asset(
      Actor actor,
      ProductId product,
      @Nullable AssetId asset,
      @Nullable TierConfigurationId configuration) {
    if (asset == null || configuration != null) {
      throw Refused.at(
          Refusal.INVALID, "", "The action is a customer's: pass asset_id, and only that.");
    }
    return assets
        .peek(actor, asset)
        .filter(found -> found.sale().product().equals(product))
        .orElseThrow(() ->
            Refused.at(
                Refusal.INVALID,
                "",
                "asset_id: there is no asset %s of %s that you see.".formatted(asset, product)))
        .id()
        .value();
  }

  private String configuration(
      Actor actor,
      Action action,
      @Nullable TierConfigurationId configuration,
      @Nullable AssetId asset) {
    if (configuration == null || asset != null) {
      throw Refused.at(
          Refusal.INVALID, "", "The action is a reseller's: pass tier_config_id, and only that.");
    }
    ActionScope scope = action.content().scope();
    return configurations
        .peek(actor, configuration)
        .filter(found -> found.agreement().product().equals(action.product()))
        .filter(found -> ActionScope.ofTier(found.agreement().level().number()) == scope)
        .orElseThrow(() ->
            Refused.at(
                Refusal.INVALID,
                "",
                "tier_config_id: there is no configuration %s of %s at %s that you see."
                    .formatted(configuration, action.product(), scope.wire())))
        .id()
        .value();
  }

  private static Refused nowhere(ProductId product, String why) {
    return Refused.because(
        Refusal.ACTION_NO_ENDPOINT, "The actions of %s lead nowhere: %s.".formatted(product, why));
  }
}
