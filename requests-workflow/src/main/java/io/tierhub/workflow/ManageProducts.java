package io.tierhub.workflow;

import io.tierhub.catalog.Capabilities;
import io.tierhub.catalog.Product;
import io.tierhub.catalog.ProductAction;
import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.ProductItem;
import io.tierhub.catalog.ProductItemId;
import io.tierhub.catalog.ProductStatus;
import io.tierhub.catalog.Products;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.IdKind;
import io.tierhub.kernel.Ids;
import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts and changes products and their items: vendors their own. */
@Service
public class ManageProducts {

  private static final Logger LOG = LoggerFactory.getLogger(ManageProducts.class);

  private final Products products;
  private final ManageTemplates templates;
  private final OwnProducts own;
  private final Ids ids;

  ManageProducts(Products products, ManageTemplates templates, OwnProducts own, Ids ids) {
    this.products = products;
    this.templates = templates;
    this.own = own;
    this.ids = ids;
  }

  /**
   * @param wanted asked for only once it is known that the actor may have products
   */
  @Transactional
  public ProductId draft(Actor actor, Supplier<Change> wanted) {
    if (actor.role() != Role.VENDOR) {
      throw Refused.because(Refusal.FORBIDDEN, "Only vendors have products.");
    }
    Change as = wanted.get();
    ProductId id = new ProductId(ids.next(IdKind.PRODUCT));
    Product product =
        Product.draft(id, actor.account(), as.profile(), as.capabilities(), own.stamp(actor));
    products.add(product);
    templates.createDefaults(id, own.stamp(actor));
    own.tell("product.created", product, actor, Map.of("to", Lifecycle.wire(product.status())));
    return id;
  }

  /**
   * @param edit makes the new text and capabilities out of the current ones
   */
  @Transactional
  public ProductId change(Actor actor, ProductId id, Function<Product.Snapshot, Change> edit) {
    Product product = own.lock(actor, id);
    Product.Snapshot before = product.snapshot();
    Change to = edit.apply(before);
    if (to.profile().equals(before.profile()) && to.capabilities().equals(before.capabilities())) {
      return id;
    }
    product.change(to.profile(), to.capabilities(), own.stamp(actor));
    products.save(product);
    own.tell("product.changed", product, actor, Map.of());
    return id;
  }

  @Transactional
  public ProductId take(Actor actor, ProductId id, ProductAction action) {
    Product product = own.lock(actor, id);
    ProductStatus from = product.status();
    product.take(action, own.stamp(actor));
    products.save(product);
    String to = Lifecycle.wire(product.status());
    own.tell("product." + to, product, actor, Map.of("from", Lifecycle.wire(from), "to", to));
    LOG.info("{} {} -> {} by {}", id, from, product.status(), actor.account());
    return id;
  }

  /**
   * @param wanted asked for only once it is known that the actor may add items
   * @throws Refused with {@link Refusal#ITEM_EXISTS} if the product has an item of that number
   */
  @Transactional
  public ProductItemId addItem(Actor actor, ProductId id, Supplier<ProductItem.Profile> wanted) {
    Product product = own.lock(actor, id);
    ProductItem.Profile profile = wanted.get();
    products
        .itemByMpn(id, profile.mpn())
        .ifPresent(existing -> {
          throw Refused.at(
                  Refusal.ITEM_EXISTS, "/mpn", "The item " + existing + " has this mpn already.")
              .with(Map.of("id", existing.value()));
        });
    ProductItem item = ProductItem.numbered(products.nextItemNumber(id), id, profile);
    products.add(item);
    own.tell("product.item_added", product, actor, Map.of("item", item.id().value()));
    return item.id();
  }

  /** What a product becomes. */
  public record Change(Product.Profile profile, Capabilities capabilities) {}
}
