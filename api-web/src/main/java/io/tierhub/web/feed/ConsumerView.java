package io.tierhub.web.feed;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a consumer is. */
@Schema(name = "FeedConsumer")
record ConsumerView(
    @Schema(example = "billing") String name,
    @Schema(example = "42") long position,
    @Schema(example = "2026-11-22T10:00:00+00:00") String committedAt) {

  /** With how far it is behind. */
  @Schema(name = "FeedConsumerLag")
  record WithLag(
      @Schema(example = "billing") String name,
      @Schema(example = "42") long position,
      @Schema(example = "2026-11-22T10:00:00+00:00") String committedAt,
      @Schema(description = "How far the feed is", example = "57") long latest,
      @Schema(description = "The position of the oldest event that is kept", example = "1")
          long retainedFrom,
      @Schema(
              description = "Events that you see and that it has not read; counted up to 10,000",
              example = "3")
          long behind,
      @Schema(
              description = "When the oldest of them happened",
              example = "2026-11-22T10:00:00+00:00")
          @Nullable String oldestUnread) {}
}
