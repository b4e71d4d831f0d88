package io.tierhub.persistence.parking;

import io.tierhub.parking.Reasons;
import io.tierhub.parking.Waiter;
import io.tierhub.tierconfig.TierConfigurationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Blockers as somebody reads them. */
@Repository
class JdbcReasons implements Reasons {

  private final JdbcTemplate jdbc;

  JdbcReasons(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<TierConfigurationId, Instant> of(Waiter waiter) {
    Map<TierConfigurationId, Instant> reasons = new LinkedHashMap<>();
    jdbc.query(
        "select b.configuration_id, b.since from blocker b join tier_configuration c on c.id ="
            + " b.configuration_id where b.waiter_id = ? order by c.tier_level desc, c.id",
        row -> {
          reasons.put(
              new TierConfigurationId(row.getString(1)),
              row.getObject(2, OffsetDateTime.class).toInstant());
        },
        waiter.id());
    return reasons;
  }
}
