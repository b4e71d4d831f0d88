package io.tierhub.web.wire;

import jakarta.validation.Configuration;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.stereotype.Component;

/**
 * Forms are read whole before they are judged. Where JPA is on the class path, Jakarta Validation
 * asks it of each member of each form whether that is loaded, which costs more than most
 * constraints.
 */
@Component
class WholeForms implements ValidationConfigurationCustomizer, TraversableResolver {

  @Override
  public void customize(Configuration<?> validation) {
    validation.traversableResolver(this);
  }

  @Override
  public boolean isReachable(
      @Nullable Object holder,
      Path.Node member,
      Class<?> root,
      Path pathToHolder,
      ElementType kind) {
    return true;
  }

  @Override
  public boolean isCascadable(
      @Nullable Object holder,
      Path.Node member,
      Class<?> root,
      Path pathToHolder,
      ElementType kind) {
    return true;
  }
}
