package io.tierhub.web.queue;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.queue.Backlog;
import io.tierhub.web.wire.WireTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits, at one moment. */
@Schema(name = "Backlog")
record BacklogView(
    @Schema(example = "2026-11-29T10:00:00+00:00") String at,
    @Schema(description = "What waits the longest first") List<Queue> queues,
    AtRisk atRisk,
    Health health) {

  /** What waits together. */
  @Schema(name = "WaitingTogether")
  record Queue(
      @Schema(allowableValues = {"fulfillment", "tier_setup", "tier_update", "account_request"})
          String kind,
      @Schema(example = "pending") String status,
      @Schema(
              description = "Who has to do something; `tiers`: what must be set up first",
              allowableValues = {"vendor", "reseller", "customer", "tiers"})
          String waitsFor,
      QueueView.Named vendor,
      QueueView.Named product,
      @Schema(example = "12") long requests,
      @Schema(description = "How many of them a worker has claimed", example = "3") long claimed,
      @Schema(description = "Since when the first one waits", example = "2026-11-28T22:00:00+00:00")
          String oldest,
      @Schema(description = "For how long, in seconds", example = "43200") long oldestSeconds) {

    static Queue of(Backlog.Line line, Instant now) {
      Backlog.Kind kind = line.kind();
      return new Queue(
          kind.kind(),
          kind.status(),
          kind.waitsFor(),
          named(kind.vendor()),
          named(kind.product()),
          line.requests(),
          line.claimed(),
          WireTimes.format(line.oldest()),
          seconds(line.oldest(), now));
    }
  }

  /** What to look at first. */
  @Schema(name = "RequestsAtRisk")
  record AtRisk(
      @Schema(description = "What waits for its vendor the longest, 10 at most")
          List<Waiting> waiting,
      @Schema(description = "What waits the longest for somebody who is asked, 10 at most")
          List<Waiting> inquired) {}

  @Schema(name = "RequestAtRisk")
  record Waiting(
      @Schema(example = "PR-1895-0864-1238-001") String id,
      @Schema(allowableValues = {"fulfillment", "tier_setup", "tier_update", "account_request"})
          String kind,
      QueueView.Named vendor,
      QueueView.Named product,
      @Schema(description = "Whether a worker has claimed it", example = "false") boolean claimed,
      @Schema(example = "2026-11-28T22:00:00+00:00") String since,
      @Schema(description = "For how long, in seconds", example = "43200") long waitingSeconds) {

    static List<Waiting> of(List<Backlog.AtRisk> some, Instant now) {
      return some.stream()
          .map(one ->
              new Waiting(
                  one.id(),
                  one.kind().kind(),
                  named(one.kind().vendor()),
                  named(one.kind().product()),
                  one.claimed(),
                  WireTimes.format(one.since()),
                  seconds(one.since(), now)))
          .toList();
    }
  }

  /** Whether what is sent arrives. */
  @Schema(name = "DeliveryHealth")
  record Health(
      @Schema(description = "Of the last three days") List<Mails> mails,
      @Schema(description = "Of those whose endpoints are behind or do not answer")
          List<Webhooks> webhooks) {}

  @Schema(name = "WebhookHealth")
  record Webhooks(
      @Schema(example = "WH-833-608-476") String id,
      @Schema(description = "Deliveries that the endpoint has not taken yet", example = "12")
          long waiting,
      @Schema(
              description =
                  "Calls that failed since the last one that did not; from five on it is"
                      + " tried with pauses",
              example = "5")
          long failuresInRow,
      @Schema(description = "Of the first delivery", example = "2026-11-28T22:00:00+00:00")
          @Nullable String oldest) {}

  @Schema(name = "MailHealth")
  record Mails(
      @Schema(
              description =
                  "As a mail has it; `retried`: waiting, after the mail server did not take it",
              allowableValues = {"waiting", "retried", "sent", "failed", "kept", "dropped"})
          String status,
      @Schema(example = "7") long mails,
      @Schema(description = "Of the first one", example = "2026-11-28T22:00:00+00:00")
          String oldest) {}

  static BacklogView of(Backlog backlog) {
    Instant now = backlog.at();
    return new BacklogView(
        WireTimes.format(now),
        backlog.lines().stream().map(line -> Queue.of(line, now)).toList(),
        new AtRisk(Waiting.of(backlog.waiting(), now), Waiting.of(backlog.inquired(), now)),
        new Health(
            backlog.mails().stream()
                .map(
                    line -> new Mails(line.status(), line.mails(), WireTimes.format(line.oldest())))
                .toList(),
            backlog.webhooks().stream().map(BacklogView::webhook).toList()));
  }

  private static Webhooks webhook(Backlog.WebhookLine line) {
    Instant oldest = line.oldest();
    return new Webhooks(
        line.id(),
        line.waiting(),
        line.failuresInRow(),
        oldest == null ? null : WireTimes.format(oldest));
  }

  private static QueueView.Named named(Backlog.Named named) {
    return new QueueView.Named(named.id(), named.name());
  }

  private static long seconds(Instant since, Instant now) {
    return Math.max(0, Duration.between(since, now).toSeconds());
  }
}
