package io.tierhub.template;

import io.tierhub.kernel.Lifecycle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When a template is shown. */
public enum TemplateType {
  /** Once it was approved. */
  FULFILLMENT,
  /** While something is asked. */
  INQUIRE,
  /** While the vendor has it. */
  PENDING;

  public String wire() {
    return Lifecycle.wire(this);
  }

  public static Optional<TemplateType> ofWire(String text) {
    return Stream.of(values()).filter(type -> type.wire().equals(text)).findFirst();
  }

  public static List<String> words() {
    return Stream.of(values()).map(TemplateType::wire).toList();
  }
}
