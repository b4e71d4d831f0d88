package io.tierhub.web.tracing;

import io.micrometer.observation.ObservationPredicate;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What traces are called, and what is shown in them. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

  private static final String STATEMENTS = "jdbc.";

  @Bean
  SdkTracerProviderBuilderCustomizer tracesAreCalledAsCalls() {
    return provider -> provider.setIdGenerator(new TraceIds());
  }

  /** What the server asks its database by itself, many times a second, is no trace of anything. */
  @Bean
  ObservationPredicate statementsOfCallsOnly(ObjectProvider<ObservationRegistry> registry) {
    return (name, context) ->
        !name.startsWith(STATEMENTS) || registry.getObject().getCurrentObservation() != null;
  }
}
