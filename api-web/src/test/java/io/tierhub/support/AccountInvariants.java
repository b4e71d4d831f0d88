package io.tierhub.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.AccountWriters.Promise;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What must hold of accounts, their requests and the feed, whatever happened to the server (design
 * §5). For a database in which assets were ordered before the accounts were changed.
 */
public final class AccountInvariants {

  private static final Duration SEQUENCER_LIMIT = Duration.ofSeconds(60);

  /** One request per version from the second on and product in use, and no other. */
  private static final String NOT_AS_DUE =
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
      """;

  private static final String NOT_IN_THE_AUDIT =
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
      """;

  private AccountInvariants() {}

  /** Those that also hold where accounts were changed before they were in use, or after. */
  public static void checkOfAnyHistory(JdbcTemplate jdbc) {
    awaitFeed(jdbc);
    KeptInvariants.requireAll(jdbc);
    assertThat(jdbc.queryForList(NOT_IN_THE_AUDIT)).as("every event is an entry").isEmpty();
  }

  private static void awaitFeed(JdbcTemplate jdbc) {
    await()
        .atMost(SEQUENCER_LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> jdbc.queryForObject("select count(*) from outbox", Long.class) == 0);
  }

  /** Waits until the feed is up with the commits, and then looks at everything. */
  public static void check(JdbcTemplate jdbc, Collection<Promise> promises) {
    checkOfAnyHistory(jdbc);
    assertThat(jdbc.queryForList(NOT_AS_DUE)).as("requests as due").isEmpty();
    List<Promise> kept =
        jdbc.query(
            "select account_id, number, name from tier_account_version",
            (row, n) -> new Promise(row.getString(1), row.getInt(2), row.getString(3)));
    assertThat(kept).as("every promise is kept").containsAll(promises);
  }
}
