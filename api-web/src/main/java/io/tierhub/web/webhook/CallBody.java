package io.tierhub.web.webhook;

import io.tierhub.kernel.Environment;
import io.tierhub.query.Document;
import io.tierhub.web.wire.PublicAddress;
import io.tierhub.web.wire.Secretless;
import io.tierhub.web.wire.WireTimes;
import io.tierhub.webhook.Delivery;
import io.tierhub.webhook.Endpoints;
import io.tierhub.webhook.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** Writes what is sent to webhooks: Connect's members (wire-format §9.2), and ours beside them. */
@Component
class CallBody {

  private final PublicAddress address;
  private final Duration timeout;
  private final Secretless secretless;

  /** As plain as can be: members that are null are written, as Connect does. */
  private final JsonMapper json = new JsonMapper();

  CallBody(PublicAddress address, WebhookProperties properties) {
    this.address = address;
    this.timeout = properties.timeout();
    this.secretless = new Secretless(json);
  }

  String of(Endpoints.Call call) {
    Webhook.Snapshot webhook = call.webhook();
    Webhook.Profile profile = webhook.profile();
    Delivery.Snapshot delivery = call.delivery();
    Delivery.Event event = delivery.event();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("webhook_id", webhook.id().value());
    body.put("webhook_name", profile.label());
    body.put("object_class", (event == null ? profile.objectClass() : event.objectClass()).wire());
    body.put("account_id", webhook.owner().value());
    body.put("product_id", productOf(profile, event));
    body.put("api_url", address.api());
    body.put("triggered_at", WireTimes.format(call.at()));
    body.put("last_success_at", moment(call.lastSuccess()));
    body.put("last_failure_at", moment(call.lastFailure()));
    body.put("processing_timeout", timeout.toSeconds());
    body.put("data", new RawValue(profile.data()));
    body.put("delivery_id", delivery.id().value());
    body.put("kind", delivery.kind().wire());
    if (event != null) {
      body.put("event", of(event, webhook.environment()));
    }
    if (call.object() != null) {
      body.put("object", new RawValue(text(call.object())));
    }
    return json.writeValueAsString(body);
  }

  private static @Nullable String productOf(
      Webhook.Profile profile, Delivery.@Nullable Event event) {
    if (profile.product() != null) {
      return profile.product().value();
    }
    return event == null ? null : event.product();
  }

  private static Map<String, Object> of(Delivery.Event event, Environment environment) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", event.id());
    members.put("type", event.type());
    members.put("subject", event.subject());
    members.put("time", WireTimes.format(event.at()));
    members.put("position", event.position());
    members.put("environment", environment.wire());
    members.put("traceid", event.trace());
    return members;
  }

  /** What is called may write everything down, and so do we: without the values of passwords. */
  private String text(Document object) {
    return new String(secretless.of(object.json(), List.of()), StandardCharsets.UTF_8);
  }

  private static @Nullable String moment(@Nullable Instant at) {
    return at == null ? null : WireTimes.format(at);
  }
}
