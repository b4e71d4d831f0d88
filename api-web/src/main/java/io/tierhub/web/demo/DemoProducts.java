package io.tierhub.web.demo;

import io.tierhub.catalog.Capabilities;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.template.TemplateId;
import io.tierhub.web.parameter.ParameterForms;
import io.tierhub.web.template.TemplateForm;
import io.tierhub.web.wire.Body;
import io.tierhub.workflow.ManageParameters;
import io.tierhub.workflow.ManageTemplates;
import io.tierhub.workflow.Onboarding;
import io.tierhub.workflow.PendingChanges;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the products that ask something of resellers: a file has the vendor's calls, in order. */
@Component
class DemoProducts {

  private final Onboarding onboarding;
  private final ManageParameters parameters;
  private final ManageTemplates templates;
  private final DemoFiles files;
  private final PendingChanges pending;

  DemoProducts(
      Onboarding onboarding,
      ManageParameters parameters,
      ManageTemplates templates,
      DemoFiles files,
      PendingChanges pending) {
    this.onboarding = onboarding;
    this.parameters = parameters;
    this.templates = templates;
    this.files = files;
    this.pending = pending;
  }

  /**
   * @param file its parameters and templates, in the resources of the demo
   */
  DemoProduct make(Actor vendor, String name, Capabilities capabilities, String file) {
    ProductId product = onboarding.product(vendor, name, capabilities);
    pending.write();
    List<TemplateId> own = new ArrayList<>();
    for (Body.Element element : files.read(file).elements().toList()) {
      element
          .body()
          .member("parameter")
          .ifPresent(asked ->
              parameters.create(
                  vendor, product, number -> ParameterForms.read(product, number, asked)));
      element
          .body()
          .member("template")
          .ifPresent(text ->
              own.add(templates.create(vendor, product, place -> TemplateForm.read(text, place))));
      pending.write(); // The next one gets its number after this one's.
    }
    return new DemoProduct(product, List.copyOf(own));
  }

  /**
   * @param templates the vendor's own, beside the defaults
   */
  record DemoProduct(ProductId id, List<TemplateId> templates) {}
}
