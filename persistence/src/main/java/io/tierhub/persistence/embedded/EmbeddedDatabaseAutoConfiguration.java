package io.tierhub.persistence.embedded;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * Gives the application a PostgreSQL when it was given none. The connection pool depends on the
 * connection details and these on the database, so Spring closes the pool first and PostgreSQL
 * last.
 *
 * <p>Spring AOT would freeze the condition when the application is built: don't use it.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@Conditional(NoDatabaseConfigured.class)
@ConditionalOnMissingBean({JdbcConnectionDetails.class, DataSource.class})
@EnableConfigurationProperties(EmbeddedDatabaseProperties.class)
class EmbeddedDatabaseAutoConfiguration {

  @Bean
  SupervisedPostgres embeddedDatabase(
      EmbeddedDatabaseProperties properties, Environment environment) {
    return SupervisedPostgres.start(
        properties, TierHubHome.of(environment.getProperty("tierhub.data")));
  }

  @Bean
  JdbcConnectionDetails embeddedDatabaseConnectionDetails(SupervisedPostgres database) {
    return new JdbcConnectionDetails() {
      @Override
      public String getJdbcUrl() {
        return database.jdbcUrl();
      }

      @Override
      public String getUsername() {
        return database.username();
      }

      @Override
      public String getPassword() {
        return database.password();
      }
    };
  }
}
