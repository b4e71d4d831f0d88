package io.tierhub.web.text;

import io.tierhub.catalog.ProductId;
import io.tierhub.fulfillment.AssetId;
import io.tierhub.fulfillment.FulfillmentRequestId;
import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.template.TemplateId;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.web.wire.Answers;
import io.tierhub.workflow.ShowTexts;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class RenderController implements RenderApi {

  private final ShowTexts texts;
  private final Html html;
  private final JsonMapper json;

  RenderController(ShowTexts texts, Html html, JsonMapper json) {
    this.texts = texts;
    this.html = html;
    this.json = json;
  }

  @Override
  public ResponseEntity<byte[]> configuration(
      Actor actor, TierConfigurationId id, @Nullable String language) {
    return markdown(texts.ofConfiguration(actor, id));
  }

  @Override
  public ResponseEntity<byte[]> tierRequest(
      Actor actor, TierConfigurationRequestId id, @Nullable String language) {
    return markdown(texts.ofTierRequest(actor, id));
  }

  @Override
  public ResponseEntity<byte[]> order(
      Actor actor, FulfillmentRequestId id, @Nullable String language) {
    return markdown(texts.ofOrder(actor, id));
  }

  @Override
  public ResponseEntity<byte[]> asset(Actor actor, AssetId id, @Nullable String language) {
    return markdown(texts.ofAsset(actor, id));
  }

  @Override
  public ResponseEntity<byte[]> template(Actor actor, ProductId product, TemplateId id) {
    return string(texts.ofTemplate(actor, product, id));
  }

  @Override
  public ResponseEntity<byte[]> preview(Actor actor, ProductId product, TemplateId id) {
    return string(html.of(texts.ofTemplate(actor, product, id)));
  }

  private static ResponseEntity<byte[]> markdown(String text) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(RenderApi.MARKDOWN))
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  private ResponseEntity<byte[]> string(String text) {
    return Answers.ok(new Document(json.writeValueAsBytes(text)));
  }
}
