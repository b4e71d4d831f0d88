package io.tierhub.workflow;

import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.Products;
import io.tierhub.fulfillment.AssetId;
import io.tierhub.fulfillment.Assets;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.fulfillment.FulfillmentRequestStatus;
import io.tierhub.fulfillment.FulfillmentRequests;
import io.tierhub.inquiry.Inquiry;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.link.LinkCode;
import io.tierhub.link.LinkPurpose;
import io.tierhub.parameter.ParameterDefinition;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterSets;
import io.tierhub.parameter.ParameterType;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.template.Template;
import io.tierhub.template.TemplateEngine;
import io.tierhub.template.TemplateId;
import io.tierhub.template.TemplateScope;
import io.tierhub.template.Templates;
import io.tierhub.tierconfig.Agreement;
import io.tierhub.tierconfig.TierConfiguration;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfig.TierConfigurations;
import io.tierhub.tierconfig.Tile;
import io.tierhub.tierconfigrequest.TierConfigurationRequest;
import io.tierhub.tierconfigrequest.TierConfigurationRequests;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a customer or a reseller is shown of something at the moment, in Markdown: what it is asked
 * with while it is asked, that somebody works on it while the vendor has it, and once it is
 * approved the tile, which was filled in then. Nothing of what failed or is a draft.
 */
@Service
public class ShowTexts {

  private static final String NOTHING = "";

  private final FulfillmentRequests orders;
  private final Assets assets;
  private final TierConfigurations configurations;
  private final TierConfigurationRequests requests;
  private final Products products;
  private final ParameterSets parameters;
  private final Templates templates;
  private final Tiles tiles;
  private final TemplateEngine engine;
  private final LinkAddresses addresses;

  ShowTexts(
      FulfillmentRequests orders,
      Assets assets,
      TierConfigurations configurations,
      TierConfigurationRequests requests,
      Products products,
      ParameterSets parameters,
      Templates templates,
      Tiles tiles,
      TemplateEngine engine,
      LinkAddresses addresses) {
    this.orders = orders;
    this.assets = assets;
    this.configurations = configurations;
    this.requests = requests;
    this.products = products;
    this.parameters = parameters;
    this.templates = templates;
    this.tiles = tiles;
    this.engine = engine;
    this.addresses = addresses;
  }

  /** What the customer is shown of its asset: what the last approved request has brought. */
  @Transactional(readOnly = true)
  public String ofAsset(Actor actor, AssetId id) {
    if (assets.peek(actor, id).isEmpty()) {
      throw Refused.notFound(id);
    }
    FulfillmentRequest latest = orders.latest(id);
    FulfillmentRequestId before = latest.snapshot().previousApproved();
    return latest.status() == FulfillmentRequestStatus.APPROVED || before == null
        ? text(actor, latest)
        : text(actor, orders.peek(before));
  }

  @Transactional(readOnly = true)
  public String ofOrder(Actor actor, FulfillmentRequestId id) {
    return text(actor, orders.peek(actor, id).orElseThrow(() -> Refused.notFound(id)));
  }

  private String text(Actor actor, FulfillmentRequest order) {
    ParameterSet set = parameters.of(order.sale().product(), ParameterScope.ASSET);
    Tile tile = order.snapshot().tile();
    return switch (order.status()) {
      case APPROVED -> tile == null ? NOTHING : tile.representation();
      case INQUIRING ->
          tiles.inquiryText(
              set,
              TemplateScope.ASSET,
              tile,
              order.values(),
              link(actor, order.id().value(), order.inquiry().orElse(null)));
      case PENDING, TIERS_SETUP -> tiles.pendingText(set, TemplateScope.ASSET, order.values());
      case DRAFT, FAILED, SCHEDULED, REVOKING, REVOKED -> NOTHING;
    };
  }

  /** What the tier is shown: the tile, or before there is one what is shown of the request. */
  @Transactional(readOnly = true)
  public String ofConfiguration(Actor actor, TierConfigurationId id) {
    TierConfiguration own = configurations.peek(actor, id).orElseThrow(() -> Refused.notFound(id));
    Tile tile = own.snapshot().tile();
    if (tile != null) {
      return tile.representation();
    }
    return own.openRequest().map(open -> text(actor, requests.peek(open), own)).orElse(NOTHING);
  }

  @Transactional(readOnly = true)
  public String ofTierRequest(Actor actor, TierConfigurationRequestId id) {
    TierConfigurationRequest request =
        requests.peek(actor, id).orElseThrow(() -> Refused.notFound(id));
    return text(actor, request, configurations.peek(request.configuration()));
  }

  private String text(Actor actor, TierConfigurationRequest request, TierConfiguration own) {
    Agreement agreement = own.agreement();
    ParameterSet set = parameters.of(agreement.product(), agreement.level().scope());
    TemplateScope scope = TemplateScope.ofTier(agreement.level().number());
    ParameterValues values = own.values().withAll(request.values());
    Tile tile = request.snapshot().tile();
    return switch (request.status()) {
      case APPROVED -> tile == null ? NOTHING : tile.representation();
      case INQUIRING ->
          tiles.inquiryText(
              set,
              scope,
              tile,
              values,
              link(actor, request.id().value(), request.inquiry().orElse(null)));
      case PENDING, TIERS_SETUP -> tiles.pendingText(set, scope, values);
      case DRAFT, FAILED -> NOTHING;
    };
  }

  /** A template with an example value in each place. */
  @Transactional(readOnly = true)
  public String ofTemplate(Actor actor, ProductId id, TemplateId which) {
    if (!products.isVisible(actor, id)) {
      throw Refused.notFound(id);
    }
    Template template = templates.find(id, which).orElseThrow(() -> Refused.notFound(which));
    Map<String, String> examples = new HashMap<>();
    examples.put(Tiles.FORM, "https://example.com/form");
    for (ParameterDefinition definition : parameters.of(id, scope(template)).definitions()) {
      if (definition.type() != ParameterType.PASSWORD && definition.type().holdsValue()) {
        examples.put(definition.name(), example(definition));
      }
    }
    return engine.fill(template.body(), examples);
  }

  private static ParameterScope scope(Template template) {
    return switch (template.scope()) {
      case ASSET -> ParameterScope.ASSET;
      case TIER1 -> ParameterScope.TIER1;
      case TIER2 -> ParameterScope.TIER2;
    };
  }

  private static String example(ParameterDefinition definition) {
    String placeholder = definition.placeholder();
    if (placeholder != null && !placeholder.isBlank()) {
      return placeholder;
    }
    return definition.constraints().choices().isEmpty()
        ? definition.title()
        : definition.constraints().choices().getFirst().value();
  }

  /** The form's link is its distributor's; for others there is none. */
  private String link(Actor actor, String request, @Nullable Inquiry inquiry) {
    return actor.role() == Role.DISTRIBUTOR && inquiry != null
        ? addresses.of(new LinkCode(LinkPurpose.FORM, request, inquiry.number()))
        : NOTHING;
  }
}
