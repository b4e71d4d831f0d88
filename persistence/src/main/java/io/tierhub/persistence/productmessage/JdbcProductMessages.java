package io.tierhub.persistence.productmessage;

import io.tierhub.catalog.ProductId;
import io.tierhub.persistence.audit.Changes;
import io.tierhub.persistence.catalog.ProductCounters;
import io.tierhub.productmessage.ProductMessage;
import io.tierhub.productmessage.ProductMessageId;
import io.tierhub.productmessage.ProductMessages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Messages have no state and no rule that needs more than a row. */
@Repository
class JdbcProductMessages implements ProductMessages {

  private static final String SELECT =
      "select id, product_id, external_id, value, auto from product_message where product_id = ?";

  private final JdbcTemplate jdbc;
  private final ProductCounters counters;
  private final Changes changes;

  JdbcProductMessages(JdbcTemplate jdbc, ProductCounters counters, Changes changes) {
    this.jdbc = jdbc;
    this.counters = counters;
    this.changes = changes;
  }

  @Override
  public Optional<ProductMessage> find(ProductId product, ProductMessageId id) {
    return one(" and id = ?", product, id.value());
  }

  @Override
  public Optional<ProductMessage> byExternalId(ProductId product, String externalId) {
    return one(" and external_id = ?", product, externalId);
  }

  private Optional<ProductMessage> one(String condition, ProductId product, String value) {
    return jdbc.query(SELECT + condition, (row, n) -> message(row), product.value(), value).stream()
        .findFirst();
  }

  private static ProductMessage message(ResultSet row) throws SQLException {
    return new ProductMessage(
        new ProductMessageId(row.getString(1)),
        new ProductId(row.getString(2)),
        new ProductMessage.Text(row.getString(3), row.getString(4), row.getBoolean(5)));
  }

  @Override
  public int count(ProductId product) {
    Integer count =
        jdbc.queryForObject(
            "select count(*) from product_message where product_id = ?",
            Integer.class,
            product.value());
    return Objects.requireNonNull(count);
  }

  @Override
  public int nextNumber(ProductId product) {
    return Math.toIntExact(counters.next(product, "message"));
  }

  @Override
  public void save(ProductMessage message) {
    note(
        message.id(),
        find(message.product(), message.id()).map(ProductMessage::text).orElse(null),
        message.text());
    jdbc.update(
        "insert into product_message (id, product_id, external_id, value, auto) values (?, ?, ?, ?,"
            + " ?) on conflict (id) do update set external_id = excluded.external_id, value ="
            + " excluded.value, auto = excluded.auto",
        message.id().value(),
        message.product().value(),
        message.text().externalId(),
        message.text().value(),
        message.text().auto());
  }

  @Override
  public void remove(ProductMessageId id) {
    jdbc.query(
            "delete from product_message where id = ? returning id, product_id, external_id,"
                + " value, auto",
            (row, n) -> message(row).text(),
            id.value())
        .forEach(was -> note(id, was, null));
  }

  private void note(
      ProductMessageId id, ProductMessage.@Nullable Text was, ProductMessage.@Nullable Text is) {
    note(id, "external_id", ProductMessage.Text::externalId, was, is);
    note(id, "value", ProductMessage.Text::value, was, is);
    note(id, "auto", ProductMessage.Text::auto, was, is);
  }

  private void note(
      ProductMessageId id,
      String member,
      Function<ProductMessage.Text, Object> of,
      ProductMessage.@Nullable Text was,
      ProductMessage.@Nullable Text is) {
    changes.note(
        id.value(), member, was == null ? null : of.apply(was), is == null ? null : of.apply(is));
  }
}
