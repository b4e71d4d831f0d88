package io.tierhub.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.conversation.Conversation;
import io.tierhub.conversation.ConversationsInMemory;
import io.tierhub.conversation.Message;
import io.tierhub.conversation.MessageType;
import io.tierhub.fulfillment.AnOrder;
import io.tierhub.fulfillment.FulfillmentRequest;
import io.tierhub.fulfillment.FulfillmentRequestStatus;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of an event: it is told to the feed, and if it is a step, in words. */
class ChronicleTest {

  private static final String REQUEST = "PR-1895-0864-1238-001";

  private final ConversationsInMemory conversations = new ConversationsInMemory();
  private final List<DomainEvent> told = new ArrayList<>();
  private final Chronicle chronicle =
      new Chronicle(conversations, kind -> kind.format(told.size()), told::add, new NoMails());

  @Test
  void aNewRequestOpensAConversation() {
    chronicle.tell(AnOrder.DISTRIBUTOR, created());
    Conversation.Snapshot opened = conversations.all().getFirst().snapshot();
    assertThat(opened.instance()).isEqualTo(REQUEST);
    assertThat(opened.topic()).isEqualTo("Fulfillment Request <" + REQUEST + ">");
    assertThat(opened.sale()).isEqualTo(AnOrder.asset().sale());
    assertThat(opened.created()).isEqualTo(new Stamp(AnOrder.NOON, AnOrder.DISTRIBUTOR.user()));
    Message.Snapshot said = conversations.said().getFirst().snapshot();
    assertThat(said.conversation()).isEqualTo(opened.id());
    assertThat(said.account()).isEqualTo(AnOrder.DISTRIBUTOR.account());
    assertThat(said.wording().type()).isEqualTo(MessageType.STATE_CHANGE);
    assertThat(said.wording().text())
        .isEqualTo("Request " + REQUEST + " created. State set to Pending.");
  }

  @Test
  void eachStepIsNotedInTheSameConversation() {
    chronicle.tell(AnOrder.DISTRIBUTOR, created());
    chronicle.tell(AnOrder.VENDOR, became(FulfillmentRequestStatus.APPROVED));
    assertThat(conversations.all()).hasSize(1);
    assertThat(conversations.texts().getLast())
        .isEqualTo("Request " + REQUEST + " changed from Pending to Approved by bot.");
    assertThat(conversations.said().getLast().snapshot().account())
        .isEqualTo(AnOrder.VENDOR.account());
  }

  @Test
  void aReasonIsToldToPeopleOnly() {
    chronicle.tell(AnOrder.VENDOR, became(FulfillmentRequestStatus.FAILED), "Not eligible.");
    assertThat(conversations.texts())
        .containsExactly(
            "Request " + REQUEST + " changed from Pending to Failed by bot. Reason: Not eligible.");
    assertThat(told).noneSatisfy(event -> assertThat(event.toString()).contains("eligible"));
  }

  @Test
  void aRequestOlderThanConversationsGetsItsOwnWithItsNextStep() {
    chronicle.tell(AnOrder.VENDOR, became(FulfillmentRequestStatus.APPROVED));
    assertThat(conversations.all()).hasSize(1);
    assertThat(conversations.texts()).hasSize(1);
  }

  @Test
  void whatTheSystemDidNobodyPosted() {
    chronicle.tell(AnOrder.DISTRIBUTOR, created());
    chronicle.tell(
        AnOrder.VENDOR,
        OrderEvents.becameBySystem(
            AnOrder.request(), FulfillmentRequestStatus.TIERS_SETUP, AnOrder.VENDOR, AnOrder.NOON));
    Message.Snapshot noted = conversations.said().getLast().snapshot();
    assertThat(noted.wording().text())
        .isEqualTo("Request " + REQUEST + " changed from Tiers Setup to Pending by the system.");
    assertThat(noted.created().by()).isNull();
    assertThat(noted.account())
        .as("the account whose act it came of")
        .isEqualTo(AnOrder.VENDOR.account());
    assertThat(told.getLast().type()).isEqualTo("conversation.message_posted");
    assertThat(told.getLast().by()).isNull();
  }

