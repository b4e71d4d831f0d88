package io.tierhub.workflow;

import io.tierhub.account.TierAccountId;
import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.fulfillment.ProductOnSale;
import io.tierhub.fulfillment.SalesChannel;
import io.tierhub.fulfillment.SalesChannels;
import io.tierhub.fulfillment.Tier;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterSets;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.tierconfig.Agreement;
import io.tierhub.tierconfig.TierConfiguration;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfig.TierConfigurations;
import io.tierhub.tierconfig.TierLevel;
import io.tierhub.tierconfigrequest.TierConfigurationRequest;
import io.tierhub.tierconfigrequest.TierConfigurationRequestStatus;
import io.tierhub.tierconfigrequest.TierConfigurationRequestType;
import io.tierhub.tierconfigrequest.TierConfigurationRequests;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Raises tier configuration requests that somebody asks for, rather than an order (design §4.6).
 */
@Service
public class RequestTierConfigurations {

  private static final Logger LOG = LoggerFactory.getLogger(RequestTierConfigurations.class);

  /** Where a request names what it is about. */
  private static final String AT = "/configuration";

  private final OrderedProducts products;
  private final SalesChannels channels;
  private final FindTiers find;
  private final OrderedTiers tiers;
  private final TierSetups setups;
  private final RequestValues values;
  private final ParameterSets parameters;
  private final TierConfigurations configurations;
  private final TierConfigurationRequests requests;
  private final Chronicle chronicle;
  private final Clock clock;

