package io.tierhub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProductTest {

  private static final Stamp NOW = new Stamp(Instant.parse("2026-11-22T12:00:00Z"), null);
  private static final Stamp LATER = new Stamp(Instant.parse("2026-11-22T13:00:00Z"), null);

  /** A dash is a refusal. */
  private static final String MATRIX =
      """
      .          PUBLISH    ENDSALE    RESUMESALE
      DRAFT      PUBLISHED  -          -
      PUBLISHED  -          ENDOFSALE  -
      ENDOFSALE  -          -          PUBLISHED
      """;

  private static Product draft() {
    return Product.draft(
        new ProductId("PRD-111-222-333"),
        new PartnerId("VA-111-222"),
        Product.Profile.named("Fjord Backup"),
        Capabilities.NONE,
        NOW);
  }

  private static Product in(ProductStatus status) {
    Product product = draft();
    if (status != ProductStatus.DRAFT) {
      product.take(ProductAction.PUBLISH, NOW);
    }
    if (status == ProductStatus.ENDOFSALE) {
      product.take(ProductAction.ENDSALE, NOW);
    }
    return product;
  }

  @Test
  void theLifecycleIsExactlyThisTable() {
    StringBuilder drawn = new StringBuilder(".");
    for (ProductAction action : ProductAction.values()) {
      drawn.append(' ').append(action);
    }
    for (ProductStatus from : ProductStatus.values()) {
      drawn.append('\n').append(from);
      for (ProductAction action : ProductAction.values()) {
        Product product = in(from);
        Refused refused = catchThrowableOfType(Refused.class, () -> product.take(action, LATER));
        if (refused == null) {
          drawn.append(' ').append(product.status());
        } else {
          assertThat(refused.why()).isEqualTo(Refusal.PRODUCT_STATE);
          assertThat(product.status()).isEqualTo(from);
          drawn.append(" -");
        }
      }
    }
    assertThat(drawn.toString()).isEqualToNormalizingWhitespace(MATRIX);
  }

  @Test
  void onlyPublishingIsPublication() {
    Product product = in(ProductStatus.ENDOFSALE);
    product.take(ProductAction.RESUMESALE, LATER);
    assertThat(product.snapshot().published()).isEqualTo(NOW);
    assertThat(product.snapshot().updated()).isEqualTo(LATER);
  }

  @Test
  void aNewProductAsksForNothing() {
    assertThat(Capabilities.NONE.tierAccountsSync()).isFalse();
    assertThat(Capabilities.NONE.configurationLevel()).isZero();
  }

  @Test
  void capabilitiesChangeOneByOne() {
    Capabilities both = Capabilities.NONE.withTierAccountsSync(true).withConfigurationLevel(2);
    assertThat(both.tierAccountsSync()).isTrue();
    assertThat(both.configurationLevel()).isEqualTo(2);
    assertThat(both.withConfigurationLevel(0).withTierAccountsSync(false))
        .isEqualTo(Capabilities.NONE);
  }

  @Test
  void itemsAreNumberedInTheirProduct() {
    ProductId id = new ProductId("PRD-111-222-333");
    ProductItem item =
        ProductItem.numbered(
            7, id, new ProductItem.Profile("Seat", "M", "seat", "reservation", "monthly", null));
    assertThat(item.id().value()).isEqualTo("PRD-111-222-333-0007");
    assertThat(item.position()).isEqualTo(700);
  }
}
