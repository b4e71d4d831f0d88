package io.tierhub.tieraccountrequest;

import io.tierhub.account.TierAccountId;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import java.util.List;

/** In which products an account is in use. */
public interface ProductsInUse {

  /** Ordered by id, so that running numbers are the same for the same change. */
  List<ProductInUse> of(TierAccountId account);

  /** The products that the owner sells but whose vendors hear nothing of the account, and why. */
  List<Untold> untold(TierAccountId account, PartnerId owner, Environment environment);

  /**
   * @param why one sentence for people
   */
  record Untold(ProductId product, String name, String why) {}
}
