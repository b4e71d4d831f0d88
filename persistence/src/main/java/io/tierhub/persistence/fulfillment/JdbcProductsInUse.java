package io.tierhub.persistence.fulfillment;

import io.tierhub.account.TierAccountId;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.tieraccountrequest.ProductInUse;
import io.tierhub.tieraccountrequest.ProductsInUse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Products in use, by {@code account_use}, which has few rows for an account however many assets it
 * has; each is then probed in the indexes of assets, which have the status too.
 */
@Repository
class JdbcProductsInUse implements ProductsInUse {

  /**
   * Whether the account {@code u} stands in the chain of an unterminated asset of its product; a
   * draft is none yet.
   */
  private static final String STILL_IN_USE =
      Stream.of("customer", "tier1", "tier2")
          .map(tier ->
              ("exists (select 1 from asset s where s.{tier}_id = u.account_id and s.product_id ="
                      + " u.product_id and s.status <> 'terminated' and s.status <> 'draft')")
                  .replace("{tier}", tier))
          .collect(Collectors.joining(" or ", "(", ")"));

  private final JdbcTemplate jdbc;

  JdbcProductsInUse(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<ProductInUse> of(TierAccountId account) {
    return jdbc.query(
        "select p.id, p.vendor_id, coalesce((p.capabilities #>> '{tiers,updates}')::boolean, false)"
            + " as sync from account_use u join product p on p.id = u.product_id"
            + " where u.account_id = ? and "
            + STILL_IN_USE
            + " order by p.id",
        (row, n) ->
            new ProductInUse(
                new ProductId(row.getString("id")),
                new PartnerId(row.getString("vendor_id")),
                row.getBoolean("sync")),
        account.value());
  }

  @Override
  public List<Untold> untold(TierAccountId account, PartnerId owner, Environment environment) {
    return jdbc.query(
        "select p.id, p.name, u.account_id is not null as once from product p left join account_use"
            + " u on u.product_id = p.id and u.account_id = ? where exists (select 1 from"
            + " connection c where c.product_id = p.id and c.distributor_id = ? and c.type = ?)"
            + " and (u.account_id is null or not "
            + STILL_IN_USE
            + ") order by p.id",
        (row, n) ->
            new Untold(
                new ProductId(row.getString("id")),
                row.getString("name"),
                row.getBoolean("once")
                    ? "No asset of this product with this account is left: all are terminated."
                    : "This account never occurred in an asset of this product."),
        account.value(),
        owner.value(),
        environment.wire());
  }
}
