package io.tierhub.queue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits for whom at one moment.
 *
 * @param waiting the requests that wait for their vendor the longest, the longest first
 * @param inquired those that wait the longest for somebody who is asked
 * @param mails what became of the mails of the last days, by their status
 * @param webhooks those whose endpoints are behind or do not answer
 * @param events what the feed is not told yet; null for whom that is no business
 */
public record Backlog(
    Instant at,
    List<Line> lines,
    List<AtRisk> waiting,
    List<AtRisk> inquired,
    List<MailLine> mails,
    List<WebhookLine> webhooks,
    @Nullable Events events) {

  public Backlog {
    lines = List.copyOf(lines);
    waiting = List.copyOf(waiting);
    inquired = List.copyOf(inquired);
    mails = List.copyOf(mails);
    webhooks = List.copyOf(webhooks);
  }

  /** Something with a name. */
  public record Named(String id, String name) {}

  /** What requests have in common that wait together. */
  public record Kind(String environment, String kind, String status, Named vendor, Named product) {

    /** Who has to do something. */
    public String waitsFor() {
      return switch (status) {
        case "inquiring" -> kind.equals("fulfillment") ? "customer" : "reseller";
        case "tiers_setup" -> "tiers";
        default -> "vendor";
      };
    }
  }

  /**
   * @param claimed how many of them a worker holds
   * @param oldest since when the first of them waits
   */
  public record Line(Kind kind, long requests, long claimed, Instant oldest) {}

  /**
   * @param since when it began to wait
   */
  public record AtRisk(Kind kind, String id, boolean claimed, Instant since) {}

  /**
   * @param status as a mail has it; {@code retried} of those that wait and were refused before
   * @param oldest when the first of them was written
   */
  public record MailLine(String environment, String status, long mails, Instant oldest) {}

  /**
   * @param waiting deliveries that the endpoint has not taken yet
   * @param failuresInRow calls of it that failed since the last one that did not
   * @param oldest since when the first of them waits; null if there is none
   */
  public record WebhookLine(
      String environment, String id, long waiting, long failuresInRow, @Nullable Instant oldest) {}

  /**
   * @param oldest when the first of them happened; null if there is none
   */
  public record Events(long waiting, @Nullable Instant oldest) {}
}
