package io.tierhub.web.wire;

import io.tierhub.query.Document;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Adds the member {@code warnings} to an answer: ours, beside those of Connect (design §3). */
@Component
class Warnings {

  private static final byte[] MEMBER = ",\"warnings\":".getBytes(StandardCharsets.UTF_8);

  private final JsonMapper json;

  Warnings(JsonMapper json) {
    this.json = json;
  }

  Document on(Document document, List<String> warnings) {
    if (warnings.isEmpty()) {
      return document;
    }
    byte[] object = document.json();
    ByteArrayOutputStream out = new ByteArrayOutputStream(object.length + 512);
    out.write(object, 0, object.length - 1);
    out.writeBytes(MEMBER);
    out.writeBytes(json.writeValueAsBytes(warnings));
    out.write('}');
    return new Document(out.toByteArray());
  }
}
