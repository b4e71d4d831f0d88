package io.tierhub.persistence.outage;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Puts itself between the pool and the driver, so that the pool's connections are known. */
@Component
class WatchedPool implements BeanPostProcessor {

  private @Nullable PoolConnections connections;

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
}
