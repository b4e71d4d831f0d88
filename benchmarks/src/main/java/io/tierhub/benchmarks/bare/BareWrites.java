package io.tierhub.benchmarks.bare;

import java.nio.file.Path;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does in one transaction the statements that the product sent for one call, as the harness noted
 * them, with names of its own in them.
 */
@RestController
class BareWrites {

  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Map<String, Noted> known = new ConcurrentHashMap<>();

  BareWrites(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** One statement with the values that it had. */
  record Statement(String sql, List<@Nullable String> values) {}

  /**
   * @param digits of the id of the account that was written, to be replaced
   */
  record Noted(String digits, String uid, List<Statement> statements) {}

  @PostMapping(path = "/replays/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
  String replay(@PathVariable String name, @RequestBody Map<String, Object> body) {
    Noted noted = known.computeIfAbsent(name, BareWrites::read);
    String digits = digits();
    String uid = UUID.randomUUID().toString();
    transaction.executeWithoutResult(_ -> {
      for (Statement statement : noted.statements) {
        perform(noted, statement, digits, uid, body);
      }
    });
    return "{\"id\":\"TA-" + digits + "\"}";
  }

  private void perform(
      Noted noted, Statement statement, String digits, String uid, Map<String, Object> body) {
    List<Object> values = new ArrayList<>();
    for (String value : statement.values) {
      String other = value;
      if (other != null) {
        other = other.replace(noted.uid, uid);
        other = body.isEmpty() ? other.replace(noted.digits, digits) : replaced(other, body);
      }
      // PostgreSQL finds out the type, as it does for the same statement of the product.
      values.add(new SqlParameterValue(Types.OTHER, other));
    }
    if (statement.sql.stripLeading().startsWith("select")) {
      jdbc.query(statement.sql, row -> {}, values.toArray());
    } else {
      jdbc.update(statement.sql, values.toArray());
    }
  }

  private static String replaced(String value, Map<String, Object> body) {
    String other = value;
    for (var entry : body.entrySet()) {
      other = other.replace(entry.getKey(), String.valueOf(entry.getValue()));
    }
    return other;
  }

  private static String digits() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "%04d-%04d-%04d"
        .formatted(random.nextInt(10_000), random.nextInt(10_000), random.nextInt(10_000));
  }

  private static Noted read(String name) {
    return JSON.readValue(Path.of(System.getProperty("replays"), name + ".json"), Noted.class);
  }
}
