package io.tierhub.persistence.catalog;

import io.tierhub.catalog.Product;
import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.ProductItem;
import io.tierhub.catalog.ProductItemId;
import io.tierhub.catalog.Products;
import io.tierhub.kernel.Actor;
import io.tierhub.persistence.Rows;
import io.tierhub.persistence.read.Sql;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Products and items through JPA. Rare writes, flushed at once, for others ask by SQL. */
@Repository
class JpaProducts implements Products {

  private final EntityManager entities;
  private final JdbcTemplate jdbc;
  private final ProductMapper mapper;

  JpaProducts(EntityManager entities, JdbcTemplate jdbc, ProductMapper mapper) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  @Override
  public void add(Product product) {
    ProductEntity row = new ProductEntity();
    mapper.copy(product.snapshot(), row);
    entities.persist(row);
    entities.flush();
  }

  @Override
  public Optional<Product> lock(Actor actor, ProductId id) {
    if (!isVisible(actor, id)) {
      return Optional.empty();
    }
    return Optional.ofNullable(
            Rows.find(entities, ProductEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
        .map(mapper::snapshot)
        .map(Product::restore);
  }

  @Override
  public void save(Product product) {
    ProductEntity row = Rows.find(entities, ProductEntity.class, product.id());
    if (row == null || row.revision != product.snapshot().revision()) {
      throw Rows.changed(product.id());
    }
    mapper.copy(product.snapshot(), row);
  }

  @Override
  public Optional<Product> peek(ProductId id) {
    // Detached at once, for a later lock() must read the row anew; flushed before that, lest what
    // this transaction changed be lost.
    entities.flush();
    ProductEntity row = Rows.find(entities, ProductEntity.class, id);
    if (row == null) {
      return Optional.empty();
    }
    Product product = Product.restore(mapper.snapshot(row));
    entities.detach(row);
    return Optional.of(product);
  }

  @Override
  public boolean isVisible(Actor actor, ProductId id) {
    Sql sql =
        Sql.of("select exists (select 1 from product p where p.id = ? and ", id.value())
            .add(CatalogVisibility.product(actor, "p"))
            .add(")");
    return Boolean.TRUE.equals(jdbc.queryForObject(sql.text(), Boolean.class, sql.values()));
  }

  @Override
  public void add(ProductItem item) {
    entities.persist(mapper.row(item));
    entities.flush();
  }

  @Override
  public int nextItemNumber(ProductId id) {
    Integer last =
        jdbc.queryForObject(
            "select max(substr(id, length(product_id) + 2)::int) from product_item where product_id"
                + " = ?",
            Integer.class,
            id.value());
    return last == null ? 1 : last + 1;
  }

  @Override
  public Optional<ProductItemId> itemByMpn(ProductId id, String mpn) {
    return jdbc
        .query(
            "select id from product_item where product_id = ? and mpn = ?",
            (row, n) -> new ProductItemId(row.getString(1)),
            id.value(),
            mpn)
        .stream()
        .findFirst();
  }
}
