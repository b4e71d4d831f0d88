package io.tierhub.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What must hold of tier configurations and of those who wait for them, at every moment (design
 * §5). Each is one statement, so it sees one moment.
 */
public final class TierInvariants {

  private static final Map<String, String> FINDERS = new LinkedHashMap<>();

  static {
    FINDERS.put(
        "an order is parked if and only if something blocks it",
        """
        select id from fulfillment_request r
        where (status = 'tiers_setup')
          <> exists (select 1 from blocker b where b.waiter_id = r.id)
        """);
    FINDERS.put(
        "a tier request is parked if and only if something blocks it",
        """
        select id from tier_configuration_request r
        where (status = 'tiers_setup')
          <> exists (select 1 from blocker b where b.waiter_id = r.id)
        """);
    FINDERS.put(
        "nothing waits for what is set up, or for what nobody sets up",
        """
        select b.waiter_id, c.id, c.status from blocker b
        join tier_configuration c on c.id = b.configuration_id
        where c.status = 'active' or c.open_request_id is null
        """);
    FINDERS.put(
        "only tier 1 waits for a tier, and for the tier 2 it is bound to",
        """
        select r.id from blocker b
        join tier_configuration_request r on r.id = b.waiter_id
        join tier_configuration c on c.id = b.configuration_id
        where r.tier_level <> 1 or c.tier_level <> 2 or r.parent_configuration_id <> c.id
        """);
    FINDERS.put(
        "a configuration knows its open request",
        """
        select c.id from tier_configuration c
        left join tier_configuration_request r
          on r.configuration_id = c.id and r.status in ('tiers_setup', 'inquiring', 'pending')
        where c.open_request_id is distinct from r.id
        """);
    FINDERS.put(
        "a configuration is active if and only if a setup was approved, once",
        """
        select c.id from tier_configuration c
        where (c.status = 'active')::int <> (
          select count(*) from tier_configuration_request r
          where r.configuration_id = c.id and r.type = 'setup' and r.status = 'approved')
        """);
    FINDERS.put(
        "no tier-1 setup is past its tier 2",
        """
        select r.id from tier_configuration_request r
        join tier_configuration p on p.id = r.parent_configuration_id
        where p.status <> 'active' and r.status in ('inquiring', 'pending', 'approved')
        """);
    FINDERS.put(
        "a purchase that failed has ended its asset, and only that",
        """
        select a.id from asset a join fulfillment_request r on r.asset_id = a.id
        where r.type = 'purchase'
          and (r.status = 'failed') <> (a.status = 'terminated')
          and not exists (
            select 1 from fulfillment_request c where c.asset_id = a.id and c.type = 'cancel')
        """);
    FINDERS.put(
        "an asset is a draft if and only if its purchase is",
        """
        select a.id from asset a join fulfillment_request r on r.asset_id = a.id
        where (r.status = 'draft') <> (a.status = 'draft' and r.type = 'purchase')
        """);
  }

  private TierInvariants() {}

  public static void requireAll(JdbcTemplate jdbc) {
    FINDERS.forEach((rule, finder) -> {
      List<Map<String, Object>> broken = jdbc.queryForList(finder);
      assertThat(broken).as(rule).isEmpty();
    });
  }
}
