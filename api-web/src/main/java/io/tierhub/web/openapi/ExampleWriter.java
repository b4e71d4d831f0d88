package io.tierhub.web.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the example of a schema from the examples of its members. What may be absent and has no
 * example is left out, and so is what is there {@link Seldom}.
 */
@SuppressWarnings("rawtypes") // Swagger's own API is raw.
final class ExampleWriter {

  static final String SELDOM = "x-seldom";

  private final Map<String, Schema> schemas;

  /** The schemas that are being written, to end where they contain themselves. */
  private final Deque<String> open = new ArrayDeque<>();

  ExampleWriter(Map<String, Schema> schemas) {
    this.schemas = schemas;
  }

  @Nullable Object of(@Nullable Schema<?> schema) {
    if (schema == null || isSeldom(schema)) {
      return null;
    }
    String name = Refs.name(schema);
    if (name != null) {
      return named(name);
    }
    if (schema.getExample() != null) {
      return schema.getExample();
    }
    if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
      return schema.getEnum().getFirst();
    }
    if (schema.getOneOf() != null) {
      return of(schema.getOneOf().getFirst());
    }
    if (schema.getAnyOf() != null) {
      return of(schema.getAnyOf().getFirst());
    }
    if (schema.getItems() != null) {
      Object item = of(schema.getItems());
      return item == null ? List.of() : List.of(item);
    }
    return object(schema);
  }

  private @Nullable Object named(String name) {
    if (open.contains(name)) {
      return null;
    }
    open.push(name);
    try {
      return of(schemas.get(name));
    } finally {
      open.pop();
    }
  }

  private @Nullable Object object(Schema<?> schema) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (schema.getAllOf() != null) {
      for (Schema<?> part : schema.getAllOf()) {
        if (of(part) instanceof Map<?, ?> inherited) {
          inherited.forEach((key, value) -> members.put(String.valueOf(key), value));
        }
      }
    }
    if (schema.getProperties() != null) {
      schema
          .getProperties()
          .forEach((member, type) -> {
            Object value = of(type);
            if (value != null) {
              members.put(member, value);
            }
          });
    }
    if (!members.isEmpty()) {
      return members;
    }
    boolean isMap = schema.getTypes() != null && schema.getTypes().contains("object");
    return isMap ? Map.of() : null;
  }

  static boolean isSeldom(Schema<?> schema) {
    return schema.getExtensions() != null && schema.getExtensions().containsKey(SELDOM);
  }
}
