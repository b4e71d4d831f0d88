package io.tierhub.persistence.configured;

import io.tierhub.catalog.ProductId;
import io.tierhub.catalog.ProductItemId;
import io.tierhub.configured.ConfiguredPlace;
import io.tierhub.configured.ConfiguredValue;
import io.tierhub.configured.ConfiguredValues;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import io.tierhub.kernel.UserRef;
import io.tierhub.parameter.ParameterValue;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.parameter.Parameters;
import io.tierhub.partner.MarketplaceId;
import io.tierhub.persistence.Stamps;
import io.tierhub.persistence.audit.Changes;
import io.tierhub.persistence.parameter.ConfiguredParams;
import io.tierhub.persistence.parameter.ParamsJson;
import io.tierhub.persistence.read.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Configured values have no state and no rule that needs more than a row. */
@Repository
class JdbcConfiguredValues implements ConfiguredValues {

  private final JdbcTemplate jdbc;
  private final ParamsJson json;
  private final Parameters parameters;
  private final ConfiguredParams shown;
  private final Changes changes;

  JdbcConfiguredValues(
      JdbcTemplate jdbc,
      ParamsJson json,
      Parameters parameters,
      ConfiguredParams shown,
      Changes changes) {
    this.jdbc = jdbc;
    this.json = json;
    this.parameters = parameters;
    this.shown = shown;
    this.changes = changes;
  }

  @Override
  public Optional<ConfiguredValue> find(ConfiguredPlace place) {
    return jdbc
        .query(
            "select v.product_id, v.held, a.name, v.created_at, v.created_by_id,"
                + " v.created_by_name, v.updated_at, v.updated_by_id, v.updated_by_name from"
                + " configured_value v join product_parameter a on a.id = v.parameter_id where"
                + " v.key = ?",
            (row, n) ->
                new ConfiguredValue(
                    new ProductId(row.getString(1)),
                    place,
                    held(row.getString(3), row.getString(2)),
                    stamp(row, 4),
                    stamp(row, 7)),
            place.key())
        .stream()
        .findFirst();
  }

  /** Kept as params keep it, but for the name, which the parameter has. */
  private ParameterValue held(String name, String held) {
    return json.read("{\"" + name + "\":" + held + "}")
        .named(name)
        .orElseGet(() -> ParameterValue.none(name));
  }

  private static Stamp stamp(ResultSet row, int from) throws SQLException {
    return Stamps.of(
        row.getObject(from, OffsetDateTime.class).toInstant(),
        row.getString(from + 1),
        row.getString(from + 2));
  }

  @Override
  public void save(ConfiguredValue value) {
    ConfiguredPlace place = value.place();
    note(find(place).orElse(null), value);
    @Nullable UserRef creator = value.created().by();
    @Nullable UserRef changer = value.updated().by();
    jdbc.update(
        "insert into configured_value (key, product_id, parameter_id, item_id, marketplace_id,"
            + " held, value, created_at, created_by_id, created_by_name, updated_at, updated_by_id,"
            + " updated_by_name) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do"
            + " update set held = excluded.held, value = excluded.value, updated_at ="
            + " excluded.updated_at, updated_by_id = excluded.updated_by_id, updated_by_name ="
            + " excluded.updated_by_name",
        place.key(),
        value.product().value(),
        place.parameter().value(),
        place.item() == null ? null : place.item().value(),
        place.marketplace() == null ? null : place.marketplace().value(),
        text(value.value()),
        value.value().isFilled() ? value.value().value() : null,
        value.created().at().atOffset(ZoneOffset.UTC),
        creator == null ? null : creator.id(),
        creator == null ? null : creator.name(),
        value.updated().at().atOffset(ZoneOffset.UTC),
        changer == null ? null : changer.id(),
        changer == null ? null : changer.name());
    shown.retell(value.product(), parameters.ofProduct(value.product()), place);
  }

  private void note(@Nullable ConfiguredValue was, ConfiguredValue is) {
    ConfiguredPlace place = is.place();
    String member =
        Stream.of("value", place.item(), place.marketplace())
            .filter(Objects::nonNull)
            .map(Object::toString)
            .collect(Collectors.joining("."));
    String parameter = place.parameter().value();
    if (changes.mayTell(is.product().value(), is.value().name())) {
      changes.note(parameter, member, was == null ? null : was.value().value(), is.value().value());
    } else {
      changes.hide(parameter, member);
    }
  }

  private String text(ParameterValue value) {
    String byName = json.write(ParameterValues.of(value));
    int colon = byName.indexOf(':');
    return colon < 0 ? "{}" : byName.substring(colon + 1, byName.length() - 1);
  }

  @Override
  public boolean hasItem(ProductId product, ProductItemId item) {
    return exists(
        "select exists (select 1 from product_item where id = ? and product_id = ?)",
        item.value(),
        product.value());
  }

  @Override
  public boolean isReached(Actor actor, ProductId product, MarketplaceId marketplace) {
    Sql reached =
        Sql.of("select exists (select 1 from (")
            .add(ReachedMarketplaces.of(product, actor.environment()))
            .add(") s where s.marketplace_id = ?)", marketplace.value());
    return exists(reached.text(), reached.values())
        && (actor.role() != Role.DISTRIBUTOR
            || exists(
                "select exists (select 1 from marketplace where id = ? and partner_id = ?)",
                marketplace.value(),
                actor.account().value()));
  }

  private boolean exists(String question, @Nullable Object... values) {
    return Boolean.TRUE.equals(jdbc.queryForObject(question, Boolean.class, values));
  }
}
