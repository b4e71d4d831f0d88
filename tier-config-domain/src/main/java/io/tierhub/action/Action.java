package io.tierhub.action;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;

/** A button of a product (wire-format §8.2). Its scope never changes. */
public record Action(
    ActionId id, ProductId product, Content content, Stamp created, Stamp updated) {

  public static final int MOST = 100;

  /**
   * @throws Refused with {@link Refusal#ACTION_FIELD_FIXED} if the scope would change
   */
  public Action changed(Content to, Stamp by) {
    if (to.scope() != content.scope()) {
      throw Refused.at(
          Refusal.ACTION_FIELD_FIXED,
          "/scope",
          "The scope of an action never changes; it is %s.".formatted(content.scope().wire()));
    }
    return new Action(id, product, to, created, by);
  }

  /**
   * What it says, and to whom.
   *
   * @param localId the vendor's own name for it, unique in the product; its endpoint is told it
   * @param title what the button says
   */
  public record Content(
      String localId, String name, String title, ActionScope scope, String description) {}
}
