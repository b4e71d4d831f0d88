package io.tierhub.workflow;

import io.tierhub.catalog.ProductId;
import io.tierhub.conversation.Conversation;
import io.tierhub.conversation.ConversationId;
import io.tierhub.conversation.Conversations;
import io.tierhub.conversation.Message;
import io.tierhub.conversation.MessageId;
import io.tierhub.fulfillment.Sale;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.DomainEvent;
import io.tierhub.kernel.IdKind;
import io.tierhub.kernel.Ids;
import io.tierhub.kernel.Outbox;
import io.tierhub.kernel.Stamp;
import io.tierhub.mail.Mail;
import io.tierhub.mail.MailId;
import io.tierhub.mail.Mails;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells of the steps of requests: programs by an event in the feed, people by a message in the
 * request's conversation, and whoever is asked for something by a mail. All come from the same
 * event, so that they cannot say different things, and a new kind of request needs nothing but its
 * topic here.
 */
@Component
class Chronicle {

  /** What requests are called in the topics of their conversations, by the kind in the event. */
  private static final Map<String, String> TOPICS =
      Map.of(
          "fulfillment_request", "Fulfillment Request",
          "tier_config_request", "Tier Config Request",
          "tier_account_request", "Tier Account Request");

  private final Conversations conversations;
  private final Ids ids;
  private final Outbox outbox;
  private final Mails mails;

  Chronicle(Conversations conversations, Ids ids, Outbox outbox, Mails mails) {
    this.conversations = conversations;
    this.ids = ids;
    this.outbox = outbox;
    this.mails = mails;
  }

  void tell(Actor actor, DomainEvent event) {
    tell(actor, event, null);
  }

  /**
   * Appends the event, mails the {@code inquiry} that it has raised, and if it has led a request
   * {@code to} a state, notes so in its conversation, which is opened if there is none yet.
   *
   * @param reason in the words of whoever took the step: people read it, the feed does not
   */
  void tell(Actor actor, DomainEvent event, @Nullable String reason) {
    outbox.append(event);
    if (event.data().get("inquiry") instanceof Integer inquiry) {
      MailId id = new MailId(event.subject(), inquiry);
      mails.add(Mail.of(id, event.environment(), event.trace(), event.at()));
    }
    String topic = TOPICS.get(event.type().substring(0, event.type().indexOf('.')));
    Object to = event.data().get("to");
    // Of a draft only its owner knows: the vendor is not told, and there is nobody to talk to.
    if (topic == null || to == null || event.vendor() == null) {
      return;
    }
    Object from = event.data().get("from");
    if (from == null) {
      String step = "Request %s created. State set to %s.".formatted(event.subject(), inWords(to));
      note(open(event, topic), actor, step, event);
      return;
    }
    String step =
        "Request %s changed from %s to %s by %s.%s"
            .formatted(
                event.subject(),
                inWords(from),
                inWords(to),
                event.by() == null ? "the system" : event.by().name(),
                reason == null ? "" : " Reason: " + reason);
    // Requests that are older than conversations get theirs with their next step.
    Conversation conversation =
        conversations.lockAbout(event.subject()).orElseGet(() -> open(event, topic));
    note(conversation, actor, step, event);
  }

  private void note(Conversation conversation, Actor actor, String step, DomainEvent event) {
    MessageId id = new MessageId(ids.next(IdKind.MESSAGE));
    Message message = conversation.note(id, actor.account(), step, stamp(event));
    conversations.add(message);
    DomainEvent posted = ConversationEvents.posted(conversation, message, actor);
    outbox.append(event.by() == null ? posted.bySystem() : posted);
  }

  private Conversation open(DomainEvent event, String topic) {
    Conversation conversation =
        Conversation.open(
            new ConversationId(ids.next(IdKind.CONVERSATION)),
            event.subject(),
            "%s <%s>".formatted(topic, event.subject()),
            new Sale(
                new ProductId(Objects.requireNonNull(event.product())),
                Objects.requireNonNull(event.vendor()),
                event.owner(),
                event.environment()),
            stamp(event));
    conversations.add(conversation);
    return conversation;
  }

  private static Stamp stamp(DomainEvent event) {
    return new Stamp(event.at(), event.by());
  }

  /** {@code tiers_setup} as people write it, {@code Tiers Setup}. */
  private static String inWords(Object state) {
    return Arrays.stream(state.toString().split("_"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining(" "));
  }
}
