package io.tierhub.workflow;

import io.tierhub.action.Action;
import io.tierhub.action.ActionScope;
import io.tierhub.action.Actions;
import io.tierhub.fulfillment.AccountsInOrders;
import io.tierhub.inquiry.FormField;
import io.tierhub.inquiry.Inquiry;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.UserRef;
import io.tierhub.link.LinkCode;
import io.tierhub.link.LinkKeys;
import io.tierhub.link.LinkPurpose;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterSets;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.portal.Change;
import io.tierhub.portal.Portal;
import io.tierhub.portal.PortalFacts;
import io.tierhub.portal.PortalLink;
import io.tierhub.portal.PortalQueries;
import io.tierhub.portal.Press;
import io.tierhub.portal.Underway;
import io.tierhub.portal.Visit;
import io.tierhub.tierconfig.Agreement;
import io.tierhub.tierconfig.TierConfiguration;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfig.TierConfigurations;
import io.tierhub.tierconfig.Tile;
import io.tierhub.tierconfigrequest.TierConfigurationRequestType;
import io.tierhub.tierconfigrequest.TierConfigurationRequests;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What resellers do who hold the link of their page: they see what was agreed, ask for changes of
 * it, and go on to the vendor. The link is all they have.
 */
@Service
public class VisitPortals {

  private static final Logger LOG = LoggerFactory.getLogger(VisitPortals.class);

  private final LinkKeys keys;
  private final TierConfigurations configurations;
  private final PortalQueries portals;
  private final ParameterSets parameters;
  private final Actions actions;
  private final AccountsInOrders accounts;
  private final RequestValues values;
  private final RequestTierConfigurations changes;
  private final TierConfigurationRequests requests;
  private final LinkActions presses;
  private final LinkAddresses addresses;
  private final Clock clock;

