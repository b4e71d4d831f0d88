package io.tierhub.workflow;

import io.tierhub.catalog.Product;
import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.ProductItemId;
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
import java.util.function.Supplier;
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
   * @param submitted reads what was sent, or refuses it; called by the parameter's id or name;
   *     without a value, or with an empty one, what was set is empty from now on
   * @return where it was set
   * @throws Refused naming every fault
   */
  @Transactional
  public ConfiguredPlace set(
      Actor actor, ProductId id, WantedPlace wanted, Supplier<SubmittedValue> submitted) {
    Product product = products.lock(actor, id).orElseThrow(() -> Refused.notFound(id));
    if (actor.role() == Role.OPS) {
      throw Refused.because(Refusal.FORBIDDEN, "Ops reads only: products are their vendors'.");
    }
    ParameterDefinition definition =
        definition(id, wanted.parameter())
            .orElseThrow(() -> unknownParameter(actor, id, wanted, submitted));
    requireMaySet(actor, product, definition);
    Faults faults = new Faults();
    Optional<SubmittedValue> sent = faults.tried(submitted);
    WantedPlace fitting = fitting(definition.scope(), wanted, faults);
    requireItem(id, fitting.item(), faults);
    ConfiguredPlace place =
        new ConfiguredPlace(definition.id(), fitting.item(), fitting.marketplace());
    Optional<ConfiguredValue> before = values.find(place);
    boolean clears =
        actor.is(product.vendor())
            && before.isPresent()
            && sent.filter(SubmittedValue::isEmpty).isPresent();
    if (!clears) {
      requireReached(actor, id, fitting.marketplace(), faults);
    }
    ParameterValue was =
        before.map(ConfiguredValue::value).orElseGet(() -> ParameterValue.none(definition.name()));
    ParameterValue after = sent.map(one -> judged(definition, was, one, faults)).orElse(was);
    faults.refuseIfAny();
    if (!after.equals(was)) {
      Stamp now = own.stamp(actor);
      values.save(
          before
              .map(value -> value.becoming(after, now))
              .orElseGet(() -> new ConfiguredValue(id, place, after, now, now)));
      own.tell("product.configured", product, actor, told(definition, place));
    }
    return place;
  }

  private Optional<ParameterDefinition> definition(ProductId product, String called) {
    List<ParameterDefinition> all =
        parameters.ofProduct(product).stream()
            .filter(one -> one.phase() == ParameterPhase.CONFIGURATION)
            .filter(one -> one.type().holdsValue())
            .toList();
    return all.stream()
        .filter(one -> one.name().equals(called))
        .findFirst()
        .or(() -> all.stream().filter(one -> one.id().value().equals(called)).findFirst());
  }

  /** With what can be said of the rest without knowing the parameter. */
  private Refused unknownParameter(
      Actor actor, ProductId product, WantedPlace wanted, Supplier<SubmittedValue> submitted) {
    Faults faults = new Faults();
    faults.add(
        Refusal.INVALID,
        "/parameter/id",
        "%s has no parameter '%s' of the configuration phase that holds a value."
            .formatted(product, wanted.parameter()));
    requireItem(product, wanted.item(), faults);
    requireReached(actor, product, wanted.marketplace(), faults);
    faults.tried(submitted);
    return Refused.invalid(faults.violations());
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

  /** What is wanted, as far as the scope takes it; a fault for what it lacks, and for the rest. */
  private static WantedPlace fitting(ParameterScope scope, WantedPlace wanted, Faults faults) {
    String value = "A value of scope " + scope.wire();
    if (scope.isOfItem() != (wanted.item() != null)) {
      faults.add(
          Refusal.INVALID,
          "/item",
          value + (scope.isOfItem() ? " is of an item." : " is of no item."));
    }
    if (scope.isOfMarketplace() != (wanted.marketplace() != null)) {
      faults.add(
          Refusal.INVALID,
          "/marketplace",
          value + (scope.isOfMarketplace() ? " is of a marketplace." : " is of no marketplace."));
    }
    return new WantedPlace(
        wanted.parameter(),
        scope.isOfItem() ? wanted.item() : null,
        scope.isOfMarketplace() ? wanted.marketplace() : null);
  }

  private void requireItem(ProductId product, @Nullable ProductItemId item, Faults faults) {
    if (item != null && !values.hasItem(product, item)) {
      faults.add(Refusal.INVALID, "/item/id", product + " has no item " + item + ".");
    }
  }

  private void requireReached(
      Actor actor, ProductId product, @Nullable MarketplaceId marketplace, Faults faults) {
    if (marketplace != null && !values.isReached(actor, product, marketplace)) {
      faults.add(
          Refusal.INVALID,
          "/marketplace/id",
          "There is no marketplace %s that an active connection of %s leads to."
              .formatted(marketplace, product));
    }
  }

  private ParameterValue judged(
      ParameterDefinition definition, ParameterValue was, SubmittedValue submitted, Faults faults) {
    ParameterSet only =
        new ParameterSet(definition.product(), definition.scope(), List.of(definition));
    SubmittedValue named = submitted.valueOnly().called(definition.name());
    return rules
        .applyByVendor(only, ParameterValues.of(was), List.of(named), faults)
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