  @Test
  void ofADraftThatTheVendorDoesNotKnowNothingIsNotedYet() {
    DomainEvent drafted =
        tierConfigRequest("TCR-195-110-021-001", Map.of("to", "draft")).forOwner();
    chronicle.tell(AnOrder.DISTRIBUTOR, drafted);
    assertThat(told).containsExactly(drafted);
    assertThat(conversations.all()).isEmpty();
    chronicle.tell(
        AnOrder.DISTRIBUTOR,
        tierConfigRequest("TCR-195-110-021-001", Map.of("from", "draft", "to", "pending")));
    assertThat(conversations.texts())
        .containsExactly("Request TCR-195-110-021-001 changed from Draft to Pending by bot.");
  }

  @Test
  void theFeedIsToldOfTheStepAndThatItWasNoted() {
    chronicle.tell(AnOrder.DISTRIBUTOR, created());
    assertThat(told)
        .extracting(DomainEvent::type)
        .containsExactly("fulfillment_request.created", "conversation.message_posted");
    DomainEvent posted = told.getLast();
    String conversation = conversations.all().getFirst().id().value();
    assertThat(posted.subject()).isEqualTo(conversation);
    assertThat(posted.owner()).isEqualTo(AnOrder.DISTRIBUTOR.account());
    assertThat(posted.vendor()).isEqualTo(AnOrder.VENDOR.account());
    assertThat(posted.data())
        .containsExactly(
            Map.entry("instance", REQUEST),
            Map.entry("message", conversations.said().getFirst().id().value()),
            Map.entry("type", "state_change"));
  }

  @Test
  void whatIsNoStepIsToldToTheFeedOnly() {
    FulfillmentRequest request = AnOrder.request();
    chronicle.tell(
        AnOrder.VENDOR,
        OrderEvents.changed(request, List.of("note"), AnOrder.VENDOR, AnOrder.NOON));
    chronicle.tell(
        AnOrder.DISTRIBUTOR,
        OrderEvents.created(AnOrder.asset(), AnOrder.DISTRIBUTOR, AnOrder.NOON));
    assertThat(told)
        .extracting(DomainEvent::type)
        .containsExactly("fulfillment_request.changed", "asset.created");
    assertThat(conversations.all()).isEmpty();
  }

  @Test
  void requestsOfOtherKindsAreNotedAlike() {
    chronicle.tell(
        AnOrder.DISTRIBUTOR, tierConfigRequest("TCR-195-110-021-001", Map.of("to", "tiers_setup")));
    chronicle.tell(
        AnOrder.VENDOR,
        tierConfigRequest("TCR-195-110-021-001", Map.of("from", "tiers_setup", "to", "pending")));
    assertThat(conversations.all().getFirst().snapshot().topic())
        .isEqualTo("Tier Config Request <TCR-195-110-021-001>");
    assertThat(conversations.texts())
        .containsExactly(
            "Request TCR-195-110-021-001 created. State set to Tiers Setup.",
            "Request TCR-195-110-021-001 changed from Tiers Setup to Pending by bot.");
  }

  private static DomainEvent created() {
    return OrderEvents.created(AnOrder.request(), AnOrder.DISTRIBUTOR, AnOrder.NOON);
  }

  private static DomainEvent became(FulfillmentRequestStatus status) {
    return OrderEvents.became(
        AnOrder.request(status), FulfillmentRequestStatus.PENDING, AnOrder.VENDOR, AnOrder.NOON);
  }

  private static DomainEvent tierConfigRequest(String id, Map<String, Object> data) {
    Actor actor = AnOrder.DISTRIBUTOR;
    return new DomainEvent(
        "tier_config_request." + data.get("to"),
        id,
        actor.account(),
        AnOrder.VENDOR.account(),
        "PRD-000-000-001",
        actor.environment(),
        AnOrder.NOON,
        actor.user(),
        actor.trace(),
        data);
  }
}
