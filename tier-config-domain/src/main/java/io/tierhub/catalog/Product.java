package io.tierhub.catalog;

import static io.tierhub.catalog.ProductAction.ENDSALE;
import static io.tierhub.catalog.ProductAction.PUBLISH;
import static io.tierhub.catalog.ProductAction.RESUMESALE;
import static io.tierhub.catalog.ProductStatus.DRAFT;
import static io.tierhub.catalog.ProductStatus.ENDOFSALE;
import static io.tierhub.catalog.ProductStatus.PUBLISHED;

import io.tierhub.kernel.Lifecycle;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor sells. It is drafted, published, and may be taken off sale and put on sale again;
 * its profile and capabilities can be changed all the while. It never changes its vendor.
 */
public final class Product {

  public static final Lifecycle<ProductStatus, ProductAction> LIFECYCLE =
      Lifecycle.of(ProductStatus.class, ProductAction.class, Refusal.PRODUCT_STATE)
          .allow(DRAFT, PUBLISH, PUBLISHED)
          .allow(PUBLISHED, ENDSALE, ENDOFSALE)
          .allow(ENDOFSALE, RESUMESALE, PUBLISHED)
          .by(PUBLISH, Role.VENDOR)
          .by(ENDSALE, Role.VENDOR)
          .by(RESUMESALE, Role.VENDOR)
          .build();

  private final ProductId id;
  private final PartnerId vendor;
  private final Stamp created;
  private final long revision;
  private Profile profile;
  private Capabilities capabilities;
  private ProductStatus status;
  private @Nullable Stamp published;
  private Stamp updated;

  private Product(Snapshot kept) {
    this.id = kept.id();
    this.vendor = kept.vendor();
    this.created = kept.created();
    this.revision = kept.revision();
    this.profile = kept.profile();
    this.capabilities = kept.capabilities();
    this.status = kept.status();
    this.published = kept.published();
    this.updated = kept.updated();
  }

  public static Product draft(
      ProductId id, PartnerId vendor, Profile profile, Capabilities capabilities, Stamp created) {
    return new Product(
        new Snapshot(id, vendor, profile, capabilities, DRAFT, created, null, created, 0));
  }

  public static Product restore(Snapshot kept) {
    return new Product(kept);
  }

  public void change(Profile newProfile, Capabilities newCapabilities, Stamp by) {
    profile = newProfile;
    capabilities = newCapabilities;
    updated = by;
  }

  /**
   * @throws Refused if the status does not permit it
   */
  public void take(ProductAction action, Stamp by) {
    status = LIFECYCLE.next(status, action);
    if (action == PUBLISH) {
      published = by;
    }
    updated = by;
  }

  public ProductId id() {
    return id;
  }

  public PartnerId vendor() {
    return vendor;
  }

  public ProductStatus status() {
    return status;
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id, vendor, profile, capabilities, status, created, published, updated, revision);
  }

  /**
   * What is told of the product.
   *
   * @param customerUiSettings a JSON object that portals read; of it TierHub reads where actions
   *     lead
   */
  public record Profile(
      String name,
      @Nullable String externalId,
      @Nullable String shortDescription,
      @Nullable String detailedDescription,
      String customerUiSettings) {

    public static Profile named(String name) {
      return new Profile(name, null, null, null, "{}");
    }
  }

  /** Everything that is kept and nothing derived. */
  public record Snapshot(
      ProductId id,
      PartnerId vendor,
      Profile profile,
      Capabilities capabilities,
      ProductStatus status,
      Stamp created,
      @Nullable Stamp published,
      Stamp updated,
      long revision) {}
}
