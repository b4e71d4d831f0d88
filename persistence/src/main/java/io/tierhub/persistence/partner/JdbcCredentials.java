package io.tierhub.persistence.partner;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.UserRef;
import io.tierhub.partner.Credentials;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Asked on nearly every call, so one statement on the primary key and nothing around it. */
@Repository
class JdbcCredentials implements Credentials {

  private static final String TOKEN =
      "select id, name, partner_id, environment, status = 'active', secret_hash, expires_at,"
          + " previous_secret_hash, previous_secret_expires_at from api_token where id = ? and"
          + " status <> 'deleted'";

  private final JdbcTemplate jdbc;

  JdbcCredentials(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Kept> ofToken(String id) {
    return jdbc.query(TOKEN, (row, n) -> kept(row), id).stream().findFirst();
  }

  @Override
  public Optional<PartnerId> partner(String id) {
    return jdbc
        .query(
            "select id from partner where id = ?", (row, n) -> new PartnerId(row.getString(1)), id)
        .stream()
        .findFirst();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        new UserRef(row.getString(1), row.getString(2)),
        new PartnerId(row.getString(3)),
        Environment.ofWire(row.getString(4)).orElseThrow(),
        row.getBoolean(5),
        row.getBytes(6),
        moment(row, 7),
        row.getBytes(8),
        moment(row, 9));
  }

  private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
