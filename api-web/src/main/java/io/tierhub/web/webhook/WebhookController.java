package io.tierhub.web.webhook;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refused;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import io.tierhub.web.wire.Answers;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import io.tierhub.web.wire.PublicAddress;
import io.tierhub.web.wire.Target;
import io.tierhub.web.wire.Writes;
import io.tierhub.webhook.DeliveryField;
import io.tierhub.webhook.DeliveryId;
import io.tierhub.webhook.WebhookField;
import io.tierhub.webhook.WebhookId;
import io.tierhub.webhook.WebhookQueries;
import io.tierhub.workflow.ManageWebhooks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class WebhookController implements WebhookApi {

  private static final List<String> SHOWN_ONCE = List.of("jwt_secret", "signing_secret");

  private final WebhookQueries webhooks;
  private final ManageWebhooks manage;
  private final Writes writes;
  private final PublicAddress address;
  private final Clock clock;
  private final JsonMapper json;

  WebhookController(
      WebhookQueries webhooks,
      ManageWebhooks manage,
      Writes writes,
      PublicAddress address,
      Clock clock,
      JsonMapper json) {
    this.webhooks = webhooks;
    this.manage = manage;
    this.writes = writes;
    this.address = address;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public ResponseEntity<byte[]> list(Actor actor, ListQuery query) {
    return query.answer(webhooks.list(actor, query.over(WebhookField.values()), address.api()));
  }

  @Override
  public ResponseEntity<byte[]> create(Actor actor, Body body) {
    return writes.issue(
        HttpStatus.CREATED,
        () -> manage.open(actor, () -> body.as(WebhookForm.class).toDomain()),
        issued -> read(actor, issued),
        SHOWN_ONCE);
  }

  @Override
  public ResponseEntity<byte[]> get(Actor actor, WebhookId id) {
    return Answers.one(webhooks.get(actor, id, address.api()), id);
  }

  @Override
  public ResponseEntity<byte[]> change(Actor actor, WebhookId id, Body body) {
    return writes.changed(
        one(actor, id),
        () ->
            manage.change(
                actor,
                id,
                now -> Body.merged(WebhookForm.of(now), body, WebhookForm.class).toDomain()));
  }

  @Override
  public ResponseEntity<byte[]> delete(Actor actor, WebhookId id) {
    return writes.silent(one(actor, id), () -> manage.delete(actor, id));
  }

  @Override
  public ResponseEntity<byte[]> trigger(Actor actor, WebhookId id) {
    return writes.answer(HttpStatus.OK, () -> manage.trigger(actor, id), made -> read(actor, made));
  }

  @Override
  public ResponseEntity<byte[]> rotate(Actor actor, WebhookId id, Body body) {
    Duration overlap = body.as(RotationForm.class).duration();
    return writes.issue(
        one(actor, id),
        HttpStatus.OK,
        () -> manage.rotate(actor, id, overlap),
        issued -> read(actor, issued),
        SHOWN_ONCE);
  }

  @Override
  public ResponseEntity<byte[]> replay(Actor actor, WebhookId id, Body body) {
    return writes.answer(
        HttpStatus.OK,
        () ->
            manage.replay(
                actor,
                id,
                () -> {
                  ReplayForm form = body.as(ReplayForm.class);
                  return new ManageWebhooks.Span(
                      form.begin(), form.end(clock.instant()), form.only());
                }),
        many -> new Document(json.writeValueAsBytes(new ReplayedView(many))));
  }

  @Override
  public ResponseEntity<byte[]> deliveries(Actor actor, WebhookId id, ListQuery query) {
    Page page = webhooks.deliveries(actor, id, query.over(DeliveryField.values()));
    return query.answer(page, id, () -> webhooks.get(actor, id, address.api()));
  }

  @Override
  public ResponseEntity<byte[]> delivery(Actor actor, WebhookId id, DeliveryId delivery) {
    requireOf(id, delivery);
    return Answers.one(webhooks.delivery(actor, delivery), delivery);
  }

  @Override
  public ResponseEntity<byte[]> replay(Actor actor, WebhookId id, DeliveryId delivery) {
    return writes.made(
        () -> {
          requireOf(id, delivery);
          return manage.replay(actor, delivery);
        },
        made -> read(actor, made));
  }

  private static void requireOf(WebhookId id, DeliveryId delivery) {
    if (!delivery.webhook().equals(id)) {
      throw Refused.notFound(delivery);
    }
  }

  private Target one(Actor actor, WebhookId id) {
    return Target.of(id, () -> webhooks.get(actor, id, address.api()));
  }

  private Document read(Actor actor, ManageWebhooks.Issued issued) {
    return webhooks.issued(actor, issued.id(), issued.shown(), address.api());
  }

  private Document read(Actor actor, DeliveryId id) {
    return webhooks.delivery(actor, id).orElseThrow(() -> Refused.notFound(id));
  }
}
