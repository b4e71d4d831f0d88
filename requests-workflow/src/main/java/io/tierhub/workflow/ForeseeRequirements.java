package io.tierhub.workflow;

import io.tierhub.account.TierAccount;
import io.tierhub.account.TierAccountId;
import io.tierhub.account.TierAccounts;
import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.explanation.Requirements;
import io.tierhub.explanation.Requirements.Asked;
import io.tierhub.fulfillment.AccountInOrder;
import io.tierhub.fulfillment.AccountsInOrders;
import io.tierhub.fulfillment.ProductOnSale;
import io.tierhub.fulfillment.SalesChannel;
import io.tierhub.fulfillment.SalesChannels;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.parameter.Constraints;
import io.tierhub.parameter.ParameterPhase;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterSets;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.tierconfig.TierConfiguration;
import io.tierhub.tierconfig.TierConfigurations;
import io.tierhub.tierconfig.TierLevel;
import io.tierhub.tierconfigrequest.TierConfigurationRequest;
import io.tierhub.tierconfigrequest.TierConfigurationRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Says before an order what will be asked, of whom, and what is known already. */
@Service
public class ForeseeRequirements {

  private final OrderedProducts products;
  private final SalesChannels channels;
  private final AccountsInOrders customers;
  private final TierAccounts accounts;
  private final TierSetups setups;
  private final TierConfigurations configurations;
  private final TierConfigurationRequests requests;
  private final ParameterSets parameters;

  ForeseeRequirements(
      OrderedProducts products,
      SalesChannels channels,
      AccountsInOrders customers,
      TierAccounts accounts,
      TierSetups setups,
      TierConfigurations configurations,
      TierConfigurationRequests requests,
      ParameterSets parameters) {
    this.products = products;
    this.channels = channels;
    this.customers = customers;
    this.accounts = accounts;
    this.setups = setups;
    this.configurations = configurations;
    this.requests = requests;
    this.parameters = parameters;
  }

  /**
   * @param customer for whom would be ordered; its tiers are those above it in the tree
   * @param connection the only one that leads to the product when absent
   * @throws Refused as not found if it is no product that the distributor can order
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Requirements of(
      Actor actor, ProductId product, TierAccountId customer, @Nullable ConnectionId connection) {
    if (actor.role() != Role.DISTRIBUTOR) {
      throw Refused.because(Refusal.FORBIDDEN, "Only distributors order.");
    }
    ProductOnSale onSale =
        channels
            .product(product)
            .filter(_ -> !channels.of(actor.account(), product, actor.environment()).isEmpty())
            .orElseThrow(() -> Refused.notFound(product));
    SalesChannel channel = products.channel(actor, onSale, connection, "");
    AccountInOrder account =
        customers
            .find(actor.account(), actor.environment(), customer)
            .orElseThrow(() ->
                Refused.because(
                    Refusal.INVALID,
                    "account: There is no account %s of yours in %s."
                        .formatted(customer, actor.environment().wire())));
    if (account.parent() == null) {
      throw Refused.because(
          Refusal.TIERS_INVALID,
          "account: %s has no parent that could be tier 1 of an order.".formatted(customer));
    }
    Deal deal = Deal.of(onSale, actor.account(), actor.environment(), channel, null);
    List<Requirements.Tier> tiers = tiers(actor, deal, onSale, account);
    List<Requirements.Tier> awaited =
        tiers.stream().filter(tier -> tier.needed() && !tier.satisfied()).toList();
    return new Requirements(
        product,
        channel.connection(),
        customer,
        !awaited.isEmpty(),
        sentence(awaited),
        asked(parameters.of(product, ParameterScope.ASSET), ParameterValues.NONE),
        tiers);
  }

  private static String sentence(List<Requirements.Tier> awaited) {
    if (awaited.isEmpty()) {
      return "An order would go to the vendor without waiting for its tiers.";
    }
    // Tier 2 goes first.
    return "An order would wait until "
        + awaited.reversed().stream()
            .map(tier -> "tier %d, %s,".formatted(tier.level().number(), tier.accountName()))
            .collect(Collectors.joining(" and then "))
        + (awaited.size() == 1 ? " is" : " are")
        + " set up.";
  }

  private List<Requirements.Tier> tiers(
      Actor actor, Deal deal, ProductOnSale product, AccountInOrder customer) {
    List<Requirements.Tier> tiers = new ArrayList<>();
    TierAccountId above = customer.parent();
    for (TierLevel level : TierLevel.values()) {
      if (above == null) {
        break;
      }
      Optional<TierAccount> account = accounts.peek(above);
      if (account.isEmpty()) {
        break;
      }
      tiers.add(tier(actor, deal, product, account.get(), level));
      above = account.get().profile().parent();
    }
    return tiers;
  }

  private Requirements.Tier tier(
      Actor actor, Deal deal, ProductOnSale product, TierAccount account, TierLevel level) {
    boolean needed = setups.isNeeded(product.id(), product.configurationLevel(), level);
    TierConfiguration configuration =
        configurations
            .find(deal.with(account.id(), level))
            .flatMap(id -> configurations.peek(actor, id))
            .orElse(null);
    TierConfigurationRequest open =
        configuration == null ? null : configuration.openRequest().map(requests::peek).orElse(null);
    ParameterValues held = configuration == null ? ParameterValues.NONE : configuration.values();
    ParameterValues known = open == null ? held : held.withAll(open.values());
    return new Requirements.Tier(
        level,
        account.id(),
        account.profile().name(),
        needed,
        !needed || configuration != null && configuration.isSatisfied(),
        configuration == null ? null : configuration.id(),
        open == null ? null : open.id(),
        needed ? asked(parameters.of(product.id(), level.scope()), known) : List.of());
  }

  private static List<Asked> asked(ParameterSet set, ParameterValues known) {
    return set.definitions().stream()
        .filter(definition -> definition.type().holdsValue())
        .filter(definition -> definition.phase() != ParameterPhase.CONFIGURATION)
        .map(definition -> {
          Constraints constraints = set.constraints(definition, known);
          return new Asked(
              definition.name(),
              definition.title(),
              definition.type().wire(),
              definition.phase().wire(),
              constraints.required(),
              constraints.hidden(),
              known.hasValue(definition.name()));
        })
        .toList();
  }
}
