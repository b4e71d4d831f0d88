package io.tierhub.template;

import io.tierhub.kernel.Prefixed;

/** {@code TL-ddd-ddd-ddd}. */
public record TemplateId(String value) implements Prefixed {

  public TemplateId {
    Prefixed.require("TL", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