  VisitPortals(
      LinkKeys keys,
      TierConfigurations configurations,
      PortalQueries portals,
      ParameterSets parameters,
      Actions actions,
      AccountsInOrders accounts,
      RequestValues values,
      RequestTierConfigurations changes,
      TierConfigurationRequests requests,
      LinkActions presses,
      LinkAddresses addresses,
      Clock clock) {
    this.keys = keys;
    this.configurations = configurations;
    this.portals = portals;
    this.parameters = parameters;
    this.actions = actions;
    this.accounts = accounts;
    this.values = values;
    this.changes = changes;
    this.requests = requests;
    this.presses = presses;
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * What a link opens.
   *
   * @param code the end of the link
   * @return nothing if it is none of ours
   */
  @Transactional(readOnly = true)
  public Optional<Visit> open(String code) {
    return PortalLink.open(code, keys)
        .map(link ->
            hasEnded(link)
                ? new Visit.Ended()
                : visit(link, configurations.peek(link.configuration())));
  }

  /**
   * Asks the vendor for a change, as the distributor would by an update.
   *
   * @param seen what the page has shown, as it said
   * @param read reads what was sent for the fields of the page; the pointer of each value is a
   *     slash and the field's name
   * @param trace of the call
   * @return nothing if the link is none of ours
   */
  @Transactional
  public Optional<Change> change(
      String code,
      String seen,
      Function<List<FormField>, List<SubmittedValue>> read,
      String trace) {
    return PortalLink.open(code, keys)
        .map(link ->
            hasEnded(link) ? new Change.Late(new Visit.Ended()) : change(link, seen, read, trace));
  }

  private Change change(
      PortalLink link,
      String seen,
      Function<List<FormField>, List<SubmittedValue>> read,
      String trace) {
    // As everybody does: accounts before configurations.
    accounts.holdShared(List.of(configurations.peek(link.configuration()).agreement().account()));
    TierConfiguration own = configurations.lock(link.configuration());
    PortalFacts facts = portals.facts(own.id());
    if (!isOpen(facts)) {
      return new Change.Late(new Visit.Closed());
    }
    ParameterSet set = parametersOf(own);
    Portal portal = portal(link, own, facts, set);
    if (!portal.seen().equals(seen)) {
      return new Change.Overtaken(portal);
    }
    Actor reseller = actor(own.agreement(), facts, trace);
    List<SubmittedValue> submitted = read.apply(portal.fields());
    Faults faults = new Faults();
    ParameterValues after =
        values.given(reseller, set, own.id().value(), own.values(), false, submitted, faults);
    List<FormField> judged = FormField.agreed(set, own.values(), after);
    requireWhatIsNeeded(judged, after, faults);
    Underway open = portal.underway();
    if (open != null) {
      // Who presses twice has sent it once.
      return faults.isEmpty() && asksFor(open, own.values(), after)
          ? new Change.Asked(open.request())
          : new Change.Overtaken(portal);
    }
    if (!faults.isEmpty()) {
      return new Change.Wrong(portal.with(judged), faults.violations());
    }
    if (after.equals(own.values())) {
      return new Change.None();
    }
    TierConfigurationRequestId raised =
        changes
            .change(reseller, own.id(), TierConfigurationRequestType.UPDATE, submitted, false)
            .request();
    LOG.info("{} asked for by {}", raised, own.agreement().account());
    return new Change.Asked(raised);
  }

  private boolean asksFor(Underway open, ParameterValues before, ParameterValues after) {
    return requests
        .peek(open.request())
        .values()
        .equals(ParameterValues.NONE.withChanges(before, after));
  }

  /** What is emptied though it is needed would only be asked for at once. */
  private static void requireWhatIsNeeded(
      List<FormField> fields, ParameterValues after, Faults faults) {
    for (FormField field : fields) {
      if (field.isOpen()
          && field.constraints().required()
          && !after.hasValue(field.name())
          && !field.isAmong(faults)) {
        faults.add(Refusal.INVALID, "/" + field.name() + "/value", field.plea());
      }
    }
  }

  /**
   * Where a button leads.
   *
   * @param action its id
   * @param trace of the call
   * @return nothing if the link is none of ours
   */
  @Transactional(readOnly = true)
  public Optional<Press> press(String code, String action, String trace) {
    return PortalLink.open(code, keys)
        .map(link ->
            hasEnded(link) ? new Press.Late(new Visit.Ended()) : press(link, action, trace));
  }

  private Press press(PortalLink link, String which, String trace) {
    TierConfiguration own = configurations.peek(link.configuration());
    PortalFacts facts = portals.facts(own.id());
    if (!isOpen(facts)) {
      return new Press.Late(new Visit.Closed());
    }
    Agreement agreement = own.agreement();
    return buttons(agreement, facts).stream()
        .filter(button -> button.id().value().equals(which))
        .findFirst()
        .<Press>map(button ->
            new Press.Leads(
                presses.link(
                    actor(agreement, facts, trace),
                    agreement.product(),
                    button.id(),
                    null,
                    own.id())))
        .orElseGet(Press.Gone::new);
  }

  private boolean hasEnded(PortalLink link) {
    return link.hasEnded(clock.instant());
  }

  private static boolean isOpen(PortalFacts facts) {
    return facts.living() && facts.connected();
  }

  private Visit visit(PortalLink link, TierConfiguration own) {
    PortalFacts facts = portals.facts(own.id());
    return isOpen(facts)
        ? new Visit.Open(portal(link, own, facts, parametersOf(own)))
        : new Visit.Closed();
  }

  private Portal portal(
      PortalLink link, TierConfiguration own, PortalFacts facts, ParameterSet set) {
    Tile tile = own.snapshot().tile();
    return new Portal(
        facts.product(),
        facts.company(),
        own.agreement().level(),
        facts.asker(),
        facts.vendor(),
        link.ends(),
        tile == null ? "" : tile.representation(),
        FormField.agreed(set, own.values(), own.values()),
        buttons(own.agreement(), facts),
        facts.underway(),
        form(facts.underway()),
        // All of it changes with the request that was approved last, and only then.
        own.lastApproved().map(TierConfigurationRequestId::value).orElse(""));
  }

  /** Where the reseller is asked, unless it was for too long. */
  private @Nullable String form(@Nullable Underway underway) {
    Inquiry asked = underway == null ? null : underway.inquiry();
    return underway == null || asked == null || asked.hasEnded(clock.instant())
        ? null
        : addresses.of(new LinkCode(LinkPurpose.FORM, underway.request().value(), asked.number()));
  }

  private List<Action> buttons(Agreement agreement, PortalFacts facts) {
    return facts.leads()
        ? actions.ofScope(agreement.product(), ActionScope.ofTier(agreement.level().number()))
        : List.of();
  }

  private ParameterSet parametersOf(TierConfiguration own) {
    return parameters.of(own.agreement().product(), own.agreement().level().scope());
  }

  /** Whoever holds the link acts for the distributor, and is named as the account it went to. */
  private static Actor actor(Agreement agreement, PortalFacts facts, String trace) {
    return new Actor(
        agreement.distributor(),
        agreement.environment(),
        new UserRef(agreement.account().value(), facts.company()),
        trace);
  }
}