  RequestTierConfigurations(
      OrderedProducts products,
      SalesChannels channels,
      FindTiers find,
      OrderedTiers tiers,
      TierSetups setups,
      RequestValues values,
      ParameterSets parameters,
      TierConfigurations configurations,
      TierConfigurationRequests requests,
      Chronicle chronicle,
      Clock clock) {
    this.products = products;
    this.channels = channels;
    this.find = find;
    this.tiers = tiers;
    this.setups = setups;
    this.values = values;
    this.parameters = parameters;
    this.configurations = configurations;
    this.requests = requests;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /**
   * Asks the vendor to set up a reseller, before or without an order.
   *
   * @throws Refused with {@link Refusal#TCR_OPEN} naming the open request, with {@link
   *     Refusal#TCR_SET_UP} if there is nothing left to set up, else naming every fault
   */
  @Transactional
  public PlacedTierRequest setUp(Actor actor, TierSetupOrder order) {
    if (actor.role() != Role.DISTRIBUTOR) {
      throw Refused.because(
          Refusal.FORBIDDEN, "Only distributors ask for setups; a vendor may update or adjust.");
    }
    Faults faults = new Faults();
    Judged judged =
        judge(
            actor, order.product(), order.connection(), order.marketplace(), order.level(), faults);
    WantedTiers wanted = wanted(order);
    FoundTiers found = find.find(actor, wanted, judged.channel, faults);
    ParameterSet set =
        judged.product == null ? null : parameters.of(judged.product.id(), order.level().scope());
    ParameterValues carried =
        set == null
            ? ParameterValues.NONE
            : values.given(actor, set, null, ParameterValues.NONE, false, order.values(), faults);
    faults.refuseIfAny();
    if (judged.product == null || judged.channel == null) {
      throw new IllegalStateException("absent without a fault");
    }
    Deal deal =
        Deal.of(
            judged.product,
            actor.account(),
            actor.environment(),
            judged.channel,
            judged.marketplace);
    Map<Tier, TierAccountId> accounts = tiers.resellers(actor, found, judged.channel.hub());
    TierConfigurationRequest raised = setUp(actor, deal, judged.product, order, accounts, carried);
    return new PlacedTierRequest(raised.id(), found.warnings());
  }

  private TierConfigurationRequest setUp(
      Actor actor,
      Deal deal,
      ProductOnSale product,
      TierSetupOrder order,
      Map<Tier, TierAccountId> accounts,
      ParameterValues carried) {
    Stamp stamp = new Stamp(clock.instant(), actor.user());
    boolean draft = order.draft() && product.validatesTierDrafts();
    TierAccountId tier2 = order.level() == TierLevel.TIER1 ? accounts.get(Tier.TIER2) : null;
    TierConfiguration above =
        tier2 == null || draft ? null : above(actor, deal, product, tier2, stamp);
    TierAccountId account = accounts.get(tier(order.level()));
    if (account == null) {
      throw new IllegalStateException("the tiers were not judged");
    }
    TierConfiguration own =
        draft
            ? setups.lockOrBeginUnseen(actor, deal, account, order.level(), stamp)
            : setups.lockOrBegin(actor, deal, account, order.level(), stamp);
    requireNotSetUp(own);
    if (!draft) {
      own.requireNoneOpen();
    }
    TierConfigurationRequest request =
        TierConfigurationRequest.raise(
            own, TierConfigurationRequestType.SETUP, carried, tier2, draft, stamp);
    if (!draft) {
      setups.begin(request, own, above, stamp.at());
    }
    keepNew(actor, request, own, stamp);
    return request;
  }

  private @Nullable TierConfiguration above(
      Actor actor, Deal deal, ProductOnSale product, TierAccountId tier2, Stamp stamp) {
    return setups.isNeeded(product.id(), product.configurationLevel(), TierLevel.TIER2)
        ? setups.underway(actor, deal, tier2, new Stamp(stamp.at(), null))
        : null;
  }

  private static void requireNotSetUp(TierConfiguration own) {
    if (own.isSatisfied()) {
      throw Refused.because(
              Refusal.TCR_SET_UP,
              "%s is set up already; change it by an update: {\"configuration\": {\"id\": \"%s\"}, …}."
                  .formatted(own.id(), own.id()))
          .with(Map.of("configuration_id", own.id().value()));
    }
  }

  /**
   * Asks for a change of what is set up: the distributor for an update, the vendor for an update or
   * an adjustment.
   *
   * @param draft whether the distributor wants to put the request together first
   */
  @Transactional
  public PlacedTierRequest change(
      Actor actor,
      TierConfigurationId id,
      TierConfigurationRequestType type,
      List<SubmittedValue> submitted,
      boolean draft) {
    requireMayChange(actor, type);
    Agreement agreement =
        configurations
            .peek(actor, id)
            .map(TierConfiguration::agreement)
            .orElseThrow(() ->
                Refused.at(
                    Refusal.INVALID,
                    AT + "/id",
                    "There is no tier configuration " + id + " of yours."));
    tiers.holdLiving(Map.of(agreement.account(), AT + "/id"));
    TierConfiguration own = configurations.lock(id);
    if (!own.isSatisfied()) {
      throw Refused.because(
              Refusal.TCR_NOT_SET_UP,
              own.openRequest()
                  .map(open -> "%s is being set up by %s.".formatted(id, open))
                  .orElse("%s is not set up; ask for a setup.".formatted(id)))
          .with(Map.of("configuration_id", id.value()));
    }
    boolean asDraft = draft && actor.role() == Role.DISTRIBUTOR && validatesDrafts(agreement);
    if (!asDraft) {
      own.requireNoneOpen();
    }
    Faults faults = new Faults();
    if (type == TierConfigurationRequestType.UPDATE) {
      faults.check(() -> requireConnected(agreement));
    }
    ParameterValues after =
        values.given(
            actor,
            parameters.of(agreement.product(), agreement.level().scope()),
            own.id().value(),
            own.values(),
            type == TierConfigurationRequestType.ADJUSTMENT,
            submitted,
            faults);
    faults.refuseIfAny();
    ParameterValues carried = ParameterValues.NONE.withChanges(own.values(), after);
    Stamp stamp = new Stamp(clock.instant(), actor.user());
    TierConfigurationRequest request =
        TierConfigurationRequest.raise(own, type, carried, null, asDraft, stamp);
    if (!asDraft) {
      setups.begin(request, own, null, stamp.at());
    }
    keepNew(actor, request, own, stamp);
    return new PlacedTierRequest(request.id(), List.of());
  }

  /** Updates ask something of the other company; adjustments note what is so already. */
  private void requireConnected(Agreement agreement) {
    products.stillActive(
        agreement.distributor(),
        agreement.product(),
        agreement.environment(),
        agreement.connection(),
        AT + "/id");
  }

  private boolean validatesDrafts(Agreement agreement) {
    return channels
        .product(agreement.product())
        .filter(ProductOnSale::validatesTierDrafts)
        .isPresent();
  }

  private static void requireMayChange(Actor actor, TierConfigurationRequestType type) {
    boolean may =
        switch (actor.role()) {
          case VENDOR -> true;
          case DISTRIBUTOR -> type == TierConfigurationRequestType.UPDATE;
          case OPS -> false;
        };
    if (!may) {
      throw Refused.because(
          Refusal.FORBIDDEN,
          type == TierConfigurationRequestType.ADJUSTMENT
              ? "Only vendors adjust."
              : "Ops reads only: requests belong to partners.");
    }
  }

  /**
   * Ends the draft: the request goes where it would have gone without one.
   *
   * @throws Refused naming the open request if another one was faster, or what has changed since
   */
  @Transactional
  public TierConfigurationRequestId submit(Actor actor, TierConfigurationRequestId id) {
    TierConfigurationRequest seen =
        requests.peek(actor, id).orElseThrow(() -> Refused.notFound(id));
    seen.requireCan(TierConfigurationRequest.Action.SUBMIT, actor);
    requireStillPossible(actor, seen);
    Stamp stamp = new Stamp(clock.instant(), actor.user());
    TierConfiguration above = aboveOf(actor, seen, stamp);
    TierConfiguration own = configurations.lock(seen.configuration());
    TierConfigurationRequest request = requests.lock(id);
    TierConfigurationRequestStatus from = request.status();
    if (request.type() == TierConfigurationRequestType.SETUP) {
      requireNotSetUp(own);
    }
    own.requireNoneOpen();
    RequestValues.requireNoErrors(
        parameters.of(own.agreement().product(), own.agreement().level().scope()),
        request.values(),
        Refusal.TCR_INCOMPLETE,
        "/params");
    request.submit(actor, stamp);
    setups.begin(request, own, above, stamp.at());
    configurations.save(own);
    requests.save(request);
    chronicle.tell(actor, TierEvents.became(request, from, actor, stamp));
    LOG.info("{} {} -> {} by {}", id, from, request.status(), actor.account());
    return id;
  }

  /** A draft holds nothing: what it is about may have been ended, or be asked no more. */
  private void requireStillPossible(Actor actor, TierConfigurationRequest draft) {
    Agreement agreement = draft.agreement();
    if (draft.type() == TierConfigurationRequestType.SETUP) {
      Faults faults = new Faults();
      judge(
          actor,
          agreement.product(),
          agreement.connection(),
          draft.marketplace().orElse(null),
          agreement.level(),
          faults);
      faults.refuseIfAny();
    } else {
      requireConnected(agreement);
    }
    Map<TierAccountId, String> named = new HashMap<>();
    draft.tier2().ifPresent(above -> named.put(above, AT + "/parent_account/id"));
    named.put(agreement.account(), AT + "/account/id");
    tiers.holdLiving(named);
  }

  /** Drafts are bound to the tier above when they are submitted, for nothing waits for them. */
  private @Nullable TierConfiguration aboveOf(
      Actor actor, TierConfigurationRequest draft, Stamp stamp) {
    TierAccountId tier2 = draft.tier2().orElse(null);
    ProductOnSale product = channels.product(draft.agreement().product()).orElse(null);
    if (tier2 == null || product == null) {
      return null;
    }
    Agreement agreement = draft.agreement();
    Deal deal =
        new Deal(
            agreement.product(),
            agreement.vendor(),
            agreement.distributor(),
            agreement.environment(),
            agreement.connection(),
            draft.marketplace().orElse(null));
    return above(actor, deal, product, tier2, stamp);
  }

  private void keepNew(
      Actor actor, TierConfigurationRequest request, TierConfiguration own, Stamp stamp) {
    configurations.save(own);
    requests.add(request);
    chronicle.tell(actor, TierEvents.created(request, actor, stamp));
    LOG.info("{} {} by {}", request.id(), request.status(), actor.account());
  }

  private Judged judge(
      Actor actor,
      ProductId id,
      @Nullable ConnectionId connection,
      @Nullable MarketplaceId marketplace,
      TierLevel level,
      Faults faults) {
    Judged judged = new Judged();
    faults.check(() -> judged.product = products.product(id, AT));
    ProductOnSale product = judged.product;
    if (product == null) {
      return judged;
    }
    faults.check(() -> judged.channel = products.channel(actor, product, connection, AT));
    SalesChannel channel = judged.channel;
    if (channel == null) {
      return judged;
    }
    faults.check(() ->
        judged.marketplace =
            products.marketplace(actor, channel, marketplace, AT + "/marketplace/id"));
    if (!setups.isNeeded(product.id(), product.configurationLevel(), level)) {
      faults.add(
          Refusal.TCR_NOT_NEEDED,
          AT + "/tier_level",
          product.configurationLevel() < level.number()
              ? "%s asks for no tier %d: its capabilities.tiers.configs.level is %s."
                  .formatted(
                      product.id(),
                      level.number(),
                      product.configurationLevel() == 0 ? "none" : product.configurationLevel())
              : "%s has no parameters of scope %s.".formatted(product.id(), level.scope().wire()));
    }
    return judged;
  }

  private static WantedTiers wanted(TierSetupOrder order) {
    Tier own = tier(order.level());
    WantedTiers wanted = new WantedTiers().want(own, order.account(), AT + "/account");
    return own == Tier.TIER1
        ? wanted.want(Tier.TIER2, order.parentAccount(), AT + "/parent_account")
        : wanted;
  }

  private static Tier tier(TierLevel level) {
    return switch (level) {
      case TIER1 -> Tier.TIER1;
      case TIER2 -> Tier.TIER2;
    };
  }

  /** What was found in the catalog; what is absent is a fault, but for the marketplace. */
  private static final class Judged {
    private @Nullable ProductOnSale product;
    private @Nullable SalesChannel channel;
    private @Nullable MarketplaceId marketplace;
  }
}
