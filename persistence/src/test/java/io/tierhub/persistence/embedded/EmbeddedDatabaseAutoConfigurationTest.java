package io.tierhub.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** When the embedded PostgreSQL keeps out of the way; the ITs show when it does not. */
class EmbeddedDatabaseAutoConfigurationTest {

  private static final String URL = "jdbc:postgresql://db.example/tierhub";

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  EmbeddedDatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class));

  @Test
  void aConfiguredAddressWins() {
    application
        .withPropertyValues("spring.datasource.url=" + URL)
        .run(context -> {
          assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedDatabase.class);
          assertThat(context.getBean(JdbcConnectionDetails.class).getJdbcUrl()).isEqualTo(URL);
        });
  }

  @Test
  void connectionDetailsOfAContainerWin() {
    var container =
        new JdbcConnectionDetails() {
          @Override
          public String getJdbcUrl() {
            return URL;
          }

          @Override
          public String getUsername() {
            return "in";
          }

          @Override
          public String getPassword() {
            return "container";
          }
        };
    application
        .withBean(JdbcConnectionDetails.class, () -> container)
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedDatabase.class));
  }

  @Test
  void anOwnDataSourceWins() {
    application
        .withBean(DataSource.class, PGSimpleDataSource::new)
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedDatabase.class));
  }
}
