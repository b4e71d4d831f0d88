package io.tierhub.workflow;

import io.tierhub.action.Action;
import io.tierhub.action.ActionId;
import io.tierhub.action.ActionSecrets;
import io.tierhub.action.Actions;
import io.tierhub.catalog.Product;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import io.tierhub.partner.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what customers and resellers can do with products: vendors of their own. */
@Service
public class ManageActions {

  private final Actions actions;
  private final OwnProducts own;

  ManageActions(Actions actions, OwnProducts own) {
    this.actions = actions;
    this.own = own;
  }

  /**
   * @param wanted asked for only once it is known that the actor may add any
   * @throws Refused with {@link Refusal#ACTION_EXISTS} if the local id is taken
   */
  @Transactional
  public ActionId create(Actor actor, ProductId id, Supplier<Action.Content> wanted) {
    Product product = own.lock(actor, id);
    Action.Content content = wanted.get();
    requireFree(id, content.localId());
    if (actions.count(id) >= Action.MOST) {
      throw Refused.at(
          Refusal.INVALID, "", "A product has no more than " + Action.MOST + " actions.");
    }
    Stamp created = own.stamp(actor);
    ActionId number = ActionId.of(id, actions.nextNumber(id));
    actions.save(new Action(number, id, content, created, created));
    tell("product.action_created", product, number, actor);
    return number;
  }

  /**
   * @param edit makes the new content out of the current one
   * @throws Refused with {@link Refusal#ACTION_EXISTS} if the local id is taken, with {@link
   *     Refusal#ACTION_FIELD_FIXED} for what is fixed
   */
  @Transactional
  public ActionId change(
      Actor actor, ProductId id, ActionId which, UnaryOperator<Action.Content> edit) {
    Product product = own.lock(actor, id);
    Action before = find(id, which);
    Action.Content to = edit.apply(before.content());
    if (!to.localId().equals(before.content().localId())) {
      requireFree(id, to.localId());
    }
    if (!to.equals(before.content())) {
      actions.save(before.changed(to, own.stamp(actor)));
      tell("product.action_changed", product, which, actor);
    }
    return which;
  }

  /** Links that were given out go on leading to the vendor until they expire. */
  @Transactional
  public void delete(Actor actor, ProductId id, ActionId which) {
    Product product = own.lock(actor, id);
    actions.remove(find(id, which).id());
    tell("product.action_deleted", product, which, actor);
  }

  /**
   * Draws a new secret for the links of all of the product's actions.
   *
   * @param overlap how long the one that signs now goes on signing; none if it has leaked
   */
  @Transactional
  public ActionSecrets regenerateSecret(Actor actor, ProductId id, Duration overlap) {
    Product product = own.lock(actor, id);
    Stamp now = own.stamp(actor);
    String drawn = Secret.draw().reveal();
    ActionSecrets secrets =
        actions
            .secrets(id)
            .map(before -> before.renewed(drawn, overlap, now.at()))
            .orElseGet(() -> ActionSecrets.first(drawn, now.at()));
    actions.save(id, secrets);
    own.tell(
        "product.action_secret_regenerated",
        product,
        actor,
        Map.of("number", secrets.number(), "signs_from", secrets.signsFrom().toString()));
    return secrets;
  }

  private Action find(ProductId product, ActionId which) {
    return actions.find(product, which).orElseThrow(() -> Refused.notFound(which));
  }

  private void requireFree(ProductId product, String localId) {
    actions
        .byLocalId(product, localId)
        .ifPresent(existing -> {
          throw Refused.at(
                  Refusal.ACTION_EXISTS,
                  "/action",
                  "%s is called %s already.".formatted(existing.id(), localId))
              .with(Map.of("id", existing.id().value()));
        });
  }

  private void tell(String what, Product product, ActionId action, Actor actor) {
    own.tell(what, product, actor, Map.of("action", action.value()));
  }
}
