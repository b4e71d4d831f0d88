package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way of an order through its tiers, as people read it. */
class TierConversationsIT extends TierTest {

  @Test
  void eachRequestOfTheWayHasItsOwnConversation() {
    String order = orderOf(customer);
    String tier2 = tierRequestOf(top, 2).at("id");
    String tier1 = tierRequestOf(reseller, 1).at("id");
    setUp(top, 2);
    setUp(reseller, 1);

    assertThat(texts(distributor, order))
        .containsExactly(
            "Request %s created. State set to Tiers Setup.".formatted(order),
            "Request %s changed from Tiers Setup to Pending by the system.".formatted(order));
    assertThat(texts(vendor, tier2))
        .containsExactly(
            "Request %s created. State set to Inquiring.".formatted(tier2),
            "Request %s changed from Inquiring to Pending by %s."
                .formatted(tier2, user(distributor)),
            "Request %s changed from Pending to Approved by %s.".formatted(tier2, user(vendor)));
    assertThat(texts(world.ops(), tier1))
        .containsExactly(
            "Request %s created. State set to Tiers Setup.".formatted(tier1),
            "Request %s changed from Tiers Setup to Inquiring by the system.".formatted(tier1),
            "Request %s changed from Inquiring to Pending by %s."
                .formatted(tier1, user(distributor)),
            "Request %s changed from Pending to Approved by %s.".formatted(tier1, user(vendor)));
    assertThat(vendor.api().get("/conversations/" + tier2).expect(200).at("topic"))
        .isEqualTo("Tier Config Request <%s>".formatted(tier2));
    assertThat(vendor.api().get("/conversations").expect(200).json()).hasSize(3);
    for (Company stranger : List.of(world.vendor(), world.distributor())) {
      stranger.api().get("/conversations/" + tier2).expect(404);
      stranger.api().post(messages(tier2), "{\"text\": \"Hello?\"}").expect(404);
    }
  }

  @Test
  void whatTheSystemDidNobodyPosted() {
    String order = orderOf(customer);
    String tier2 = tierRequestOf(top, 2).at("id");
    setUp(top, 2);
    setUp(reseller, 1);
    Api.Answer ofOrder = distributor.api().get(messages(order)).expect(200);
    assertThat(ofOrder.at("0.creator.name")).isEqualTo(user(distributor));
    assertThat(ofOrder.json().get(1).has("creator")).isFalse();
    assertThat(ofOrder.at("1.events.created.by")).isNull();
    assertThat(ofOrder.at("1.account.id"))
        .as("the vendor's approval let it go on")
        .isEqualTo(vendor.id());
    assertThat(distributor.api().get("/conversations/" + tier2).expect(200).json().has("creator"))
        .as("the order raised it, and with it the conversation")
        .isFalse();
  }

  @Test
  void everybodyWhoWaitedReadsWhyItFailed() {
    String order = orderOf(customer);
    String second = orderOf(World.customer(distributor, "Second", reseller));
    String tier2 = tierRequestOf(top, 2).at("id");
    String tier1 = tierRequestOf(reseller, 1).at("id");
    vendor
        .api()
        .post("/tier/config-requests/" + tier2 + "/fail", "{\"reason\": \"Not certified.\"}")
        .expect(204);
    assertThat(texts(distributor, tier2).getLast())
        .isEqualTo(
            "Request %s changed from Inquiring to Failed by %s. Reason: Not certified."
                .formatted(tier2, user(vendor)));
    for (String fallen : List.of(tier1, order, second)) {
      assertThat(texts(distributor, fallen).getLast())
          .isEqualTo(
              "Request %s changed from Tiers Setup to Failed by the system. Reason: %s of %s failed: Not certified."
                  .formatted(fallen, tier2, top));
    }
  }

  @Test
  void bothSidesTalkAboutATierRequest() {
    orderOf(customer);
    String tier2 = tierRequestOf(top, 2).at("id");
    vendor.api().post(messages(tier2), "{\"text\": \"Which region?\"}").expect(201);
    distributor.api().post(messages(tier2), "{\"text\": \"emea\"}").expect(201);
    assertThat(texts(distributor, tier2)).endsWith("Which region?", "emea");
  }

  @Test
  void aDraftIsTalkedAboutOnceItIsSubmitted() {
    vendor
        .api()
        .put("/products/" + product, "{\"capabilities\": {\"tiers\": {\"validation\": true}}}")
        .expect(200);
    String draft =
        distributor
            .api()
            .post(
                "/tier/config-requests",
                """
                {"type": "setup", "status": "draft",
                 "configuration": {"product": {"id": "%s"}, "account": {"id": "%s"},
                                   "tier_level": 2},
                 "params": [{"id": "tier2_ordering", "value": "emea"}]}
                """
                    .formatted(product, top))
            .expect(201)
            .at("id");
    for (Company who : List.of(distributor, vendor, world.ops())) {
      who.api().get("/conversations/" + draft).expect(404);
    }
    distributor.api().post("/tier/config-requests/" + draft + "/submit", "{}").expect(200);
    assertThat(texts(vendor, draft))
        .containsExactly(
            "Request %s changed from Draft to Pending by %s.".formatted(draft, user(distributor)));
  }

  @Test
  void olderRequestsGetTheirConversationsWhenTheirTierIsDecided() {
    String order = orderOf(customer);
    String tier2 = tierRequestOf(top, 2).at("id");
    answer(tier2, "tier2");
    // As if all but the tier 2's were made before there were conversations.
    String others = "(select id from conversation where distributor_id = ? and instance_id <> ?)";
    jdbc.update(
        "delete from conversation_message where conversation_id in " + others,
        distributor.id(),
        tier2);
    jdbc.update("delete from conversation where id in " + others, distributor.id(), tier2);
    approve(tier2, "tier2");
    setUp(reseller, 1);
    assertThat(texts(distributor, tierRequestOf(reseller, 1).at("id"))).hasSize(3);
    assertThat(texts(distributor, order)).hasSize(1);
  }

  private static List<String> texts(Company who, String request) {
    return who.api()
        .get(messages(request))
        .expect(200)
        .json()
        .valueStream()
        .map(message -> message.path("text").asString())
        .toList();
  }

  private static String messages(String request) {
    return "/conversations/" + request + "/messages";
  }

  private static String user(Company who) {
    return who.api().get("/me").expect(200).at("token.name");
  }
}
