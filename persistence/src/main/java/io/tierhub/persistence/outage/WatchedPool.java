package io.tierhub.persistence.outage;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Puts itself between the pool and the driver, so that the pool's connections are known, and before
 * the pool, so that its callers wait as long as is right.
 */
@Component
class WatchedPool implements BeanPostProcessor {

  private final Duration whenBusy;
  private final UnaryOperator<DataSource> traced;
  private @Nullable PoolConnections connections;

  WatchedPool(Environment environment, ObjectProvider<ObservationRegistry> observations) {
    traced =
        environment.containsProperty("management.opentelemetry.tracing.export.otlp.endpoint")
            ? new TracedStatements(observations::getObject)
            : UnaryOperator.identity();
    whenBusy =
        environment.getProperty(
            "tierhub.database.wait-when-busy", Duration.class, Duration.ofSeconds(10));
  }

  /** None if the connections are somebody else's, such as an application server's. */
  Optional<PoolConnections> connections() {
    return Optional.ofNullable(connections);
  }

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool
        && pool.getDataSource() == null
        && pool.getJdbcUrl() != null) {
      connections =
          new PoolConnections(
              new DriverDataSource(
                  pool.getJdbcUrl(),
                  pool.getDriverClassName(),
                  pool.getDataSourceProperties(),
                  pool.getUsername(),
                  pool.getPassword()));
      pool.setDataSource(connections);
    }
    return bean;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof HikariDataSource pool
            && pool.getDataSource() instanceof PoolConnections known
        ? new PatientPool(pool, known, whenBusy, traced)
        : bean;
  }
}
