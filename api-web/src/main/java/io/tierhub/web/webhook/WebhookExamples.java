package io.tierhub.web.webhook;

/** Bodies that can be sent as they are. */
final class WebhookExamples {

  static final String WEBHOOK =
      """
      {
        "type": "event",
        "object_class": "fulfillment_request",
        "label": "Orders to our robot",
        "description": "Wakes the robot",
        "product_id": "PRD-403-038-754",
        "external_url": "https://vendor.example/hooks",
        "jwt_secret": "JWT-0b8e1f0c-3a57-4f0e-9c46-6f1c5e2d7a10",
        "active": false,
        "http_method": "POST",
        "data": {},
        "headers": {"X-Team": "fulfillment"}
      }
      """;

  static final String CHANGE =
      """
      {"label": "Orders to our second robot", "active": false}
      """;

  static final String REPLAY =
      """
      {"from": "2026-11-22T10:00:00+00:00", "status": "failed"}
      """;

  private WebhookExamples() {}
}
