package io.tierhub.persistence.fulfillment;

import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.fulfillment.ItemOnSale;
import io.tierhub.fulfillment.ProductOnSale;
import io.tierhub.fulfillment.SalesChannel;
import io.tierhub.fulfillment.SalesChannels;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.partner.HubId;
import io.tierhub.partner.MarketplaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The catalog as orders ask for it, in plain SQL: whoever writes it is somebody else. */
@Repository
class JdbcSalesChannels implements SalesChannels {

  private final JdbcTemplate jdbc;

  JdbcSalesChannels(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<ProductOnSale> product(ProductId id) {
    return jdbc
        .query(
            "select vendor_id, status, coalesce((capabilities #>> '{tiers,configs,level}')::int, 0),"
                + " coalesce((capabilities #>> '{cart,validation}')::boolean, false),"
                + " coalesce((capabilities #>> '{tiers,validation}')::boolean, false),"
                + " coalesce((capabilities #>>"
                + " '{subscription,change,editable_ordering_parameters}')::boolean, false) from"
                + " product where id = ?",
            (row, n) ->
                new ProductOnSale(
                    id,
                    new PartnerId(row.getString(1)),
                    row.getString(2),
                    row.getInt(3),
                    row.getBoolean(4),
                    row.getBoolean(5),
                    row.getBoolean(6)),
            id.value())
        .stream()
        .findFirst();
  }

  @Override
  public List<SalesChannel> of(PartnerId distributor, ProductId product, Environment environment) {
    return jdbc.query(
        "select id, hub_id from connection where product_id = ? and type = ? and distributor_id = ?"
            + " and status = 'active' order by id",
        (row, n) ->
            new SalesChannel(new ConnectionId(row.getString(1)), new HubId(row.getString(2))),
        product.value(),
        environment.wire(),
        distributor.value());
  }

  @Override
  public List<ItemOnSale> items(ProductId product) {
    return jdbc.query(
        "select id, name, mpn, unit, item_type, period from product_item where product_id = ?"
            + " order by position, id",
        (row, n) ->
            new ItemOnSale(
                row.getString("id"),
                row.getString("name"),
                row.getString("mpn"),
                row.getString("unit"),
                row.getString("item_type"),
                row.getString("period")),
        product.value());
  }

  @Override
  public boolean isMarketplaceOf(PartnerId distributor, MarketplaceId marketplace) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from marketplace where id = ? and partner_id = ?)",
            Boolean.class,
            marketplace.value(),
            distributor.value()));
  }

  @Override
  public List<MarketplaceId> marketplacesOf(HubId hub) {
    return jdbc.query(
        "select marketplace_id from marketplace_hub where hub_id = ? order by marketplace_id",
        (row, n) -> new MarketplaceId(row.getString(1)),
        hub.value());
  }
}
