package io.tierhub.conversation;

import static io.tierhub.conversation.MessageType.MESSAGE;
import static io.tierhub.conversation.MessageType.PRIVATE;
import static io.tierhub.conversation.MessageType.STATE_CHANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tierhub.conversation.Conversation.Action;
import io.tierhub.fulfillment.AnOrder;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {

  private static final Instant NOON = AnOrder.NOON;
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final Actor VENDOR = AnOrder.VENDOR;
  private static final Actor DISTRIBUTOR = AnOrder.DISTRIBUTOR;
  private static final Wording QUESTION = new Wording(MESSAGE, "Which domain?");
  private static final Wording OTHER_WORDS = new Wording(MESSAGE, "Which domain, please?");

  /** A dash is a refusal. */
  private static final String MATRIX =
      """
      .       POST  EDIT  DELETE  CLOSE
      OPEN    OPEN  OPEN  OPEN    CLOSED
      CLOSED  -     -     -       -
      """;

  private final Conversation conversation =
      Conversation.open(
          new ConversationId("CO-000-000-001"),
          "PR-1895-0864-1238-001",
          "Fulfillment Request <PR-1895-0864-1238-001>",
          AnOrder.asset().sale(),
          new Stamp(NOON, DISTRIBUTOR.user()));

  @Test
  void theLifecycleIsExactlyThisTable() {
    StringBuilder table = new StringBuilder(". POST EDIT DELETE CLOSE\n");
    for (ConversationStatus from : ConversationStatus.values()) {
      table.append(from);
      for (Action action : Action.values()) {
        table
            .append(' ')
            .append(Conversation.LIFECYCLE.peek(from, action).map(Enum::name).orElse("-"));
      }
      table.append('\n');
    }
    assertThat(table.toString()).isEqualToIgnoringWhitespace(MATRIX);
  }

  @Test
  void bothSidesSaySomething() {
    Message question = post(VENDOR, QUESTION);
    Message answer = post(DISTRIBUTOR, new Wording(MESSAGE, "example.com"));
    Message.Snapshot kept = question.snapshot();
    assertThat(kept.conversation()).isEqualTo(conversation.id());
    assertThat(kept.account()).isEqualTo(VENDOR.account());
    assertThat(kept.wording()).isEqualTo(QUESTION);
    assertThat(kept.created()).isEqualTo(new Stamp(LATER, VENDOR.user()));
    assertThat(kept.updated()).isEqualTo(kept.created());
    assertThat(answer.snapshot().account()).isEqualTo(DISTRIBUTOR.account());
    assertThat(conversation.snapshot().updated().at())
        .as("a conversation is not changed by what is said in it")
        .isEqualTo(NOON);
  }

  @Test
  void opsReadsOnly() {
    Message question = post(VENDOR, QUESTION);
    Actor ops = AnOrder.OPS;
    for (Refused refused :
        List.of(
            refusal(() -> post(ops, QUESTION)),
            refusal(() -> conversation.edit(question, ops, OTHER_WORDS, LATER)),
            refusal(() -> conversation.delete(question, ops, LATER)),
            refusal(() -> conversation.close(ops, LATER)))) {
      assertThat(refused.why()).isEqualTo(Refusal.FORBIDDEN);
      assertThat(refused.getMessage()).startsWith("Only vendor or distributor may ");
    }
    assertThat(conversation.status()).isEqualTo(ConversationStatus.OPEN);
    assertThat(question.wording()).isEqualTo(QUESTION);
  }

  @Test
  void whoPostedAMessageEditsIt() {
    Message question = post(VENDOR, QUESTION);
    Instant now = LATER.plusSeconds(1);
    assertThat(conversation.edit(question, VENDOR, OTHER_WORDS, now)).isTrue();
    assertThat(question.wording()).isEqualTo(OTHER_WORDS);
    assertThat(question.snapshot().created().at()).isEqualTo(LATER);
    assertThat(question.snapshot().updated()).isEqualTo(new Stamp(now, VENDOR.user()));
    assertThat(conversation.edit(question, VENDOR, OTHER_WORDS, now.plusSeconds(1)))
        .as("the same words change nothing")
        .isFalse();
    assertThat(question.snapshot().updated().at()).isEqualTo(now);
  }

  @Test
  void nobodyElseEditsOrDeletesIt() {
    Message question = post(VENDOR, QUESTION);
    for (Refused refused :
        List.of(
            refusal(() -> conversation.edit(question, DISTRIBUTOR, OTHER_WORDS, LATER)),
            refusal(() -> conversation.delete(question, DISTRIBUTOR, LATER)))) {
      assertThat(refused.why()).isEqualTo(Refusal.FORBIDDEN);
      assertThat(refused.getMessage()).contains("VA-111-111");
    }
    assertThat(question.wording()).isEqualTo(QUESTION);
    conversation.delete(question, VENDOR, LATER);
  }

  @Test
  void aPrivateMessageIsForItsOwnAccountOnly() {
    Message note = post(VENDOR, new Wording(PRIVATE, "Ask Nora."));
    assertThat(note.isVisibleTo(VENDOR)).isTrue();
    assertThat(note.isVisibleTo(DISTRIBUTOR)).isFalse();
    assertThat(note.isVisibleTo(AnOrder.OPS)).isFalse();
    conversation.edit(note, VENDOR, new Wording(MESSAGE, "Ask Nora."), LATER);
    assertThat(note.isVisibleTo(DISTRIBUTOR)).isTrue();
    conversation.edit(note, VENDOR, new Wording(PRIVATE, "Ask Nora."), LATER);
    assertThat(note.isVisibleTo(DISTRIBUTOR)).isFalse();
  }

  @Test
  void aStateChangeStaysAsItWasWritten() {
    Message noted = note("Request PR-1895-0864-1238-001 created. State set to Pending.");
    Message posted = post(VENDOR, new Wording(STATE_CHANGE, "Changing to resolved."));
    assertThat(noted.snapshot().wording().type()).isEqualTo(STATE_CHANGE);
    for (Refused refused :
        List.of(
            refusal(() -> conversation.edit(noted, DISTRIBUTOR, QUESTION, LATER)),
            refusal(() -> conversation.delete(noted, DISTRIBUTOR, LATER)),
            refusal(() -> conversation.edit(posted, VENDOR, QUESTION, LATER)),
            refusal(() -> conversation.delete(posted, VENDOR, LATER)))) {
      assertThat(refused.why()).isEqualTo(Refusal.MESSAGE_FIXED);
    }
  }

  @Test
  void nothingBecomesAStateChangeAfterwards() {
    Message question = post(VENDOR, QUESTION);
    Wording forged = new Wording(STATE_CHANGE, "Request approved.");
    Refused refused = refusal(() -> conversation.edit(question, VENDOR, forged, LATER));
    assertThat(refused.why()).isEqualTo(Refusal.INVALID);
    assertThat(refused.violations().getFirst().pointer()).isEqualTo("/type");
    assertThat(question.wording()).isEqualTo(QUESTION);
  }

  @Test
  void eitherSideClosesIt() {
    conversation.close(VENDOR, LATER);
    assertThat(conversation.status()).isEqualTo(ConversationStatus.CLOSED);
    assertThat(conversation.snapshot().updated()).isEqualTo(new Stamp(LATER, VENDOR.user()));
  }

  @ParameterizedTest
  @EnumSource(Action.class)
  void inAClosedOneNothingIsSaidOrTakenBack(Action action) {
    Message question = post(VENDOR, QUESTION);
    conversation.close(DISTRIBUTOR, LATER);
    Refused refused =
        refusal(() -> {
          switch (action) {
            case POST -> post(VENDOR, QUESTION);
            case EDIT -> conversation.edit(question, VENDOR, OTHER_WORDS, LATER);
            case DELETE -> conversation.delete(question, VENDOR, LATER);
            case CLOSE -> conversation.close(VENDOR, LATER);
          }
        });
    assertThat(refused.why()).isEqualTo(Refusal.CONVERSATION_STATE);
    assertThat(refused.allowed()).isEmpty();
    assertThat(question.wording()).isEqualTo(QUESTION);
  }

  @Test
  void inAClosedOneStepsAreStillNoted() {
    conversation.close(DISTRIBUTOR, LATER);
    Message noted = note("Request PR-1895-0864-1238-001 changed from Pending to Approved by bot.");
    assertThat(noted.isVisibleTo(VENDOR)).isTrue();
    assertThat(noted.snapshot().account()).isEqualTo(DISTRIBUTOR.account());
  }

  @ParameterizedTest
  @ValueSource(strings = {"CO-750-033-356", "CO-716-846-575-885-101-001"})
  void itGoesByItsOwnId(String id) {
    assertThat(new ConversationKey(id).isItsOwn()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PR-1895-0864-1238-001", "TCR-195-110-021-001", "TAR-6458-9737-0065-001-1"})
  void itGoesByTheIdOfItsRequest(String id) {
    assertThat(new ConversationKey(id).isItsOwn()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "CO",
        "CO-",
        "co-750-033-356",
        "CO-750--356",
        "CO-750-033-356 ",
        "PR-1\u0000",
        "1-2",
        "CO-0123456789-0123456789-0123456789-0123456789"
      })
  void whatIsNoIdIsNoKey(String text) {
    assertThatThrownBy(() -> new ConversationKey(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Message post(Actor actor, Wording wording) {
    return conversation.post(new MessageId("ME-000-000-001"), actor, wording, LATER);
  }

  private Message note(String step) {
    return conversation.note(
        new MessageId("ME-000-000-002"),
        DISTRIBUTOR.account(),
        step,
        new Stamp(LATER, DISTRIBUTOR.user()));
  }

  private static Refused refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(Refused.class, call);
  }
}
