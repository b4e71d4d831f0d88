package io.tierhub.web.parameter;

import io.tierhub.parameter.ValueRules;
import jakarta.validation.Validator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the domain's rules the libraries that they need. */
@Configuration
class ParameterConfiguration {

  @Bean
  ValueRules valueRules(Validator validator) {
    return new ValueRules(new LibraryFormats(validator));
  }
}
