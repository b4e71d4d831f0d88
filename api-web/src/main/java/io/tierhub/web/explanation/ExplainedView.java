package io.tierhub.web.explanation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.explanation.Explained;
import io.tierhub.mail.Mail;
import io.tierhub.mail.Recipient;
import io.tierhub.web.openapi.Seldom;
import io.tierhub.web.wire.WireTimes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a request stands and why. */
@Schema(name = "Explanation")
record ExplainedView(
    @Schema(example = "PR-1895-0864-1238-001") String id,
    @Schema(allowableValues = {"fulfillment", "tier_config"}) String kind,
    @Schema(example = "purchase") String type,
    @Schema(example = "tiers_setup") String status,
    @Schema(
            description = "In words",
            example = "It waits until tier 1 of Ferrer SL (TA-6458-9737-0065) is set up.")
        String sentence,
    @Schema(
            description = "Who has to do something",
            allowableValues = {"vendor", "distributor", "reseller", "customer", "nobody"})
        String turn,
    @Schema(description = "In this status", example = "2026-11-25T10:00:00+00:00") String since,
    @Schema(description = "What keeps it from being approved") List<MissingView> missing,
    @Schema(description = "By which somebody was asked, the last one first") List<MailView> mails,
    @Schema(description = "While somebody is asked: what happens if nobody answers")
        List<DeadlineView> deadlines,
    @Schema(description = "What must be set up first, tier 2 before tier 1")
        List<AwaitedView> waitsFor) {

  static ExplainedView of(Explained explained) {
    return new ExplainedView(
        explained.id(),
        explained.kind(),
        explained.type(),
        explained.status(),
        explained.sentence(),
        explained.turn().wire(),
        WireTimes.format(explained.since()),
        explained.missing().stream().map(MissingView::of).toList(),
        explained.mails().stream().map(MailView::of).toList(),
        explained.deadlines().stream().map(DeadlineView::of).toList(),
        explained.waitsFor().stream().map(AwaitedView::of).toList());
  }

  @Schema(name = "InquiryDeadline")
  record DeadlineView(
      @Schema(
              description =
                  "`remind`: whoever was asked is sent another mail; `escalate`: the distributor is"
                      + " sent one; `fail`: the request fails",
              allowableValues = {"remind", "escalate", "fail"})
          String step,
      @Schema(example = "2026-12-02T10:00:00+00:00") String at,
      @Schema(description = "Whether it has happened", example = "false") boolean taken) {

    static DeadlineView of(Explained.Deadline deadline) {
      return new DeadlineView(
          deadline.step().wire(), WireTimes.format(deadline.at()), deadline.taken());
    }
  }

  @Schema(name = "InquiryMail")
  record MailView(
      @Schema(description = "Which time of asking", example = "1") int inquiry,
      @Schema(
              description =
                  "`reminder`: to whoever was asked and has not answered; `escalation`: the same to"
                      + " the distributor",
              allowableValues = {"inquiry", "reminder", "escalation"})
          String occasion,
      @Schema(
              description =
                  "`kept`: this server has no mail server, ops can read it at `/mailbox`; `dropped`:"
                      + " it was answered before it was sent",
              allowableValues = {"waiting", "sent", "failed", "kept", "dropped"})
          String status,
      @Schema(description = "Left out until it was tried", example = "ada@example.com")
          @Nullable String to,
      @Schema(description = "How often it was handed to the mail server", example = "1") int tries,
      @Schema(
              description = "Why the mail server did not take it, the last time",
              example = "Connection refused")
          @Nullable String error,
      @Schema(example = "2026-11-25T10:00:00+00:00") String updated) {

    static MailView of(Mail.Snapshot mail) {
      Recipient to = mail.recipient();
      return new MailView(
          mail.id().number(),
          mail.id().occasion().wire(),
          mail.status().wire(),
          to == null ? null : to.address(),
          mail.tries(),
          mail.error(),
          WireTimes.format(mail.updated()));
    }
  }

  @Schema(name = "MissingParameter")
  record MissingView(
      @Schema(example = "partner_id") String id,
      @Schema(example = "Partner id") String title,
      @Schema(allowableValues = {"ordering", "fulfillment"}) String phase,
      @Schema(
              description = "Whether a form asks for it: what is hidden nobody is asked for",
              example = "true")
          boolean asked,
      @Schema(description = "What the vendor finds wrong; left out if the value is missing")
          @Nullable String error) {

    static MissingView of(Explained.Missing missing) {
      return new MissingView(
          missing.name(), missing.title(), missing.phase(), missing.asked(), missing.error());
    }
  }

  @Schema(name = "AwaitedConfiguration")
  record AwaitedView(
      @Schema(example = "TC-195-110-021") String configuration,
      @Schema(example = "1") int tierLevel,
      @Schema(example = "TA-6458-9737-0065") String account,
      @Schema(description = "Since when it is waited for", example = "2026-11-25T10:00:00+00:00")
          String since,
      @Seldom @Schema(description = "What sets it up, explained likewise")
          @Nullable ExplainedView request) {

    static AwaitedView of(Explained.Awaited awaited) {
      return new AwaitedView(
          awaited.configuration().value(),
          awaited.level().number(),
          awaited.account().value(),
          WireTimes.format(awaited.since()),
          ExplainedView.of(awaited.request()));
    }
  }
}
