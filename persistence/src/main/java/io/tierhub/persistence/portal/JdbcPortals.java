package io.tierhub.persistence.portal;

import io.tierhub.inquiry.Inquiry;
import io.tierhub.portal.PortalFacts;
import io.tierhub.portal.PortalQueries;
import io.tierhub.portal.Underway;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads for pages by plain SQL, across what others write. */
@Repository
class JdbcPortals implements PortalQueries {

  private static final String FACTS =
      """
      select p.name as product, a.name as company, d.name as asker, v.name as vendor,
        a.decommissioned_at is null as living, c.status = 'active' as connected,
        coalesce(p.customer_ui_settings #>> '{action,url}', '') <> ''
          and exists (select 1 from product_action_secret s where s.product_id = p.id) as leads,
        r.id as request, coalesce(r.pended_at, r.updated_at) as since,
        case when r.status = 'inquiring' then r.inquiry end as inquiry, r.inquired_last_at
      from tier_configuration t
        join product p on p.id = t.product_id
        join tier_account a on a.id = t.account_id
        join partner d on d.id = t.distributor_id
        join partner v on v.id = t.vendor_id
        join connection c on c.id = t.connection_id
        left join tier_configuration_request r on r.id = t.open_request_id
      where t.id = ?
      """;

  private final JdbcTemplate jdbc;

  JdbcPortals(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public PortalFacts facts(TierConfigurationId id) {
    return jdbc.query(FACTS, (row, n) -> facts(row), id.value()).getFirst();
  }

  private static PortalFacts facts(ResultSet row) throws SQLException {
    return new PortalFacts(
        row.getString("product"),
        row.getString("company"),
        row.getString("asker"),
        row.getString("vendor"),
        row.getBoolean("living"),
        row.getBoolean("connected"),
        row.getBoolean("leads"),
        underway(row));
  }

  private static @Nullable Underway underway(ResultSet row) throws SQLException {
    String request = row.getString("request");
    if (request == null) {
      return null;
    }
    int number = row.getInt("inquiry");
    Inquiry inquiry = row.wasNull() ? null : new Inquiry(number, instant(row, "inquired_last_at"));
    return new Underway(
        new TierConfigurationRequestId(request),
        inquiry == null ? instant(row, "since") : inquiry.asked(),
        inquiry);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
