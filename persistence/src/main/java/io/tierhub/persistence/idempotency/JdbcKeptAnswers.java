package io.tierhub.persistence.idempotency;

import io.tierhub.idempotency.KeptAnswer;
import io.tierhub.idempotency.KeptAnswers;
import io.tierhub.idempotency.KeyedCall;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcKeptAnswers implements KeptAnswers {

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  JdbcKeptAnswers(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * A statement of its own: what the next one sees is what was committed before this one had the
   * lock.
   */
  @Override
  public boolean hold(KeyedCall call) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select pg_try_advisory_xact_lock(hashtextextended(concat_ws('|', 'kept_answer',"
                + " ?::text, ?::text), 0))",
            Boolean.class,
            call.caller(),
            call.key()));
  }

  @Override
  public Optional<Kept> find(KeyedCall call, Instant since) {
    return jdbc
        .query(
            "select fingerprint, status, headers, body from kept_answer"
                + " where caller = ? and key = ? and created_at > ?",
            (row, n) ->
                new Kept(
                    row.getBytes(1),
                    new KeptAnswer(
                        row.getInt(2), json.readValue(row.getString(3), HEADERS), row.getBytes(4))),
            call.caller(),
            call.key(),
            since.atOffset(ZoneOffset.UTC))
        .stream()
        .findFirst();
  }

  @Override
  public void keep(KeyedCall call, KeptAnswer answer, Instant at) {
    jdbc.update(
        "insert into kept_answer (caller, key, fingerprint, status, headers, body, trace_id,"
            + " created_at) values (?, ?, ?, ?, ?::json, ?, ?, ?) on conflict on constraint"
            + " kept_answer_pk do update set fingerprint = excluded.fingerprint, status ="
            + " excluded.status, headers = excluded.headers, body = excluded.body, trace_id ="
            + " excluded.trace_id, created_at = excluded.created_at",
        call.caller(),
        call.key(),
        call.fingerprint(),
        answer.status(),
        json.writeValueAsString(answer.headers()),
        answer.body(),
        call.trace(),
        at.atOffset(ZoneOffset.UTC));
  }

  @Override
  public int deleteOlderThan(Instant then, int most) {
    return jdbc.update(
        "delete from kept_answer where (caller, key) in (select caller, key from kept_answer"
            + " where created_at <= ? order by created_at limit ? for update skip locked)",
        then.atOffset(ZoneOffset.UTC),
        most);
  }
}
