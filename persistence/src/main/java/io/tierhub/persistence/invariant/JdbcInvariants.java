package io.tierhub.persistence.invariant;

import io.tierhub.invariant.Invariant;
import io.tierhub.invariant.Invariants;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Each rule is a statement that finds the ids of what breaks it; all see one snapshot. */
@Repository
public class JdbcInvariants implements Invariants {

  /** They read whole tables, which may be large, and are asked for seldom. */
  private static final String PATIENTLY = "set local statement_timeout = '55s'";

  /** What is older may have been told in a part of the feed that is no longer kept. */
  private static final String ALL_IS_TOLD_AFTER =
      """
      (select case when retained_from = 1 then '-infinity'::timestamptz
                   else coalesce((select at from feed order by position limit 1), 'infinity') end
       from feed_sequencer)
      """;

  private static final List<Map.Entry<String, String>> FINDERS =
      List.of(
          Map.entry(
              "a parent is a living reseller of the same owner, hub and environment",
              """
              select a.id from tier_account a join tier_account p on p.id = a.parent_id
              where p.type <> 'reseller'
                or (p.owner_id, p.environment) <> (a.owner_id, a.environment)
                or p.hub_id is distinct from a.hub_id
                or (p.decommissioned_at is not null and a.decommissioned_at is null)
              """),
          Map.entry(
              "an account hangs below its parent, and so never below itself",
              """
              select a.id from tier_account a
              left join tier_position t on t.account_id = a.id
              left join tier_position above on above.account_id = a.parent_id
              where t.path is distinct from coalesce(above.path, '') || substr(a.id, 4) || '/'
              """),
          Map.entry(
              "versions are dense from 1",
              """
              select account_id from tier_account_version group by account_id
              having count(*) <> max(number) or min(number) <> 1
              """),
          Map.entry(
              "a living account is its last version, and that alone is valid now",
              """
              select a.id from tier_account a
              left join tier_account_version v on v.account_id = a.id and v.valid_to = 'infinity'
              where a.decommissioned_at is null
                and (v.number, v.name, v.parent_id, v.contact_info)
                  is distinct from (a.number, a.name, a.parent_id, a.contact_info)
              """),
          Map.entry(
              "one version ends when the next one begins",
              """
              select a.account_id from tier_account_version a
              left join tier_account_version b
                on b.account_id = a.account_id and b.number = a.number + 1
              join tier_account on id = a.account_id
              where a.valid_to <> coalesce(b.valid_from, decommissioned_at, 'infinity')
              """),
          Map.entry(
              "an account request is of a version from the second on, and of a product that has the account",
              """
              select r.id from tier_account_request r
              left join tier_account_version v
                on v.account_id = r.account_id and v.number = r.number
              where v.number is null or v.number < 2
                or not exists (
                  select from asset a where a.product_id = r.product_id
                    and r.account_id in (a.customer_id, a.tier1_id, a.tier2_id))
              """),
          Map.entry("a tally counts what there is", "select wrong from wrong_tallies() wrong"),
          Map.entry(
              "an order is parked if and only if something blocks it",
              """
              select id from fulfillment_request r
              where (status = 'tiers_setup')
                <> exists (select from blocker b where b.waiter_id = r.id)
              """),
          Map.entry(
              "a tier request is parked if and only if something blocks it",
              """
              select id from tier_configuration_request r
              where (status = 'tiers_setup')
                <> exists (select from blocker b where b.waiter_id = r.id)
              """),
          Map.entry(
              "nothing waits for what is set up, or for what nobody sets up",
              """
              select b.waiter_id from blocker b
              join tier_configuration c on c.id = b.configuration_id
              where c.status = 'active' or c.open_request_id is null
              """),
          Map.entry(
              "only tier 1 waits for a tier, and for the tier 2 it is bound to",
              """
              select r.id from blocker b
              join tier_configuration_request r on r.id = b.waiter_id
              join tier_configuration c on c.id = b.configuration_id
              where r.tier_level <> 1 or c.tier_level <> 2 or r.parent_configuration_id is distinct from c.id
              """),
          Map.entry(
              "a configuration knows its open request, and has one at most",
              """
              select c.id from tier_configuration c
              left join tier_configuration_request r
                on r.configuration_id = c.id and r.status in ('tiers_setup', 'inquiring', 'pending')
              where c.open_request_id is distinct from r.id
              """),
          Map.entry(
              "a configuration is active if and only if a setup was approved, once",
              """
              select c.id from tier_configuration c
              where (c.status = 'active')::int <> (
                select count(*) from tier_configuration_request r
                where r.configuration_id = c.id and r.type = 'setup' and r.status = 'approved')
              """),
          Map.entry(
              "no setup of tier 1 is past its tier 2",
              """
              select r.id from tier_configuration_request r
              join tier_configuration p on p.id = r.parent_configuration_id
              where p.status <> 'active' and r.status in ('inquiring', 'pending', 'approved')
              """),
          Map.entry(
              "a purchase that failed has ended its asset, and only that",
              """
              select a.id from asset a join fulfillment_request r on r.asset_id = a.id
              where r.type = 'purchase'
                and (r.status = 'failed') <> (a.status = 'terminated')
                and not exists (
                  select from fulfillment_request c where c.asset_id = a.id and c.type = 'cancel')
              """),
          Map.entry(
              "an asset is a draft if and only if its purchase is",
              """
              select a.id from asset a join fulfillment_request r on r.asset_id = a.id
              where (r.status = 'draft') <> (a.status = 'draft' and r.type = 'purchase')
              """),
          Map.entry(
              "every version is told of once",
              """
              with told as (
                select subject as account_id, (data::jsonb ->> 'version')::int as number, id
                from (
                  select subject, type, data, event_id as id from feed
                  union all select subject, type, data, id from outbox
                ) e
                where type in ('tier_account.created', 'tier_account.changed')
              )
              select account_id from tier_account_version v full join told using (account_id, number)
              group by account_id, number
              having count(v) <> 1 or count(told.id) > 1
                or (count(told.id) = 0 and min(v.valid_from) > %s)
              """
                  .formatted(ALL_IS_TOLD_AFTER)),
          Map.entry(
              "every account request is told of once",
              """
              with told as (
                select subject as id, 1 as one from (
                  select subject, type from feed union all select subject, type from outbox
                ) e
                where type = 'tier_account_request.created'
              )
              select id from tier_account_request r full join told using (id)
              group by id
              having count(r) <> 1 or count(one) > 1
                or (count(one) = 0 and min(r.created_at) > %s)
              """
                  .formatted(ALL_IS_TOLD_AFTER)),
          Map.entry(
              "an account's events are in the order of its versions",
              """
              select subject from (
                select subject, (data::jsonb ->> 'version')::int as number,
                       lag((data::jsonb ->> 'version')::int)
                         over (partition by subject order by position) as before
                from feed where type in ('tier_account.created', 'tier_account.changed')
              ) told
              where before >= number
              """),
          Map.entry(
              "no event is told twice",
              """
              select event_id::text from feed group by event_id having count(*) > 1
              """),
          Map.entry(
              "the feed's positions are dense",
              """
              select last_position::text from feed_sequencer left join feed on true
              group by last_position, retained_from
              having count(position) <> last_position - retained_from + 1
                or min(position) <> retained_from or max(position) <> last_position
              """));

  private final JdbcTemplate jdbc;
  private final TransactionTemplate snapshot;

  public JdbcInvariants(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
  }

  @Override
  public List<Invariant> look() {
    return Objects.requireNonNull(
        snapshot.execute(status -> {
          jdbc.execute(PATIENTLY);
          return FINDERS.stream().map(one -> look(one.getKey(), one.getValue())).toList();
        }));
  }

  private Invariant look(String rule, String finder) {
    return new Invariant(rule, jdbc.query(finder + " limit " + MOST, (row, n) -> row.getString(1)));
  }
}
