package io.tierhub.web.openapi;

import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.annotation.Annotation;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springdoc.core.utils.SpringDocAnnotationsUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes what an operation {@link Takes} and what it {@link Returns}. Swagger's own annotations
 * say the same in five times as many words, which cannot be shortened by meta-annotations: the
 * class stands three annotations deep.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FormsAndViews implements GlobalOperationComponentsCustomizer {

  private static final Annotation[] NONE = {};

  @Override
  public Operation customize(Operation operation, HandlerMethod endpoint) {
    throw new UnsupportedOperationException("Views cannot be described without the components");
  }

  @Override
  public Operation customize(Operation operation, Components components, HandlerMethod endpoint) {
    Takes takes = endpoint.getMethodAnnotation(Takes.class);
    if (takes != null) {
      operation.setRequestBody(new RequestBody().content(json(form(takes, components))));
    }
    Returns returns = endpoint.getMethodAnnotation(Returns.class);
    if (returns != null) {
      ApiResponse answer = new ApiResponse().description(returns.status().getReasonPhrase());
      if (returns.value() != Void.class) {
        answer.content(json(view(returns, components)));
      }
      operation.setResponses(
          new ApiResponses().addApiResponse(Integer.toString(returns.status().value()), answer));
    }
    return operation;
  }

  private static MediaType view(Returns returns, Components components) {
    MediaType view = described(returns.value(), components);
    return returns.or() == Void.class
        ? view
        : view.schema(
            new JsonSchema()
                .anyOf(List.of(view.getSchema(), described(returns.or(), components).getSchema())));
  }

  private static MediaType form(Takes takes, Components components) {
    MediaType form = described(takes.value(), components);
    for (ExampleObject example : takes.examples()) {
      AnnotationsUtils.getExample(example)
          .ifPresent(read -> form.addExamples(example.name(), read));
    }
    return form;
  }

  private static MediaType described(Class<?> type, Components components) {
    return new MediaType()
        .schema(
            SpringDocAnnotationsUtils.extractSchema(components, type, null, NONE, SpecVersion.V31));
  }

  private static Content json(MediaType type) {
    return new Content().addMediaType(SharedAnswers.JSON, type);
  }
}
