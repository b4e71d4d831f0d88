package io.tierhub.web.wire;

import io.tierhub.kernel.Prefixed;
import io.tierhub.kernel.Refused;
import io.tierhub.query.Document;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The object that a call changes, as the same caller gets it.
 *
 * @param lock whose row every change of it locks: its own, or that of what it belongs to
 * @param read as a GET answers it; nothing if the caller does not see it
 */
public record Target(Prefixed id, Prefixed lock, Supplier<Optional<Document>> read) {

  public static Target of(Prefixed id, Supplier<Optional<Document>> read) {
    return new Target(id, id, read);
  }

  Document document() {
    return read.get().orElseThrow(() -> Refused.notFound(id));
  }
}
