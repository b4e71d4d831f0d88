package io.tierhub.web.timeline;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one call has caused. */
@Schema(name = "Timeline")
record TimelineView(
    @Schema(example = "0af7651916cd43dd8448eb211c80319c") String traceId,
    @Schema(description = "In the order in which it happened") List<Entry> entries) {

  @Schema(name = "TimelineEntry")
  record Entry(
      @Schema(example = "2026-11-29T10:00:00+00:00") String at,
      @Schema(allowableValues = {"event", "audit", "mail", "job", "claim"}) String kind,
      @Schema(
              description = "Of an event, an entry of the audit, a mail, a job",
              example = "tier_account.changed")
          @Nullable String type,
      @Schema(description = "Of a claim: its lease", example = "4711") String id,
      TimelineObject object,
      @Nullable By by,
      @Schema(description = "Of an event, once it is in the feed", example = "4711")
          @Nullable Long position,
      @Schema(
              description = "Of a mail, a job (`due`, `running`) or a claim (`held`, `ended`)",
              example = "sent")
          @Nullable String status,
      @Schema(
              description = "Of a mail, how often it was tried; of a job, how often it failed",
              example = "1")
          @Nullable Integer tries,
      @Schema(
              description = "Of a job, when it is due; of a claim, when its lease ends",
              example = "2026-11-29T10:05:00+00:00")
          @Nullable String until,
      @Schema(description = "The call's `X-Reason`", example = "The customer moved")
          @Nullable String reason,
      @Schema(
              description = "Of an event as the feed tells it, of an entry what changed",
              example = "{\"from\": \"pending\", \"to\": \"approved\"}")
          @Nullable Map<String, Object> data) {}

  @Schema(name = "TimelineObject")
  record TimelineObject(@Schema(example = "TA-6458-9737-0065") String id) {}

  @Schema(name = "TimelineBy")
  record By(
      @Schema(example = "SU-771-994-269") String id,
      @Schema(example = "Portal") @Nullable String name) {}
}
