package io.tierhub.workflow;

import io.tierhub.account.TierAccountId;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.IdKind;
import io.tierhub.kernel.Ids;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Stamp;
import io.tierhub.parameter.ParameterPhase;
import io.tierhub.parameter.ParameterSets;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.parking.Blockers;
import io.tierhub.parking.Waiter;
import io.tierhub.tierconfig.Agreement;
import io.tierhub.tierconfig.TierConfiguration;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurations;
import io.tierhub.tierconfig.TierLevel;
import io.tierhub.tierconfigrequest.TierConfigurationRequest;
import io.tierhub.tierconfigrequest.TierConfigurationRequestType;
import io.tierhub.tierconfigrequest.TierConfigurationRequests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds, begins and sets up the tier configurations that something needs. Configurations are locked
 * tier 2 before tier 1, and before every request (design §4.13).
 */
@Component
class TierSetups {

  private static final Logger LOG = LoggerFactory.getLogger(TierSetups.class);

  private final TierConfigurations configurations;
  private final TierConfigurationRequests requests;
  private final ParameterSets parameters;
  private final Blockers blockers;
  private final Ids ids;
  private final Outbox outbox;
  private final Chronicle chronicle;

  TierSetups(
      TierConfigurations configurations,
      TierConfigurationRequests requests,
      ParameterSets parameters,
      Blockers blockers,
      Ids ids,
      Outbox outbox,
      Chronicle chronicle) {
    this.configurations = configurations;
    this.requests = requests;
    this.parameters = parameters;
    this.blockers = blockers;
    this.ids = ids;
    this.outbox = outbox;
    this.chronicle = chronicle;
  }

  /** Whether the product asks a tier of that level for anything (design §4.5). */
  boolean isNeeded(ProductId product, int configurationLevel, TierLevel level) {
    return configurationLevel >= level.number()
        && parameters.of(product, level.scope()).asksForSomething();
  }

  /**
   * What has to be set up before an order goes on: begins what is missing, joins what another order
   * has begun.
   *
   * @return the configurations that are not set up yet, locked
   */
  List<TierConfiguration> awaited(
      Actor cause,
      Deal deal,
      int configurationLevel,
      TierAccountId tier1,
      @Nullable TierAccountId tier2,
      Instant now) {
    Stamp bySystem = new Stamp(now, null);
    List<TierConfiguration> awaited = new ArrayList<>();
    TierConfiguration above =
        tier2 != null && isNeeded(deal.product(), configurationLevel, TierLevel.TIER2)
            ? underway(cause, deal, tier2, bySystem)
            : null;
    if (above != null && !above.isSatisfied()) {
      awaited.add(above);
    }
    if (isNeeded(deal.product(), configurationLevel, TierLevel.TIER1)) {
      TierConfiguration own = lockOrBegin(cause, deal, tier1, TierLevel.TIER1, bySystem);
      if (!own.isSatisfied()) {
        if (own.openRequest().isEmpty()) {
          setUp(cause, own, above, tier2, bySystem);
        }
        awaited.add(own);
      }
    }
    return awaited;
  }

  /** The tier 2, locked, and if it is not set up with a request that sets it up. */
  TierConfiguration underway(Actor cause, Deal deal, TierAccountId tier2, Stamp bySystem) {
    TierConfiguration above = lockOrBegin(cause, deal, tier2, TierLevel.TIER2, bySystem);
    if (!above.isSatisfied() && above.openRequest().isEmpty()) {
      setUp(cause, above, null, null, bySystem);
    }
    return above;
  }

  /** The one configuration of that agreement, locked; new if nobody has begun it. */
  TierConfiguration lockOrBegin(
      Actor cause, Deal deal, TierAccountId account, TierLevel level, Stamp stamp) {
    return lockOrBegin(
        deal, account, level, stamp, fresh -> TierEvents.created(fresh, cause, stamp));
  }

  /** The same for a draft: of what only a draft has begun, the vendor is not told. */
  TierConfiguration lockOrBeginUnseen(
      Actor cause, Deal deal, TierAccountId account, TierLevel level, Stamp stamp) {
    return lockOrBegin(
        deal, account, level, stamp, fresh -> TierEvents.created(fresh, cause, stamp).forOwner());
  }

  private TierConfiguration lockOrBegin(
      Deal deal,
      TierAccountId account,
      TierLevel level,
      Stamp stamp,
      Function<TierConfiguration, DomainEvent> told) {
    Agreement agreement = deal.with(account, level);
    TierConfigurationId id =
        configurations
            .find(agreement)
            .orElseGet(() -> {
              TierConfiguration fresh =
                  TierConfiguration.begin(
                      new TierConfigurationId(ids.next(IdKind.TIER_CONFIGURATION)),
                      agreement,
                      deal.marketplace(),
                      stamp);
              if (configurations.addIfAbsent(fresh)) {
                outbox.append(told.apply(fresh));
                return fresh.id();
              }
              return configurations.find(agreement).orElseThrow();
            });
    return configurations.lock(id);
  }

  private void setUp(
      Actor cause,
      TierConfiguration own,
      @Nullable TierConfiguration above,
      @Nullable TierAccountId tier2,
      Stamp bySystem) {
    TierConfigurationRequest request =
        TierConfigurationRequest.raise(
            own, TierConfigurationRequestType.SETUP, ParameterValues.NONE, tier2, false, bySystem);
    begin(request, own, above, bySystem.at());
    configurations.save(own);
    requests.add(request);
    chronicle.tell(cause, TierEvents.created(request, cause, bySystem));
    LOG.info("{} {} for {}", request.id(), request.status(), cause.account());
  }

  /**
   * Makes a pending request the open one of its configuration, which is locked, and lets it wait if
   * it must: for the tier above, or for values.
   *
   * @param above the tier 2 that a tier-1 setup needs, locked
   */
  void begin(
      TierConfigurationRequest request,
      TierConfiguration own,
      @Nullable TierConfiguration above,
      Instant now) {
    Stamp bySystem = new Stamp(now, null);
    own.hold(request.id(), bySystem);
    if (above != null && !above.isSatisfied()) {
      request.park(above.id(), bySystem);
      blockers.add(new Waiter.Setup(request.id()), List.of(above.id()), now);
      return;
    }
    if (above != null) {
      request.bind(above.id());
    }
    askIfMissing(request, own.values(), bySystem);
  }

  /** A pending request inquires if a value is missing that its reseller can give (design §4.7). */
  void askIfMissing(TierConfigurationRequest request, ParameterValues held, Stamp bySystem) {
    if (request.type() == TierConfigurationRequestType.ADJUSTMENT) {
      return; // The vendor corrects; nobody else is asked.
    }
    Agreement agreement = request.agreement();
    boolean missing =
        !parameters
            .of(agreement.product(), agreement.level().scope())
            .missingVisible(held.withAll(request.values()), ParameterPhase.ORDERING)
            .isEmpty();
    if (missing) {
      request.ask(bySystem);
    }
  }
}
