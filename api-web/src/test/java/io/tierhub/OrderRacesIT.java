package io.tierhub;

import static io.tierhub.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold when orders, answers and changes of accounts meet. */
class OrderRacesIT extends HttpTest {

  private static final int ROUNDS = 12;

  private World world;
  private Company distributor;
  private Company vendor;
  private String product;

  @BeforeEach
  void aDistributorThatSellsAProductOfAVendor() {
    world = world();
    distributor = world.distributor();
    vendor = world.vendor();
    product = world.product(vendor, true);
    world.connection(product, vendor, distributor, world.hub(distributor));
  }

  private String order(String externalUid, String tiers) {
    return """
    {"type": "purchase", "asset": {"product": {"id": "%s"}, "external_uid": "%s",
       "items": [{"mpn": "MPN-1", "quantity": 5}], "tiers": %s}}
    """
        .formatted(product, externalUid, tiers);
  }

  private static String customer(String id) {
    return "{\"customer\": {\"id\": \"%s\"}}".formatted(id);
  }

  private static List<Callable<Api.Answer>> times(int n, Callable<Api.Answer> task) {
    return IntStream.range(0, n).mapToObj(i -> task).toList();
  }

  @Test
  void ofAHundredEqualOrdersOneIsTakenAndTheOthersLearnWhich() throws Exception {
    String id = World.customer(distributor, "C", World.reseller(distributor, "R", null));
    String body = order("u-1", customer(id));
    List<Api.Answer> answers =
        together(times(100, () -> distributor.api().post("/requests", body)));
    assertOneTaken(answers);
  }

  @Test
  void theSameHoldsIfTheOrdersBringTheirAccounts() throws Exception {
    String inline =
        World.accountBody("customer", "New", null)
            .replaceFirst("\"type\": \"customer\",", "\"external_uid\": \"%s\",");
    String tiers =
        "{\"customer\": %s, \"tier1\": %s, \"tier2\": %s}"
            .formatted(inline.formatted("c"), inline.formatted("t1"), inline.formatted("t2"));
    String body = order("u-1", tiers);
    List<Api.Answer> answers = together(times(20, () -> distributor.api().post("/requests", body)));
    assertOneTaken(answers);
    assertThat(distributor.api().get("/tier/accounts").expect(200).ids()).hasSize(3);
  }

  private void assertOneTaken(List<Api.Answer> answers) {
    List<Api.Answer> taken = answers.stream().filter(a -> a.status() == 201).toList();
    assertThat(answers).extracting(Api.Answer::status).containsOnly(201, 409);
    assertThat(taken).hasSize(1);
    assertThat(answers.stream().filter(a -> a.status() == 409))
        .allSatisfy(
            a -> assertThat(a.at("params.request_id")).isEqualTo(taken.getFirst().at("id")));
    assertThat(distributor.api().get("/assets").expect(200).ids())
        .containsExactly(taken.getFirst().at("asset.id"));
  }

  @Test
  void differentOrdersForTheSameNewChainAllSucceed() throws Exception {
    String id = World.customer(distributor, "C", World.reseller(distributor, "R", null));
    List<Callable<Api.Answer>> orders =
        IntStream.range(0, 20)
            .<Callable<Api.Answer>>mapToObj(
                i -> () -> distributor.api().post("/requests", order("u-" + i, customer(id))))
            .toList();
    assertThat(together(orders)).extracting(Api.Answer::status).containsOnly(201);
  }

