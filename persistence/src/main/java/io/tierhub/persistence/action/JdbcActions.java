package io.tierhub.persistence.action;

import io.tierhub.action.Action;
import io.tierhub.action.ActionId;
import io.tierhub.action.ActionScope;
import io.tierhub.action.ActionSecrets;
import io.tierhub.action.Actions;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Stamp;
import io.tierhub.kernel.UserRef;
import io.tierhub.persistence.Stamps;
import io.tierhub.persistence.audit.Changes;
import io.tierhub.persistence.catalog.ProductCounters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Actions have no state and no rule that needs more than a row. */
@Repository
class JdbcActions implements Actions {

  private static final String SELECT =
      "select id, product_id, local_id, name, title, scope, description, created_at, created_by_id,"
          + " created_by_name, updated_at, updated_by_id, updated_by_name from product_action where"
          + " product_id = ?";

  private final JdbcTemplate jdbc;
  private final ProductCounters counters;
  private final Changes changes;

  JdbcActions(JdbcTemplate jdbc, ProductCounters counters, Changes changes) {
    this.jdbc = jdbc;
    this.counters = counters;
    this.changes = changes;
  }

  @Override
  public Optional<Action> find(ProductId product, ActionId id) {
    return one(" and id = ?", product, id.value());
  }

  @Override
  public Optional<Action> byLocalId(ProductId product, String localId) {
    return one(" and local_id = ?", product, localId);
  }

  @Override
  public List<Action> ofScope(ProductId product, ActionScope scope) {
    return jdbc.query(
        SELECT + " and scope = ? order by id",
        (row, n) -> action(row),
        product.value(),
        scope.wire());
  }

  private Optional<Action> one(String condition, ProductId product, String value) {
    return jdbc.query(SELECT + condition, (row, n) -> action(row), product.value(), value).stream()
        .findFirst();
  }

  private static Action action(ResultSet row) throws SQLException {
    return new Action(
        new ActionId(row.getString("id")),
        new ProductId(row.getString("product_id")),
        new Action.Content(
            row.getString("local_id"),
            row.getString("name"),
            row.getString("title"),
            ActionScope.ofWire(row.getString("scope")).orElseThrow(),
            row.getString("description")),
        stamp(row, "created"),
        stamp(row, "updated"));
  }

  private static Stamp stamp(ResultSet row, String what) throws SQLException {
    return Stamps.of(
        instant(row, what + "_at"),
        row.getString(what + "_by_id"),
        row.getString(what + "_by_name"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  @Override
  public int count(ProductId product) {
    Integer count =
        jdbc.queryForObject(
            "select count(*) from product_action where product_id = ?",
            Integer.class,
            product.value());
    return Objects.requireNonNull(count);
  }

  @Override
  public int nextNumber(ProductId product) {
    return Math.toIntExact(counters.next(product, "action"));
  }

  @Override
  public void save(Action action) {
    Action.Content content = action.content();
    note(
        action.id(),
        find(action.product(), action.id()).map(Action::content).orElse(null),
        content);
    @Nullable UserRef creator = action.created().by();
    @Nullable UserRef changer = action.updated().by();
    jdbc.update(
        "insert into product_action (id, product_id, local_id, name, title, scope, description,"
            + " created_at, created_by_id, created_by_name, updated_at, updated_by_id,"
            + " updated_by_name) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do"
            + " update set local_id = excluded.local_id, name = excluded.name, title ="
            + " excluded.title, description = excluded.description, updated_at ="
            + " excluded.updated_at, updated_by_id = excluded.updated_by_id, updated_by_name ="
            + " excluded.updated_by_name",
        action.id().value(),
        action.product().value(),
        content.localId(),
        content.name(),
        content.title(),
        content.scope().wire(),
        content.description(),
        action.created().at().atOffset(ZoneOffset.UTC),
        creator == null ? null : creator.id(),
        creator == null ? null : creator.name(),
        action.updated().at().atOffset(ZoneOffset.UTC),
        changer == null ? null : changer.id(),
        changer == null ? null : changer.name());
  }

  @Override
  public void remove(ActionId id) {
    jdbc.query(
            "delete from product_action where id = ? returning *",
            (row, n) -> action(row).content(),
            id.value())
        .forEach(was -> note(id, was, null));
  }

  private void note(ActionId id, Action.@Nullable Content was, Action.@Nullable Content is) {
    note(id, "action", Action.Content::localId, was, is);
    note(id, "name", Action.Content::name, was, is);
    note(id, "title", Action.Content::title, was, is);
    note(id, "scope", content -> content.scope().wire(), was, is);
    note(id, "description", Action.Content::description, was, is);
  }

  private void note(
      ActionId id,
      String member,
      Function<Action.Content, String> of,
      Action.@Nullable Content was,
      Action.@Nullable Content is) {
    changes.note(
        id.value(), member, was == null ? null : of.apply(was), is == null ? null : of.apply(is));
  }

  @Override
  public Optional<String> endpoint(ProductId product) {
    return jdbc
        .query(
            "select customer_ui_settings #>> '{action,url}' from product where id = ?",
            (row, n) -> Optional.ofNullable(row.getString(1)),
            product.value())
        .stream()
        .flatMap(Optional::stream)
        .filter(url -> !url.isBlank())
        .findFirst();
  }

  @Override
  public Optional<ActionSecrets> secrets(ProductId product) {
    return jdbc
        .query(
            "select current, number, previous, signs_from from product_action_secret where"
                + " product_id = ?",
            (row, n) ->
                new ActionSecrets(
                    row.getString(1), row.getInt(2), row.getString(3), instant(row, "signs_from")),
            product.value())
        .stream()
        .findFirst();
  }

  @Override
  public void save(ProductId product, ActionSecrets secrets) {
    changes.hide(product.value(), "jwt_secret");
    jdbc.update(
        "insert into product_action_secret (product_id, current, number, previous, signs_from)"
            + " values (?, ?, ?, ?, ?) on conflict (product_id) do update set current ="
            + " excluded.current, number = excluded.number, previous = excluded.previous,"
            + " signs_from = excluded.signs_from",
        product.value(),
        secrets.current(),
        secrets.number(),
        secrets.previous(),
        secrets.signsFrom().atOffset(ZoneOffset.UTC));
  }
}
