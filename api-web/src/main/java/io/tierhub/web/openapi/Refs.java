package io.tierhub.web.openapi;

import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** References between schemas. */
final class Refs {

  private static final String PREFIX = "#/components/schemas/";

  private Refs() {}

  static Schema<?> to(@Nullable String name) {
    return new Schema<>().$ref(PREFIX + name);
  }

  /** What the schema refers to, if it is a reference. */
  static @Nullable String name(Schema<?> schema) {
    String ref = schema.get$ref();
    return ref == null || !ref.startsWith(PREFIX) ? null : ref.substring(PREFIX.length());
  }
}
