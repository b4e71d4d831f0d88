package io.tierhub.persistence.embedded;

import io.tierhub.workflow.Installation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells on which database the server runs. */
@Component
class DatabaseInstallation implements Installation {

  private final @Nullable EmbeddedDatabase embedded;
  private final JdbcTemplate jdbc;
  private final Path home;

  DatabaseInstallation(
      ObjectProvider<EmbeddedDatabase> embedded,
      JdbcTemplate jdbc,
      @Value("${tierhub.data:}") String configuredHome) {
    this.embedded = embedded.getIfAvailable();
    this.jdbc = jdbc;
    this.home = TierHubHome.of(configuredHome).path();
  }

  @Override
  public boolean hasOwnDatabase() {
    return embedded != null;
  }

  @Override
  public boolean isNew() {
    return !Boolean.TRUE.equals(
        jdbc.queryForObject("select exists (select 1 from partner)", Boolean.class));
  }

  @Override
  public Path home() {
    // What belongs to a database that is thrown away is thrown away with it.
    return embedded != null && embedded.ephemeral() ? embedded.dataFolder() : home;
  }

  @Override
  public String whereTheDataIs() {
    if (embedded != null) {
      return "PostgreSQL %s started by this server, data in %s"
          .formatted(embedded.version(), embedded.dataFolder());
    }
    ConnectionCallback<String> url = connection -> describe(connection);
    return String.valueOf(jdbc.execute(url));
  }

  private static String describe(Connection connection) throws SQLException {
    var facts = connection.getMetaData();
    return "PostgreSQL %s at %s".formatted(facts.getDatabaseProductVersion(), facts.getURL());
  }
}
