package io.tierhub.workflow;

import io.tierhub.catalog.Product;
import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.Products;
import io.tierhub.configured.ConfiguredPlace;
import io.tierhub.configured.ConfiguredValue;
import io.tierhub.configured.ConfiguredValues;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import io.tierhub.parameter.Constraints.Sharing;
import io.tierhub.parameter.ParameterDefinition;
import io.tierhub.parameter.ParameterPhase;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.parameter.ParameterSet;
import io.tierhub.parameter.ParameterValue;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.parameter.Parameters;
import io.tierhub.parameter.SubmittedValue;
import io.tierhub.parameter.ValueRules;
import io.tierhub.partner.MarketplaceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets values of products before anything is ordered: vendors of their own, and distributors in
 * their own marketplaces what the vendor lets them edit.
 */
@Service
public class ConfigureProducts {

  private final Products products;
  private final OwnProducts own;
  private final Parameters parameters;
  private final ConfiguredValues values;
  private final ValueRules rules;

  ConfigureProducts(
      Products products,
      OwnProducts own,
      Parameters parameters,
      ConfiguredValues values,
      ValueRules rules) {
    this.products = products;
    this.own = own;
    this.parameters = parameters;
    this.values = values;
    this.rules = rules;
  }

  /**
   * A vendor may still empty what was set where no connection leads any more.
   *
   * @param submitted called by the parameter's id or name; without a value, or with an empty one,
   *     what was set is empty from now on
   * @return where it was set
   * @throws Refused naming every fault
   */
  @Transactional
  public ConfiguredPlace set(
      Actor actor, ProductId id, WantedPlace wanted, SubmittedValue submitted) {
    Product product = products.lock(actor, id).orElseThrow(() -> Refused.notFound(id));
    if (actor.role() == Role.OPS) {
      throw Refused.because(Refusal.FORBIDDEN, "Ops reads only: products are their vendors'.");
    }
    ParameterDefinition definition = definition(id, wanted.parameter());
    requireMaySet(actor, product, definition);
    Faults faults = new Faults();
    ConfiguredPlace place = place(id, definition, wanted, faults);
    Optional<ConfiguredValue> before = values.find(place);
    boolean clears = actor.is(product.vendor()) && before.isPresent() && submitted.isEmpty();
    if (place.marketplace() != null && !clears) {
      requireReached(actor, id, place.marketplace(), faults);
    }
    ParameterValue after = judged(definition, before.orElse(null), submitted, faults);
    faults.refuseIfAny();
    Stamp now = own.stamp(actor);
    ConfiguredValue next =
        before
            .map(was -> was.becoming(after, now))
            .orElseGet(() -> new ConfiguredValue(id, place, after, now, now));
    if (before.filter(was -> was.value().equals(after)).isEmpty()) {
      values.save(next);
      own.tell("product.configured", product, actor, told(definition, place));
    }
    return place;
  }

  private ParameterDefinition definition(ProductId product, String called) {
    return parameters.ofProduct(product).stream()
        .filter(one -> one.id().value().equals(called) || one.name().equals(called))
        .filter(one -> one.phase() == ParameterPhase.CONFIGURATION)
        .findFirst()
        .orElseThrow(() ->
            Refused.at(
                Refusal.INVALID,
                "/parameter/id",
                "%s has no parameter '%s' of the configuration phase.".formatted(product, called)));
  }

  private static void requireMaySet(Actor actor, Product product, ParameterDefinition definition) {
    if (actor.is(product.vendor())) {
      return;
    }
    if (definition.constraints().shared() != Sharing.EDIT
        || !definition.scope().isOfMarketplace()) {
      throw Refused.because(
          Refusal.FORBIDDEN,
          "Only the vendor may set '%s'; distributors set what is of a marketplace and shared for editing."
              .formatted(definition.name()));
    }
  }

  private ConfiguredPlace place(
      ProductId product, ParameterDefinition definition, WantedPlace wanted, Faults faults) {
    ParameterScope scope = definition.scope();
    String wire = scope.wire();
    if (scope.isOfItem() && wanted.item() == null) {
      faults.add(Refusal.INVALID, "/item", "A value of scope " + wire + " is of an item.");
    } else if (!scope.isOfItem() && wanted.item() != null) {
      faults.add(Refusal.INVALID, "/item", "A value of scope " + wire + " is of no item.");
    } else if (wanted.item() != null && !values.hasItem(product, wanted.item())) {
      faults.add(Refusal.INVALID, "/item/id", product + " has no item " + wanted.item() + ".");
    }
    if (scope.isOfMarketplace() && wanted.marketplace() == null) {
      faults.add(
          Refusal.INVALID, "/marketplace", "A value of scope " + wire + " is of a marketplace.");
    } else if (!scope.isOfMarketplace() && wanted.marketplace() != null) {
      faults.add(
          Refusal.INVALID, "/marketplace", "A value of scope " + wire + " is of no marketplace.");
    }
    return new ConfiguredPlace(
        definition.id(),
        scope.isOfItem() ? wanted.item() : null,
        scope.isOfMarketplace() ? wanted.marketplace() : null);
  }

  private void requireReached(
      Actor actor, ProductId product, MarketplaceId marketplace, Faults faults) {
    if (!values.isReached(actor, product, marketplace)) {
      faults.add(
          Refusal.INVALID,
          "/marketplace/id",
          "There is no marketplace %s that an active connection of %s leads to."
              .formatted(marketplace, product));
    }
  }

  private ParameterValue judged(
      ParameterDefinition definition,
      @Nullable ConfiguredValue before,
      SubmittedValue submitted,
      Faults faults) {
    ParameterSet only =
        new ParameterSet(definition.product(), definition.scope(), List.of(definition));
    ParameterValues current =
        before == null ? ParameterValues.NONE : ParameterValues.of(before.value());
    SubmittedValue named = submitted.valueOnly().called(definition.name());
    return rules
        .applyByVendor(only, current, List.of(named), faults)
        .named(definition.name())
        .orElseGet(() -> ParameterValue.none(definition.name()));
  }

  private static Map<String, Object> told(ParameterDefinition definition, ConfiguredPlace place) {
    Map<String, Object> told = new HashMap<>();
    told.put("parameter", definition.id().value());
    told.put("name", definition.name());
    if (place.item() != null) {
      told.put("item", place.item().value());
    }
    if (place.marketplace() != null) {
      told.put("marketplace", place.marketplace().value());
    }
    return told;
  }
}
