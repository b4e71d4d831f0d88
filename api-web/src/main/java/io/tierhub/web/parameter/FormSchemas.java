package io.tierhub.web.parameter;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Faults;
import io.tierhub.kernel.Refusal;
import io.tierhub.parameter.FormSchema;
import io.tierhub.parameter.ParameterPhase;
import io.tierhub.parameter.ParameterScope;
import io.tierhub.query.Document;
import io.tierhub.workflow.ReadForms;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes forms of parameters as JSON Schemas. */
@Component
class FormSchemas {

  private final JsonMapper json = new JsonMapper();
  private final ReadForms forms;

  FormSchemas(ReadForms forms) {
    this.forms = forms;
  }

  /**
   * @param phase null for all
   */
  Document of(Actor actor, ProductId product, String scope, @Nullable String phase) {
    Faults faults = new Faults();
    Optional<ParameterScope> ofScope = ParameterScope.ofWire(scope);
    if (ofScope.isEmpty()) {
      unknown("scope", scope, ParameterScope.words(), faults);
    }
    List<ParameterPhase> phases =
        phase == null
            ? Arrays.asList(ParameterPhase.values())
            : ParameterPhase.ofWire(phase).stream().toList();
    if (phase != null && phases.isEmpty()) {
      unknown("phase", phase, ParameterPhase.words(), faults);
    }
    faults.refuseIfAny();
    String id =
        "/public/v1/products/%s/parameters/schema?scope=%s".formatted(product, scope)
            + (phase == null ? "" : "&phase=" + phase);
    return new Document(
        json.writeValueAsBytes(
            FormSchema.of(id, forms.of(actor, product, ofScope.orElseThrow()), phases)));
  }

  private static void unknown(String name, String sent, List<String> words, Faults faults) {
    faults.add(
        Refusal.INVALID,
        "",
        "The parameter %s cannot be read: %s. Use %s."
            .formatted(name, sent, String.join(", ", words)));
  }
}
