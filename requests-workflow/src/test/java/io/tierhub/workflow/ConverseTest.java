package io.tierhub.workflow;

import static io.tierhub.conversation.MessageType.MESSAGE;
import static io.tierhub.conversation.MessageType.PRIVATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tierhub.conversation.Conversation;
import io.tierhub.conversation.ConversationId;
import io.tierhub.conversation.ConversationKey;
import io.tierhub.conversation.ConversationStatus;
import io.tierhub.conversation.ConversationsInMemory;
import io.tierhub.conversation.MessageId;
import io.tierhub.conversation.Wording;
import io.tierhub.fulfillment.AnOrder;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told what of a conversation, and who is not. */
class ConverseTest {

  private static final ConversationKey ITSELF = new ConversationKey("CO-000-000-001");
  private static final ConversationKey REQUEST = new ConversationKey("PR-1895-0864-1238-001");
  private static final Actor VENDOR = AnOrder.VENDOR;
  private static final Actor DISTRIBUTOR = AnOrder.DISTRIBUTOR;
  private static final Wording ALOUD = new Wording(MESSAGE, "Which domain?");
  private static final Wording QUIETLY = new Wording(PRIVATE, "Ask Nora.");

  private final ConversationsInMemory conversations = new ConversationsInMemory();
  private final List<DomainEvent> told = new ArrayList<>();
  private final Converse converse =
      new Converse(
          conversations,
          kind -> kind.format(told.size()),
          told::add,
          Clock.fixed(AnOrder.NOON, ZoneOffset.UTC));

  @BeforeEach
  void aConversation() {
    conversations.add(
        Conversation.open(
            new ConversationId(ITSELF.value()),
            REQUEST.value(),
            "Order",
            AnOrder.asset().sale(),
            new Stamp(AnOrder.NOON, DISTRIBUTOR.user())));
  }

  @Test
  void bothSidesAreToldThatSomethingWasSaidButNotWhat() {
    MessageId id = converse.post(VENDOR, REQUEST, ALOUD);
    DomainEvent posted = told.getFirst();
    assertThat(posted.type()).isEqualTo("conversation.message_posted");
    assertThat(posted.subject()).isEqualTo(ITSELF.value());
    assertThat(posted.owner()).isEqualTo(DISTRIBUTOR.account());
    assertThat(posted.vendor()).isEqualTo(VENDOR.account());
    assertThat(posted.by()).isEqualTo(VENDOR.user());
    assertThat(posted.data())
        .containsExactly(
            Map.entry("instance", REQUEST.value()),
            Map.entry("message", id.value()),
            Map.entry("type", "message"));
  }

  @Test
  void ofAPrivateMessageNobodyElseIsTold() {
    for (Actor actor : List.of(VENDOR, DISTRIBUTOR)) {
      told.clear();
      MessageId id = converse.post(actor, ITSELF, QUIETLY);
      converse.edit(actor, ITSELF, id, said -> new Wording(PRIVATE, "Ask Ada."));
      converse.delete(actor, ITSELF, id);
      assertThat(told)
          .hasSize(3)
          .allSatisfy(event -> {
            assertThat(event.owner()).isEqualTo(actor.account());
            assertThat(event.vendor()).isNull();
          });
    }
  }

  @Test
  void whoCouldReadItIsToldWhenItBecomesPrivate() {
    MessageId id = converse.post(DISTRIBUTOR, ITSELF, ALOUD);
    converse.edit(DISTRIBUTOR, ITSELF, id, said -> new Wording(PRIVATE, said.text()));
    assertThat(told.getLast().vendor()).isEqualTo(VENDOR.account());
    converse.edit(DISTRIBUTOR, ITSELF, id, said -> new Wording(MESSAGE, said.text()));
    assertThat(told.getLast().vendor()).isEqualTo(VENDOR.account());
    assertThat(told)
        .extracting(DomainEvent::type)
        .containsExactly(
            "conversation.message_posted",
            "conversation.message_changed",
            "conversation.message_changed");
  }

  @Test
  void whatChangesNothingIsNotTold() {
    MessageId id = converse.post(VENDOR, ITSELF, ALOUD);
    converse.edit(VENDOR, ITSELF, id, said -> said);
    assertThat(told).hasSize(1);
  }

  @Test
  void itIsClosedOnce() {
    converse.close(DISTRIBUTOR, REQUEST);
    assertThat(conversations.all().getFirst().status()).isEqualTo(ConversationStatus.CLOSED);
    assertThat(told.getFirst().type()).isEqualTo("conversation.closed");
    assertThat(told.getFirst().data())
        .containsEntry("from", "open")
        .containsEntry("to", "closed")
        .containsEntry("instance", REQUEST.value());
    assertThat(refusal(() -> converse.close(VENDOR, REQUEST)))
        .isEqualTo(Refusal.CONVERSATION_STATE);
    assertThat(refusal(() -> converse.post(VENDOR, REQUEST, ALOUD)))
        .isEqualTo(Refusal.CONVERSATION_STATE);
    assertThat(told).hasSize(1);
  }

  @Test
  void whatIsNotSeenDoesNotExist() {
    MessageId spoken = converse.post(VENDOR, ITSELF, ALOUD);
    Actor stranger =
        new Actor(new PartnerId("VA-999-999"), Environment.TEST, VENDOR.user(), VENDOR.trace());
    Actor elsewhere =
        new Actor(VENDOR.account(), Environment.PRODUCTION, VENDOR.user(), VENDOR.trace());
    told.clear();
    for (Actor actor : List.of(stranger, elsewhere)) {
      for (ConversationKey key : List.of(ITSELF, REQUEST)) {
        assertThat(refusal(() -> converse.post(actor, key, ALOUD))).isEqualTo(Refusal.NOT_FOUND);
        assertThat(refusal(() -> converse.edit(actor, key, spoken, said -> QUIETLY)))
            .isEqualTo(Refusal.NOT_FOUND);
        assertThat(refusal(() -> converse.delete(actor, key, spoken))).isEqualTo(Refusal.NOT_FOUND);
        assertThat(refusal(() -> converse.close(actor, key))).isEqualTo(Refusal.NOT_FOUND);
      }
    }
    assertThat(told).isEmpty();
    assertThat(conversations.texts()).containsExactly(ALOUD.text());
  }

  @Test
  void anothersPrivateMessageDoesNotExist() {
    MessageId quiet = converse.post(VENDOR, ITSELF, QUIETLY);
    assertThat(refusal(() -> converse.edit(DISTRIBUTOR, ITSELF, quiet, said -> ALOUD)))
        .isEqualTo(Refusal.NOT_FOUND);
    assertThat(refusal(() -> converse.delete(AnOrder.OPS, ITSELF, quiet)))
        .isEqualTo(Refusal.NOT_FOUND);
  }

  private static Refusal refusal(ThrowingCallable call) {
    return catchThrowableOfType(Refused.class, call).why();
  }
}
