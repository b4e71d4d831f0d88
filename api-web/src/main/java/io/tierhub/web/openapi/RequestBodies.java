package io.tierhub.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Says what bodies must have. A PUT takes only what is to change, though it is read as the same
 * form as a POST: {@code XPatch} is {@code XWrite} with nothing required, all the way down. A body
 * must be there if anything in it must.
 */
@Component
@Order(2)
@SuppressWarnings("rawtypes") // Swagger's own API is raw.
class RequestBodies implements GlobalOpenApiCustomizer {

  private static final String PATCH = "Patch";
  private static final String WRITE = "Write";

  @Override
  public void customise(OpenAPI api) {
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    api.getPaths()
        .values()
        .forEach(path -> {
          if (path.getPut() != null) {
            relax(path.getPut().getRequestBody(), schemas);
          }
          if (path.getPost() != null) {
            require(path.getPost().getRequestBody(), schemas);
          }
        });
  }

  private static void require(@Nullable RequestBody body, Map<String, Schema> schemas) {
    if (body == null) {
      return;
    }
    boolean needed =
        body.getContent().values().stream()
            .map(MediaType::getSchema)
            .anyMatch(schema -> needsSomething(schema, schemas));
    body.setRequired(needed);
  }

  private static boolean needsSomething(@Nullable Schema<?> schema, Map<String, Schema> schemas) {
    if (schema == null) {
      return false;
    }
    String name = Refs.name(schema);
    Schema<?> target = name == null ? schema : schemas.get(name);
    return target != null && (target.getOneOf() != null || target.getRequired() != null);
  }

  private static void relax(@Nullable RequestBody put, Map<String, Schema> schemas) {
    if (put == null) {
      return;
    }
    put.setRequired(true);
    for (MediaType type : put.getContent().values()) {
      String name = type.getSchema() == null ? null : Refs.name(type.getSchema());
      if (name != null && name.endsWith(WRITE)) {
        type.setSchema(Refs.to(patch(name, schemas)));
      }
    }
  }

  /** The name of the schema without requirements: its own if it has none. */
  private static String patch(String name, Map<String, Schema> schemas) {
    @Nullable Schema<?> base = schemas.get(name);
    String patchName = name.replaceFirst(WRITE + "$", "") + PATCH;
    if (base == null || base.getProperties() == null) {
      return name;
    }
    if (schemas.containsKey(patchName)) {
      return patchName;
    }
    Map<String, Schema> members = new LinkedHashMap<>();
    boolean differs = base.getRequired() != null;
    for (Map.Entry<String, Schema> member : base.getProperties().entrySet()) {
      String below = Refs.name(member.getValue());
      String belowPatch = below == null ? null : patch(below, schemas);
      boolean same = below == null || below.equals(belowPatch);
      differs |= !same;
      members.put(
          member.getKey(),
          same
              ? member.getValue()
              : Refs.to(belowPatch).description(member.getValue().getDescription()));
    }
    if (!differs) {
      return name;
    }
    Schema<Object> patch = new Schema<>();
    patch.types(base.getTypes()).description(base.getDescription());
    patch.setProperties(members);
    schemas.put(patchName, patch);
    return patchName;
  }
}