  /**
   * An order and a change of an account are in some order: the version has exactly one request if
   * the order came first, and none if it came second.
   */
  @Test
  void anOrderAndAChangeOfItsAccountsKnowOfEachOther() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String reseller = World.reseller(distributor, "R" + round, null);
      String id = World.customer(distributor, "C" + round, reseller);
      String body = order("u-" + round, customer(id));
      together(
          List.of(
              () -> distributor.api().post("/requests", body).expect(201),
              () -> rename(reseller).expect(200),
              () -> rename(id).expect(200)));
      assertOneRequestIfOrderedBefore(reseller);
      assertOneRequestIfOrderedBefore(id);
    }
  }

  /** By the feed's order, which is the order in which the two held the account. */
  private void assertOneRequestIfOrderedBefore(String account) {
    List<String> events =
        jdbc.queryForList(
            "select type from (select id, type, subject, data from outbox union all select"
                + " event_id, type, subject, data from feed) e where (type = 'tier_account.changed'"
                + " and subject = ?) or (type = 'asset.created' and subject in (select id from asset"
                + " where ? in (customer_id, tier1_id))) or (type = 'tier_account_request.created'"
                + " and data::jsonb ->> 'account' = ?) order by id",
            String.class,
            account,
            account,
            account);
    assertThat(events)
        .isIn(
            List.of("tier_account.changed", "asset.created"),
            List.of("asset.created", "tier_account.changed", "tier_account_request.created"));
  }

  @Test
  void theEndOfAnAssetAndAChangeOfItsAccountsKnowOfEachOther() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String reseller = World.reseller(distributor, "R" + round, null);
      String id = World.customer(distributor, "C" + round, reseller);
      String request =
          distributor
              .api()
              .post("/requests", order("u-" + round, customer(id)))
              .expect(201)
              .at("id");
      together(
          List.of(
              () ->
                  vendor
                      .api()
                      .post("/requests/" + request + "/fail", "{\"reason\": \"No.\"}")
                      .expect(200),
              () -> rename(reseller).expect(200)));
      List<String> events =
          jdbc.queryForList(
              "select type from (select id, type, subject, data from outbox union all select"
                  + " event_id, type, subject, data from feed) e where (type ="
                  + " 'tier_account.changed' and subject = ?) or (type = 'asset.terminated' and"
                  + " subject in (select id from asset where tier1_id = ?)) or (type ="
                  + " 'tier_account_request.created' and data::jsonb ->> 'account' = ?) order by id",
              String.class,
              reseller,
              reseller,
              reseller);
      assertThat(events)
          .isIn(
              List.of("asset.terminated", "tier_account.changed"),
              List.of("tier_account.changed", "tier_account_request.created", "asset.terminated"));
    }
  }

  @Test
  void anOrderAndADecommissioningExcludeEachOther() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String id = World.customer(distributor, "C", World.reseller(distributor, "R", null));
      String body = order("u-" + round, customer(id));
      List<Api.Answer> answers =
          together(
              List.of(
                  () -> distributor.api().post("/requests", body),
                  () -> distributor.api().delete("/tier/accounts/" + id)));
      assertThat(answers).extracting(Api.Answer::status).isIn(List.of(201, 400), List.of(400, 204));
    }
  }

  @Test
  void oneOfManyAnswersCounts() throws Exception {
    String id = World.customer(distributor, "C", World.reseller(distributor, "R", null));
    String path =
        "/requests/"
            + distributor.api().post("/requests", order("u-1", customer(id))).expect(201).at("id");
    List<Callable<Api.Answer>> decisions = new ArrayList<>();
    decisions.addAll(times(8, () -> vendor.api().post(path + "/approve")));
    decisions.addAll(times(8, () -> vendor.api().post(path + "/fail", "{\"reason\": \"No.\"}")));
    List<Api.Answer> answers = together(decisions);
    assertThat(answers).extracting(Api.Answer::status).containsOnly(200, 400);
    assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
    Api.Answer now = vendor.api().get(path).expect(200);
    assertThat(now.at("asset.status"))
        .isEqualTo(now.at("status").equals("approved") ? "active" : "terminated");
  }

  private Api.Answer rename(String account) {
    return distributor
        .api()
        .put("/tier/accounts/" + account, "{\"contact_info\": {\"city\": \"Girona\"}}");
  }
}
