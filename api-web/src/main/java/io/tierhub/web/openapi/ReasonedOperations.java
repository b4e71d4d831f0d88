package io.tierhub.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.tierhub.web.wire.Reason;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every write may say why it is made. */
@Component
@Order(2)
class ReasonedOperations implements GlobalOpenApiCustomizer {

  private static final String NAME = "Reason";
  private static final String PARAMETER = "#/components/parameters/" + NAME;

  @Override
  public void customise(OpenAPI api) {
    api.getComponents().addParameters(NAME, parameter());
    api.getPaths().values().stream()
        .flatMap(path -> Stream.of(path.getPost(), path.getPut(), path.getDelete()))
        .filter(Objects::nonNull)
        .forEach(operation -> operation.addParametersItem(new Parameter().$ref(PARAMETER)));
  }

  private static Parameter parameter() {
    return new Parameter()
        .in("header")
        .name(Reason.HEADER)
        .required(false)
        .description("Why you do this, for the audit")
        .schema(new Schema<>().types(Set.of("string")).minLength(1).maxLength(Reason.LONGEST));
  }
}
