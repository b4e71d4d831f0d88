package io.tierhub.web.wire;

import io.tierhub.kernel.Prefixed;
import io.tierhub.kernel.Refused;
import io.tierhub.query.Document;
import io.tierhub.query.Page;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers of the wire: the read models' bytes, with the headers that belong to them. */
public final class Answers {

  private Answers() {}

  /** A bare array with {@code Content-Range} (wire-format §1.3). */
  static ResponseEntity.BodyBuilder page(Page page) {
    return json(HttpStatus.OK).header(HttpHeaders.CONTENT_RANGE, page.contentRange());
  }

  /** A list that is never so long that it has pages. */
  public static ResponseEntity<byte[]> whole(byte[] json, int rows) {
    return page(new Page(json, rows, 0, rows, null)).body(json);
  }

  /**
   * @throws Refused as not found if there is none
   */
  public static ResponseEntity<byte[]> one(Optional<Document> document, Prefixed id) {
    return ok(document.orElseThrow(() -> Refused.notFound(id)));
  }

  /** With what a caller sends as {@code If-None-Match} to be spared what it has already. */
  public static ResponseEntity<byte[]> ok(Document document) {
    return json(HttpStatus.OK).eTag(EntityTag.of(document.json())).body(document.json());
  }

  public static ResponseEntity<byte[]> created(Document document) {
    return json(HttpStatus.CREATED).body(document.json());
  }

  public static ResponseEntity<byte[]> noContent() {
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity.BodyBuilder json(HttpStatus status) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
  }
}
