package io.tierhub.web.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.tierhub.kernel.Prefixed;
import io.tierhub.web.wire.Chars;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the schemas off the records of the wire: names in snake case, members that are not {@code
 * Nullable} required, ids as texts, lengths from {@link Chars}.
 */
@SuppressWarnings("rawtypes") // Swagger's own API is raw.
class WireModelResolver extends ModelResolver {

  WireModelResolver() {
    super(wireNames());
    openapi31(true);
  }

  /** A copy, for the mapper itself also writes the description, whose names are not the wire's. */
  private static ObjectMapper wireNames() {
    return Json31.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
  }

  @Override
  public @Nullable Schema resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
    Class<?> raw = _mapper.constructType(type.getType()).getRawClass();
    if (Prefixed.class.isAssignableFrom(raw)) {
      Schema<?> id = new JsonSchema();
      id.addType("string"); // A set of its own: springdoc takes types out of it.
      id.setExample(ExampleIds.of(raw));
      return id;
    }
    return super.resolve(type, context, next);
  }

  @Override
  protected boolean applyBeanValidatorAnnotations(
      BeanPropertyDefinition member,
      Schema property,
      Annotation[] annotations,
      @Nullable Schema parent,
      boolean mayBeRequired) {
    boolean changed =
        super.applyBeanValidatorAnnotations(member, property, annotations, parent, mayBeRequired);
    RecordComponent component = component(member);
    if (parent == null || component == null) {
      return changed;
    }
    Chars chars = component.getAnnotation(Chars.class);
    if (chars != null) {
      property.setMaxLength(chars.max());
    }
    if (component.isAnnotationPresent(OrNull.class)) {
      allowNull(property);
    }
    if (component.isAnnotationPresent(OrEmpty.class)) {
      allowEmpty(property);
    }
    if (component.isAnnotationPresent(Seldom.class)) {
      property.addExtension(ExampleWriter.SELDOM, true);
    }
    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    if (mayBeRequired && (!optional || (chars != null && chars.required()))) {
      addRequiredItem(parent, property.getName());
      changed = true;
    }
    return changed;
  }

  private static void allowNull(Schema<?> property) {
    if (property.get$ref() != null) {
      Schema<?> none = new JsonSchema();
      none.addType("null");
      orElse(property, none);
      return;
    }
    Set<String> types = new LinkedHashSet<>(property.getTypes());
    types.add("null");
    property.setTypes(types);
  }

  private static void allowEmpty(Schema<?> property) {
    Schema<?> none = new JsonSchema();
    none.addType("object");
    none.setMaxProperties(0);
    orElse(property, none);
  }

  /** A reference becomes a choice of what it refers to and of something else. */
  private static void orElse(Schema<?> property, Schema<?> otherwise) {
    Schema<?> target = new JsonSchema().$ref(property.get$ref());
    property.set$ref(null);
    property.addAnyOfItem(target);
    property.addAnyOfItem(otherwise);
  }

  private static @Nullable RecordComponent component(BeanPropertyDefinition member) {
    if (member.getField() == null || !member.getField().getDeclaringClass().isRecord()) {
      return null;
    }
    return Arrays.stream(member.getField().getDeclaringClass().getRecordComponents())
        .filter(component -> component.getName().equals(member.getField().getName()))
        .findFirst()
        .orElse(null);
  }
}
