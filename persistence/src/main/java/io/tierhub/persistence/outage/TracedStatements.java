package io.tierhub.persistence.outage;

import io.micrometer.observation.ObservationRegistry;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import net.ttddyy.observation.tracing.DataSourceObservationListener;
import net.ttddyy.observation.tracing.JdbcObservationDocumentation;

/**
 * Shows each statement in the trace of the call that runs it: its text, in which every value is a
 * question mark, and never the values.
 */
final class TracedStatements implements UnaryOperator<DataSource> {

  private final DataSourceObservationListener listener;

  /**
   * @param registry asked for late: the pool is made before it
   */
  TracedStatements(Supplier<ObservationRegistry> registry) {
    listener = new DataSourceObservationListener(registry);
    listener.setSupportedTypes(Set.of(JdbcObservationDocumentation.QUERY));
    listener.setIncludeParameterValues(false);
  }

  @Override
  public DataSource apply(DataSource pool) {
    return ProxyDataSourceBuilder.create(pool)
        .name("tierhub")
        .listener(listener)
        .methodListener(listener)
        .build();
  }
}
