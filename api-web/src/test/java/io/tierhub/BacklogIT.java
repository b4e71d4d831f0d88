package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.kernel.Environment;
import io.tierhub.support.Api;
import io.tierhub.support.Statements;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** What waits for whom, at a glance. */
@Isolated("it hears the statements of everybody")
class BacklogIT extends TierTest {

  private static final String QUEUES = "/ops/queues";

  private static JsonNode queue(Api.Answer answer, String kind, String status) {
    List<JsonNode> found =
        answer
            .json()
            .path("queues")
            .valueStream()
            .filter(one -> one.path("kind").asString().equals(kind))
            .filter(one -> one.path("status").asString().equals(status))
            .toList();
    assertThat(found).as("%s %s in %s", kind, status, answer.text()).hasSize(1);
    return found.getFirst();
  }

  private static List<String> ids(Api.Answer answer, String list) {
    return answer
        .json()
        .path("at_risk")
        .path(list)
        .valueStream()
        .map(one -> one.path("id").asString())
        .toList();
  }

  @Test
  void eachSideSeesWhatWaitsForWhomAndWhatWaitsTheLongest() {
    String plain = world.soldProduct(vendor, true, distributor, hub);
    String first = World.order(distributor, plain, customer);
    String second = World.order(distributor, plain, customer);
    String parked = orderOf(customer);
    String asked = tierRequestOf(top, 2).at("id");
    String waits = tierRequestOf(reseller, 1).at("id");
    distributor.api().put("/tier/accounts/" + customer, "{\"name\": \"Second\"}").expect(200);
    jdbc.update(
        "update fulfillment_request set created_at = created_at - interval '1 hour' where id = ?",
        second);
    vendor.api().post("/requests/claim?limit=1", "{}").expect(200);

    for (Company who : List.of(vendor, distributor)) {
      Api.Answer all = who.api().get(QUEUES).expect(200);
      assertThat(all.json().path("queues")).as(all.text()).hasSize(5);
      JsonNode orders = queue(all, "fulfillment", "pending");
      assertThat(orders.path("requests").asInt()).isEqualTo(2);
      assertThat(orders.path("claimed").asInt()).isEqualTo(1);
      assertThat(orders.path("waits_for").asString()).isEqualTo("vendor");
      assertThat(orders.path("vendor").path("id").asString()).isEqualTo(vendor.id());
      assertThat(orders.path("product").path("id").asString()).isEqualTo(plain);
      assertThat(orders.path("oldest_seconds").asInt()).isBetween(3600, 3900);
      assertThat(queue(all, "fulfillment", "tiers_setup").path("waits_for").asString())
          .isEqualTo("tiers");
      assertThat(queue(all, "tier_setup", "inquiring").path("waits_for").asString())
          .isEqualTo("reseller");
      assertThat(queue(all, "tier_setup", "tiers_setup").path("requests").asInt()).isEqualTo(1);
      assertThat(queue(all, "account_request", "pending").path("requests").asInt()).isEqualTo(1);
      assertThat(ids(all, "waiting")).startsWith(second, first).doesNotContain(parked, waits);
      assertThat(all.json().path("at_risk").path("waiting").get(0).path("claimed").asBoolean())
          .isTrue();
      assertThat(ids(all, "inquired")).containsExactly(asked);
    }
  }

  @Test
  void mailsAreSeenByWhoeverSeesWhatTheyAreAbout() {
    orderOf(customer);
    for (Company who : List.of(vendor, distributor)) {
      await()
          .untilAsserted(() -> {
            JsonNode mails = who.api().get(QUEUES).expect(200).json().path("health").path("mails");
            assertThat(mails).hasSize(1);
            assertThat(mails.get(0).path("mails").asInt()).isEqualTo(1);
            assertThat(mails.get(0).path("status").asString()).isEqualTo("kept");
          });
    }
  }

  @Test
  void nobodySeesOthersAndOpsSeesAllOfItsEnvironment() {
    orderOf(customer);
    for (Company stranger :
        List.of(
            world.vendor(),
            world.distributor(),
            world.in(Environment.TEST, vendor),
            world.in(Environment.TEST, distributor))) {
      Api.Answer none = stranger.api().get(QUEUES).expect(200);
      assertThat(none.json().path("queues")).isEmpty();
      assertThat(ids(none, "waiting")).isEmpty();
      assertThat(ids(none, "inquired")).isEmpty();
      assertThat(none.json().path("health").path("mails")).isEmpty();
    }
    assertThat(world.ops().api().get(QUEUES).expect(200).text()).contains(product);
    assertThat(world.in(Environment.TEST, world.ops()).api().get(QUEUES).expect(200).text())
        .doesNotContain(product);
  }

  @Test
  void draftsAndWhatIsOverWaitForNobody() {
    String plain = world.soldProduct(vendor, false, distributor, hub);
    String order = World.order(distributor, plain, customer);
    vendor.api().post("/requests/" + order + "/approve").expect(200);
    vendor
        .api()
        .put("/products/" + plain, "{\"capabilities\": {\"cart\": {\"validation\": true}}}")
        .expect(200);
    Api.Answer draft =
        distributor
            .api()
            .post(
                "/requests",
                World.purchaseBody(plain, customer).replaceFirst("\\{", "{\"status\": \"draft\", "))
            .expect(201);
    assertThat(draft.at("status")).isEqualTo("draft");
    assertThat(distributor.api().get(QUEUES).expect(200).json().path("queues")).isEmpty();
  }

  @Test
  void itIsOneStatement() {
    orderOf(customer);
    for (Company who : List.of(vendor, distributor, world.ops())) {
      who.api().get("/me").expect(200);
      try (Statements statements = new Statements()) {
        who.api().get(QUEUES).expect(200);
        assertThat(statements.beginning("with open")).hasSize(1);
        assertThat(
                statements.beginning("select").stream()
                    .filter(one -> one.text().contains("fulfillment_request")))
            .isEmpty();
      }
    }
  }

  @Test
  void aWebhookThatIsBehindIsSeenByItsOwner() {
    String hook = failingWebhook(distributor);
    for (Company who : List.of(distributor, world.ops())) {
      JsonNode hooks = who.api().get(QUEUES).expect(200).json().path("health").path("webhooks");
      JsonNode its =
          hooks
              .valueStream()
              .filter(one -> one.path("id").asString().equals(hook))
              .findFirst()
              .orElseThrow();
      assertThat(its.path("failures_in_row").asInt()).isEqualTo(5);
      assertThat(its.path("waiting").asInt()).isZero();
    }
    for (Company who : List.of(vendor, world.distributor())) {
      JsonNode health = who.api().get(QUEUES).expect(200).json().path("health");
      assertThat(health.path("webhooks")).isEmpty();
    }
  }
}
