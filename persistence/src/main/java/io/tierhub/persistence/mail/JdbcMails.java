package io.tierhub.persistence.mail;

import io.tierhub.kernel.Environment;
import io.tierhub.mail.Mail;
import io.tierhub.mail.MailId;
import io.tierhub.mail.MailStatus;
import io.tierhub.mail.Mails;
import io.tierhub.mail.Occasion;
import io.tierhub.mail.Recipient;
import io.tierhub.persistence.IdTexts;
import io.tierhub.persistence.Rows;
import io.tierhub.persistence.jobs.MailJobs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Mails by plain SQL: a row is locked while its mail is sent, and nothing else needs it managed.
 */
@Repository
class JdbcMails implements Mails {

  private static final String SELECT =
      "select request_id, inquiry, occasion, environment, to_name, to_address, status, tries, error, trace, created_at,"
          + " updated_at, revision from mail";

  private static final long LONGEST_SENDING_MILLIS = Duration.ofHours(1).toMillis();

  private final JdbcTemplate jdbc;
  private final MailJobs jobs;

  JdbcMails(JdbcTemplate jdbc, MailJobs jobs) {
    this.jdbc = jdbc;
    this.jobs = jobs;
  }

  @Override
  public void add(Mail mail) {
    Mail.Snapshot kept = mail.snapshot();
    jdbc.update(
        "insert into mail (request_id, inquiry, occasion, environment, status, tries, trace,"
            + " created_at, updated_at, revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
        kept.id().subject(),
        kept.id().number(),
        kept.id().occasion().wire(),
        kept.environment().wire(),
        kept.status().wire(),
        kept.tries(),
        kept.trace(),
        utc(kept.created()),
        utc(kept.updated()));
    jobs.schedule(kept.id(), kept.created());
  }

  @Override
  public List<MailId> added() {
    return jobs.scheduled();
  }

  /**
   * A mail server may think for longer than a transaction is let stand idle: it ended then, and the
   * mail that was sent was sent again. What a mail takes at most is bounded by {@code
   * spring.mail.properties}.
   */
  @Override
  public Optional<Mail> lock(MailId id) {
    jdbc.execute("set local idle_in_transaction_session_timeout = " + LONGEST_SENDING_MILLIS);
    return jdbc
        .query(
            SELECT + " where request_id = ? and inquiry = ? and occasion = ? for update",
            (row, n) -> mail(row),
            id.subject(),
            id.number(),
            id.occasion().wire())
        .stream()
        .findFirst();
  }

  @Override
  public void save(Mail mail) {
    Mail.Snapshot kept = mail.snapshot();
    Recipient to = kept.recipient();
    int saved =
        jdbc.update(
            "update mail set to_name = ?, to_address = ?, status = ?, tries = ?, error = ?, updated_at = ?, revision = revision"
                + " + 1 where request_id = ? and inquiry = ? and occasion = ? and revision = ?",
            to == null ? null : to.name(),
            to == null ? null : to.address(),
            kept.status().wire(),
            kept.tries(),
            kept.error(),
            utc(kept.updated()),
            kept.id().subject(),
            kept.id().number(),
            kept.id().occasion().wire(),
            kept.revision());
    if (saved != 1) {
      throw Rows.changed(kept.id());
    }
  }

  @Override
  public List<Mail> about(String subject) {
    return jdbc.query(
        SELECT + " where request_id = ? order by inquiry desc, created_at desc",
        (row, n) -> mail(row),
        subject);
  }

  @Override
  public List<Mail> latest(Environment environment, int count, Instant before) {
    return jdbc.query(
        SELECT
            + " where environment = ? and created_at < ? order by created_at desc, request_id limit ?",
        (row, n) -> mail(row),
        environment.wire(),
        utc(before),
        count);
  }

  private static Mail mail(ResultSet row) throws SQLException {
    return Mail.restore(
        new Mail.Snapshot(
            new MailId(
                row.getString("request_id"),
                row.getInt("inquiry"),
                IdTexts.constant(row.getString("occasion"), Occasion.class)),
            IdTexts.constant(row.getString("environment"), Environment.class),
            recipient(row.getString("to_name"), row.getString("to_address")),
            IdTexts.constant(row.getString("status"), MailStatus.class),
            row.getInt("tries"),
            row.getString("error"),
            row.getString("trace"),
            instant(row, "created_at"),
            instant(row, "updated_at"),
            row.getLong("revision")));
  }

  private static @Nullable Recipient recipient(@Nullable String name, @Nullable String address) {
    return name == null || address == null ? null : new Recipient(name, address);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
