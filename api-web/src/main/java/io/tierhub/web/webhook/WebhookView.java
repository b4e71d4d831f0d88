package io.tierhub.web.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.web.openapi.Seldom;
import io.tierhub.web.partner.EventsView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A webhook without its secrets, and how its calls go. */
@Schema(name = "Webhook")
record WebhookView(
    @Schema(example = "WH-833-608-476") String id,
    @Schema(
            allowableValues = {
              "event",
              "draft_tcr_t1_val",
              "draft_tcr_t2_val",
              "tcr_setup_t1_inq_val",
              "tcr_setup_t2_inq_val",
              "tcr_update_t1_validator",
              "tcr_update_t2_validator",
              "tcr_update_t1_inq_val",
              "tcr_update_t2_inq_val"
            })
        String type,
    @Schema(
            allowableValues = {
              "fulfillment_request",
              "tier_config_request",
              "tier_account_request"
            })
        String objectClass,
    @Schema(example = "Orders to our robot") String label,
    @Schema(example = "true") boolean active,
    @Schema(example = "https://vendor.example/hooks") String externalUrl,
    @Schema(example = "Wakes the robot") String description,
    @Schema(allowableValues = "POST") String httpMethod,
    EventsView.@Nullable NamedView product,
    Map<String, Object> data,
    @Schema(description = "Shown to its owner only") Map<String, String> headers,
    @Schema(example = "https://tierhub.example/public/v1") String apiUrl,
    @Schema(example = "2026-11-22T10:00:00+00:00") String createdAt,
    EventsView.@Nullable NamedView createdBy,
    @Schema(example = "2026-11-22T10:00:00+00:00") String modifiedAt,
    EventsView.@Nullable NamedView modifiedBy,
    EventsView.NamedView account,
    @Seldom @Schema(description = "While its endpoint is left alone after failures: until when")
        @Nullable String earliestPossibleTrigger,
    Stats stats,
    @Seldom @Schema(description = "When something happened that it was to be told of")
        @Nullable String lastEvent,
    @Seldom @Nullable Success lastSuccess,
    @Seldom @Nullable Failure lastFailure) {

  @Schema(name = "WebhookStats")
  record Stats(
      @Schema(description = "Its deliveries", example = "12") long events,
      @Schema(description = "Its calls", example = "14") long triggers,
      @Schema(example = "12") long successTriggers,
      @Schema(example = "2") long failureTriggers,
      @Schema(example = "0") long failureSinceLastSuccess) {}

  @Schema(name = "WebhookSuccess")
  record Success(
      @Schema(example = "2026-11-22T10:00:00+00:00") String time,
      @Schema(description = "Always empty; the deliveries have what was answered")
          Map<String, Object> response,
      @Schema(description = "In milliseconds", example = "120") long duration,
      @Schema(allowableValues = "success") String status,
      @Schema(example = "200") int statusCode) {}

  @Schema(name = "WebhookFailure")
  record Failure(
      @Schema(example = "2026-11-22T10:00:00+00:00") String time,
      @Schema(description = "Always empty; the deliveries have what was answered")
          Map<String, Object> response,
      @Schema(description = "In milliseconds", example = "120") long duration,
      @Schema(allowableValues = "failure") String status,
      @Schema(description = "If there was an answer", example = "500") @Nullable Integer statusCode,
      @Schema(example = "answered 500") String errors) {}

  /** A webhook in the one answer that shows its secrets. */
  @Schema(name = "IssuedWebhook", allOf = WebhookView.class)
  record Issued(
      @Schema(
              description =
                  "With it the tokens of its calls are signed, by HS256. Shown this once: left out if the"
                      + " same call is repeated with its `Idempotency-Key`",
              example = "5b1f9f3c2a7e4d60b8a1c4e7f2d390aa5b1f9f3c2a7e4d60b8a1c4e7f2d390aa")
          @Nullable String jwtSecret,
      @Schema(
              description =
                  "With it `webhook-signature` is made, as Standard Webhooks says. Shown this once",
              example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=")
          @Nullable String signingSecret) {}
}
