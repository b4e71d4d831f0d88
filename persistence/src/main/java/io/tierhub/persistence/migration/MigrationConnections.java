package io.tierhub.persistence.migration;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Migrations have connections of their own: those of the pool end what takes as long as to index
 * millions of rows, and the one on which Flyway waits meanwhile.
 */
@Configuration(proxyBeanMethods = false)
class MigrationConnections {

  @Bean
  FlywayConfigurationCustomizer patientConnections(JdbcConnectionDetails database) {
    return flyway ->
        flyway.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
  }
}
