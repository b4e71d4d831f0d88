package io.tierhub.persistence.catalog;

import io.tierhub.catalog.ProductId;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Running numbers below a product. None is given twice, not even after a deletion. */
@Component
public class ProductCounters {

  private final JdbcTemplate jdbc;

  ProductCounters(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param kind of what is counted
   * @return from 1
   */
  public long next(ProductId product, String kind) {
    Long next =
        jdbc.queryForObject(
            "insert into product_counter as c (product_id, kind, last) values (?, ?, 1) on conflict"
                + " (product_id, kind) do update set last = c.last + 1 returning last",
            Long.class,
            product.value(),
            kind);
    return Objects.requireNonNull(next);
  }
}
