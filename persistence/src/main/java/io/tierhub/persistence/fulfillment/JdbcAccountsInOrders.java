package io.tierhub.persistence.fulfillment;

import io.tierhub.account.AccountType;
import io.tierhub.account.TierAccountId;
import io.tierhub.fulfillment.AccountInOrder;
import io.tierhub.fulfillment.AccountsInOrders;
import io.tierhub.fulfillment.Sale;
import io.tierhub.fulfillment.Tier;
import io.tierhub.fulfillment.TierChain;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.partner.HubId;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Accounts as orders find and hold them. Row locks are taken in the order of the ids, and at once
 * in the strength that will be needed: a shared lock that two hold can be raised by neither.
 */
@Repository
class JdbcAccountsInOrders implements AccountsInOrders {

  /** Enough to say that there are several, and which. */
  private static final int MOST_ALIKE = 10;

  private static final String SELECT =
      "select id, type, hub_id, parent_id from tier_account where decommissioned_at is null and ";

  private final JdbcTemplate jdbc;
  private final EntityManager entities;

  JdbcAccountsInOrders(JdbcTemplate jdbc, EntityManager entities) {
    this.jdbc = jdbc;
    this.entities = entities;
  }

  @Override
  public Optional<AccountInOrder> find(PartnerId owner, Environment environment, TierAccountId id) {
    return jdbc
        .query(
            SELECT + "id = ? and owner_id = ? and environment = ?",
            (row, n) -> account(row),
            id.value(),
            owner.value(),
            environment.wire())
        .stream()
        .findFirst();
  }

  @Override
  public Optional<AccountInOrder> byExternalUid(
      PartnerId owner, Environment environment, String externalUid) {
    return jdbc
        .query(
            SELECT + "owner_id = ? and environment = ? and external_uid = ?",
            (row, n) -> account(row),
            owner.value(),
            environment.wire(),
            externalUid)
        .stream()
        .findFirst();
  }

  @Override
  public List<AccountInOrder> byExternalId(
      PartnerId owner, Environment environment, String externalId) {
    return jdbc.query(
        SELECT + "owner_id = ? and environment = ? and external_id = ? order by id limit ?",
        (row, n) -> account(row),
        owner.value(),
        environment.wire(),
        externalId,
        MOST_ALIKE);
  }

  @Override
  public List<AccountInOrder> hold(SortedMap<TierAccountId, Set<Tier>> roles) {
    // Bits are only ever added: what is seen unlocked may be too few, never too many.
    Map<String, Integer> noted = noted(roles.keySet());
    boolean nothingToNote =
        roles.entrySet().stream().noneMatch(role -> lacks(noted, role.getKey(), role.getValue()));
    if (nothingToNote) {
      return holdShared(roles.keySet());
    }
    List<AccountInOrder> held = new ArrayList<>();
    roles.forEach((id, tiers) ->
        held.addAll(
            jdbc.query(
                SELECT + "id = ?" + (lacks(noted, id, tiers) ? " for no key update" : " for share"),
                (row, n) -> account(row),
                id.value())));
    return held;
  }

  @Override
  public List<AccountInOrder> holdShared(Collection<TierAccountId> ids) {
    return jdbc.query(
        SELECT + "id = any(?) order by id for share",
        (row, n) -> account(row),
        (Object) texts(ids));
  }

  private Map<String, Integer> noted(Collection<TierAccountId> ids) {
    Map<String, Integer> noted = new HashMap<>();
    jdbc.query(
        "select id, scopes from tier_account where id = any(?)",
        row -> {
          noted.put(row.getString(1), row.getInt(2));
        },
        (Object) texts(ids));
    return noted;
  }

  private static boolean lacks(Map<String, Integer> noted, TierAccountId id, Set<Tier> tiers) {
    return (bits(tiers) & ~noted.getOrDefault(id.value(), 0)) != 0;
  }

  @Override
  public void bind(TierChain chain, Sale sale) {
    entities.flush(); // A second order of the same asset stops here.
    chain.roles().forEach((id, tiers) -> note(id, tiers, sale));
  }

  private void note(TierAccountId id, Set<Tier> tiers, Sale sale) {
    int bits = bits(tiers);
    // No new version and no new revision: scopes are no part of what the account says of itself.
    jdbc.update(
        "update tier_account set scopes = scopes | ? where id = ? and scopes & ? <> ?",
        bits,
        id.value(),
        bits,
        bits);
    jdbc.update(
        "insert into account_use (account_id, product_id, vendor_id, environment) values (?, ?, ?,"
            + " ?) on conflict do nothing",
        id.value(),
        sale.product().value(),
        sale.vendor().value(),
        sale.environment().wire());
  }

  /** As {@code tier_account.scopes} keeps them: 1 customer, 2 tier 1, 4 tier 2. */
  private static int bits(Set<Tier> tiers) {
    return tiers.stream().mapToInt(tier -> 1 << tier.ordinal()).sum();
  }

  private static String[] texts(Collection<TierAccountId> ids) {
    return ids.stream().map(TierAccountId::value).toArray(String[]::new);
  }

  private static AccountInOrder account(ResultSet row) throws SQLException {
    String hub = row.getString("hub_id");
    String parent = row.getString("parent_id");
    return new AccountInOrder(
        new TierAccountId(row.getString("id")),
        AccountType.ofWire(row.getString("type")).orElseThrow(),
        hub == null ? null : new HubId(hub),
        parent == null ? null : new TierAccountId(parent));
  }
}
