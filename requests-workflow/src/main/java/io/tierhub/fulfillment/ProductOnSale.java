package io.tierhub.fulfillment;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;

/**
 * A product, as far as orders need it.
 *
 * @param status as the wire writes it
 * @param configurationLevel up to which tier configurations are needed: 0 for none
 * @param validatesOrderDrafts whether purchases can be drafted
 * @param validatesTierDrafts whether requests for tier configurations can be drafted
 * @param editableOrderingParameters whether changes of assets may bring other ordering values
 */
public record ProductOnSale(
    ProductId id,
    PartnerId vendor,
    String status,
    int configurationLevel,
    boolean validatesOrderDrafts,
    boolean validatesTierDrafts,
    boolean editableOrderingParameters) {

  /** What is not published yet can be tried out, but not sold. */
  public boolean isOrderableIn(Environment environment) {
    return switch (status) {
      case "published" -> true;
      case "draft" -> environment != Environment.PRODUCTION;
      default -> false;
    };
  }
}
