package io.tierhub.web.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.openapi.Seldom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A delivery. */
@Schema(name = "WebhookDelivery")
record DeliveryView(
    @Schema(description = "The `webhook-id` of its calls", example = "WHD-833-608-476-000001")
        String id,
    Of webhook,
    @Schema(
            description = "`trigger` if somebody only wanted to see whether it works",
            allowableValues = {"event", "replay", "trigger"})
        String kind,
    @Schema(allowableValues = {"waiting", "delivered", "failed"}) String status,
    @Nullable Event event,
    @Seldom @Schema(description = "The delivery that is made again") @Nullable String replayOf,
    @Schema(
            description = "Of the call that caused it",
            example = "4bf92f3577b34da6a3ce929d0e0e4736")
        String traceId,
    @Schema(description = "How often it was called", example = "1") int tries,
    @Schema(example = "2026-11-22T10:00:00+00:00") String createdAt,
    @Seldom
        @Schema(
            description =
                "While it waits: when it is called next, unless another one of"
                    + " the same object is before it, or the endpoint is left alone")
        @Nullable String dueAt,
    @Schema(example = "2026-11-22T10:00:01+00:00") @Nullable String finishedAt,
    @Schema(description = "Of the last answer", example = "200") @Nullable Integer statusCode,
    @Seldom @Schema(description = "Why the last call does not count") @Nullable String error) {

  @Schema(name = "WebhookRef")
  record Of(@Schema(example = "WH-833-608-476") String id) {}

  @Schema(name = "WebhookEvent")
  record Event(
      @Schema(description = "As in the feed", example = "1042") String id,
      @Schema(example = "io.tierhub.fulfillment_request.created") String type,
      @Schema(example = "PR-1895-0864-1238-001") String subject,
      @Schema(example = "2026-11-22T10:00:00+00:00") String time,
      @Schema(example = "1040") long position) {}

  /** With each of its calls. */
  @Schema(name = "WebhookDeliveryDetail", allOf = DeliveryView.class)
  record Detail(List<Attempt> attempts) {}

  @Schema(name = "WebhookAttempt")
  record Attempt(
      @Schema(example = "2026-11-22T10:00:00+00:00") String at,
      @Schema(description = "In milliseconds", example = "120") long duration,
      @Schema(example = "https://vendor.example/hooks") String url,
      @Schema(description = "The body that was sent; gone with whoever it named was erased")
          @Nullable String request,
      @Schema(example = "200") @Nullable Integer statusCode,
      @Schema(description = "The beginning of the body that was answered", example = "ok")
          @Nullable String answer,
      @Seldom @Schema(description = "Why it does not count", example = "answered 500")
          @Nullable String error) {}
}
