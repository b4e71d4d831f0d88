package io.tierhub.web.tracing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Without somewhere to send traces to, nothing of OpenTelemetry is configured, and no call pays for
 * what nobody sees.
 */
class TracingIfWanted implements AutoConfigurationImportFilter, EnvironmentAware {

  private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";
  private static final List<String> TRACING =
      List.of(
          "org.springframework.boot.micrometer.tracing.",
          "org.springframework.boot.opentelemetry.");

  private @Nullable Environment environment;

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
    boolean wanted = environment != null && environment.containsProperty(ENDPOINT);
    boolean[] taken = new boolean[configurations.length];
    for (int i = 0; i < configurations.length; i++) {
      taken[i] = wanted || !isOfTracing(configurations[i]);
    }
    return taken;
  }

  private static boolean isOfTracing(@Nullable String configuration) {
    return configuration != null && TRACING.stream().anyMatch(configuration::startsWith);
  }
}
