package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.invariant.Invariant;
import io.tierhub.invariant.Invariants;
import io.tierhub.support.Api;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What ops is told of what must always hold. */
class InvariantsIT extends TierTest {

  @Autowired private Invariants invariants;
  @Autowired private TransactionTemplate transaction;
  private String order;
  private String asset;
  private String setup;
  private String configuration;

  @BeforeEach
  void anOrderWaitsForTwoTiers() {
    order = orderOf(customer);
    asset = distributor.api().get("/requests/" + order).expect(200).at("asset.id");
    Api.Answer first = tierRequestOf(reseller, 1);
    setup = first.at("id");
    configuration = first.at("configuration.id");
    distributor.api().put("/tier/accounts/" + reseller, "{\"name\": \"Second\"}").expect(200);
  }

  @Test
  void opsIsToldOfEachRuleWhetherItHolds() {
    Api.Answer all = world.ops().api().get("/ops/invariants").expect(200);
    assertThat(all.json().path("invariants").size()).isGreaterThan(15);
    for (JsonNode one : all.json().path("invariants")) {
      assertThat(one.path("rule").asString()).isNotBlank();
      assertThat(one.path("holds").asBoolean()).isEqualTo(one.path("broken_by").isEmpty());
    }
    assertThat(all.text()).doesNotContain(order, asset, setup, configuration, reseller, customer);
    distributor.api().get("/ops/invariants").expect(403);
    vendor.api().get("/ops/invariants").expect(403);
  }

  /** Each is undone before anybody else sees it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a parent is a living reseller   | update tier_account set environment = 'test' where id = '{top}'                              | {reseller}
          hangs below its parent          | update tier_position set path = concat('TA/', path) where account_id = '{customer}'          | {customer}
          versions are dense              | delete from tier_account_version where account_id = '{reseller}' and number = 1           | {reseller}
          is its last version             | update tier_account set name = 'By hand' where id = '{customer}'                          | {customer}
          ends when the next one begins   | update tier_account_version set valid_to = valid_from where account_id = '{reseller}' and number = 1 | {reseller}
          an account request is of        | update tier_account_request set number = 1 where account_id = '{reseller}'                | {request}
          a tally counts                  | insert into tier_position_tally (top_id, rows) values ('{top}', 1)                        | tier_position ({top})
          an order is parked              | delete from blocker where waiter_id = '{order}'                                           | {order}
          a tier request is parked        | delete from blocker where waiter_id = '{setup}'                                           | {setup}
          nothing waits for what          | update tier_configuration set status = 'active' where id = '{configuration}'              | {order}
          only tier 1 waits               | update tier_configuration_request set parent_configuration_id = null where id = '{setup}' | {setup}
          knows its open request          | update tier_configuration set open_request_id = null where id = '{configuration}'         | {configuration}
          a setup was approved            | update tier_configuration set status = 'active' where id = '{configuration}'              | {configuration}
          is past its tier 2              | update tier_configuration_request set status = 'pending' where id = '{setup}'             | {setup}
          has ended its asset             | update fulfillment_request set status = 'failed' where id = '{order}'                     | {asset}
          an asset is a draft             | update asset set status = 'draft' where id = '{asset}'                                    | {asset}
          every version is told of        | delete from outbox where subject = '{reseller}'; delete from feed where subject = '{reseller}' | {reseller}
          every account request is told   | delete from outbox where subject = '{request}'; delete from feed where subject = '{request}' | {request}
          """)
  void whatBreaksARuleIsFound(String rule, String byHand, String culprit) {
    String request =
        jdbc.queryForObject(
            "select id from tier_account_request where account_id = ?", String.class, reseller);
    List<Invariant> all =
        Objects.requireNonNull(
            transaction.execute(status -> {
              jdbc.execute(named(byHand, request));
              status.setRollbackOnly();
              return invariants.look();
            }));
    assertThat(all)
        .filteredOn(one -> one.rule().contains(rule))
        .singleElement()
        .satisfies(
            one -> assertThat(one.brokenBy()).as(one.rule()).contains(named(culprit, request)));
  }

  private String named(String text, String request) {
    return text.replace("{top}", top)
        .replace("{reseller}", reseller)
        .replace("{customer}", customer)
        .replace("{request}", request)
        .replace("{order}", order)
        .replace("{asset}", asset)
        .replace("{setup}", setup)
        .replace("{configuration}", configuration);
  }
}
