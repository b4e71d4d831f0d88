package io.tierhub.persistence.outage;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
  private @Nullable PoolConnections connections;

  WatchedPool(Environment environment) {
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
        ? new PatientPool(pool, known, whenBusy)
        : bean;
  }
}
