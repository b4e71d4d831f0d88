package io.tierhub.persistence;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Prefixed;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;

/** Ids and environments as the columns keep them. */
@Mapper(config = MappingConfig.class)
public abstract class IdTexts {

  public @Nullable String text(@Nullable Prefixed id) {
    return id == null ? null : id.value();
  }

  public PartnerId partner(String id) {
    return new PartnerId(id);
  }

  public String environment(Environment environment) {
    return environment.wire();
  }

  public Environment environment(String text) {
    return Environment.ofWire(text)
        .orElseThrow(() -> new IllegalStateException("no environment: " + text));
  }
}
