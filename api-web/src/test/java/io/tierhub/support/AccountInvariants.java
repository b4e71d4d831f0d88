package io.tierhub.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.AccountWriters.Promise;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What must hold of accounts, their requests and the feed, whatever happened to the server (design
 * §5). For a database in which assets were ordered before the accounts were changed.
 */
public final class AccountInvariants {

  private static final Duration SEQUENCER_LIMIT = Duration.ofSeconds(15);

  private static final String REQUESTS_AS_DUE =
      "one account request per version from the second on and product in use, no other";

  /** Each finds what must not be. */
  private static final Map<String, String> FINDERS =
      Map.ofEntries(
          Map.entry(
              "versions are dense from 1",
              """
              select account_id from tier_account_version group by account_id
              having count(*) <> max(number) or min(number) <> 1
              """),
          Map.entry(
              "a living account is its last version, and that alone is valid now",
              """
              select a.id, v.number from tier_account a
              left join tier_account_version v on v.account_id = a.id and v.valid_to = 'infinity'
              where (v.number, v.name) is distinct from (a.number, a.name)
                and a.decommissioned_at is null
              """),
          Map.entry(
              "one version ends when the next one begins",
              """
              select a.account_id, a.number from tier_account_version a
              left join tier_account_version b on b.account_id = a.account_id and b.number = a.number + 1
              join tier_account on id = a.account_id
              where a.valid_to <> coalesce(b.valid_from, decommissioned_at, 'infinity')
              """),
          Map.entry(
              "every account has its place",
              """
              select a.id from tier_account a left join tier_position p on p.account_id = a.id
              where p.path is null
              """),
          Map.entry(
              REQUESTS_AS_DUE,
              """
              with used as (
                select distinct product_id, account_id
                from asset, unnest(array[customer_id, tier1_id, tier2_id]) as account_id
                where status not in ('terminated', 'draft') and account_id is not null
              ), due as (
                select v.account_id, v.number, used.product_id
                from tier_account_version v join used using (account_id) where v.number > 1
              )
              select account_id, number, product_id, count(r.id)
              from due full join tier_account_request r using (account_id, number, product_id)
              group by account_id, number, product_id
              having count(r.id) <> 1 or count(due) <> 1
              """),
          Map.entry(
              "one event per version",
              """
              with told as (
                select subject as account_id, (data::jsonb ->> 'version')::int as number, event_id
                from feed where type in ('tier_account.created', 'tier_account.changed')
              )
              select account_id, number, count(told.event_id)
              from tier_account_version v full join told using (account_id, number)
              group by account_id, number having count(told.event_id) <> 1 or count(v) <> 1
              """),
          Map.entry(
              "one event per account request",
              """
              with told as (
                select subject as id, event_id from feed
                where type = 'tier_account_request.created'
              )
              select id, count(told.event_id) from tier_account_request r full join told using (id)
              group by id having count(told.event_id) <> 1 or count(r) <> 1
              """),
          Map.entry(
              "an object's events are in the order of its versions",
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
              "every event is an entry of the audit",
              """
              with told as (
                select subject, type, count(*) as times from feed
                where type like 'tier_account%' group by subject, type
              ), kept as (
                select object_id, action, count(*) as times from audit_entry
                where action like 'tier_account%' group by object_id, action
              )
              select * from told full join kept on (subject, type) = (object_id, action)
              where told.times is distinct from kept.times
              """),
          Map.entry(
              "no event is told twice", "select event_id from feed group by 1 having count(*) > 1"),
          Map.entry(
              "positions are dense",
              """
              select count(*), min(position), max(position), last_position
              from feed_sequencer left join feed on true group by last_position
              having count(position) <> last_position or min(position) <> 1
                or max(position) <> last_position
              """));

  private AccountInvariants() {}

  /** Those that also hold where accounts were changed before they were in use, or after. */
  public static void checkOfAnyHistory(JdbcTemplate jdbc) {
    awaitFeed(jdbc);
    FINDERS.forEach((rule, finder) -> {
      if (!rule.equals(REQUESTS_AS_DUE)) {
        assertThat(jdbc.queryForList(finder)).as(rule).isEmpty();
      }
    });
  }

  private static void awaitFeed(JdbcTemplate jdbc) {
    await()
        .atMost(SEQUENCER_LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> jdbc.queryForObject("select count(*) from outbox", Long.class) == 0);
  }

  /** Waits until the feed is up with the commits, and then looks at everything. */
  public static void check(JdbcTemplate jdbc, Collection<Promise> promises) {
    awaitFeed(jdbc);
    FINDERS.forEach((rule, finder) -> assertThat(jdbc.queryForList(finder)).as(rule).isEmpty());
    List<Promise> kept =
        jdbc.query(
            "select account_id, number, name from tier_account_version",
            (row, n) -> new Promise(row.getString(1), row.getInt(2), row.getString(3)));
    assertThat(kept).as("every promise is kept").containsAll(promises);
  }
}
