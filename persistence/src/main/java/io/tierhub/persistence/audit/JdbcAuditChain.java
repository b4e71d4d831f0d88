package io.tierhub.persistence.audit;

import io.tierhub.audit.AuditChain;
import io.tierhub.audit.Verified;
import java.security.MessageDigest;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.stereotype.Component;

/**
 * Reads the whole chain and computes it anew, in Java and not by the statement that made it. All in
 * one snapshot, so that writers do not disturb it nor it them.
 */
@Component
class JdbcAuditChain implements AuditChain {

  private static final String SEALS =
      "select number, entries, hash from audit_seal order by number";

  private static final String ENTRIES =
      "select id, action, object_id, part_id, owner_id, vendor_id, environment, by_id, token_type,"
          + " token_id, trace, at, sealed, salt, digest, hash from audit_entry where id = any(?)";

  private static final String UNSEALED = "select entries from audit_unsealed order by id";

  private static final String NOWHERE =
      "select e.id from audit_entry e where not exists (select from (select unnest(entries) as id"
          + " from audit_seal union all select unnest(entries) from audit_unsealed) held where"
          + " held.id = e.id) order by e.id limit "
          + Findings.MOST;

  private static final String TWICE =
      "select id from (select unnest(entries) as id from audit_seal union all select"
          + " unnest(entries) from audit_unsealed) held group by id having count(*) > 1 order by id"
          + " limit "
          + Findings.MOST;

  private static final int FACTS = 10;
  private static final int SEALS_AT_ONCE = 10;
  private static final HexFormat HEX = HexFormat.of();

  private final DataSource database;

  JdbcAuditChain(DataSource database) {
    this.database = database;
  }

  @Override
  public Verified verify() {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        return verify(connection);
      } finally {
        connection.rollback();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setReadOnly(false);
        connection.setAutoCommit(true);
      }
    } catch (SQLException failure) {
      throw new SQLExceptionSubclassTranslator().translate("verify the audit", null, failure);
    }
  }

  private static Verified verify(Connection connection) throws SQLException {
    Findings findings = new Findings();
    byte[] before = Digests.sha256().digest();
    long last = 0;
    try (PreparedStatement seals = connection.prepareStatement(SEALS)) {
      seals.setFetchSize(SEALS_AT_ONCE);
      try (ResultSet seal = seals.executeQuery()) {
        while (seal.next()) {
          long number = seal.getLong(1);
          if (number != last + 1) {
            findings.fault("after seal %d comes seal %d", last, number);
          }
          last = number;
          List<Long> ids = ids(seal.getArray(2));
          MessageDigest follows = Digests.ofSeal(before);
          Map<Long, Kept> entries = entries(connection, ids);
          boolean whole = true;
          for (Long id : ids) {
            Kept entry = entries.get(id);
            if (entry == null) {
              whole = false;
              findings.fault("entry AE-%d of seal %d is missing", id, number);
            } else {
              findings.look(entry);
              follows.update(Digests.number(id));
              follows.update(entry.hash);
            }
          }
          findings.entries += entries.size();
          before = seal.getBytes(3);
          if (whole && !MessageDigest.isEqual(before, follows.digest())) {
            findings.fault("seal %d does not seal what it names, after the one before it", number);
          }
          findings.seals++;
        }
      }
    }
    lookAtHead(connection, last, before, findings);
    lookAtUnsealed(connection, findings);
    for (Long id : ids(connection, NOWHERE)) {
      findings.fault("entry AE-%d is in no seal", id);
    }
    for (Long id : ids(connection, TWICE)) {
      findings.fault("entry AE-%d is sealed twice", id);
    }
    return new Verified(
        findings.seals,
        findings.entries,
        findings.unsealed,
        findings.erased,
        HEX.formatHex(before),
        List.copyOf(findings.faults));
  }

  private static void lookAtHead(Connection connection, long last, byte[] hash, Findings findings)
      throws SQLException {
    try (PreparedStatement heads =
            connection.prepareStatement("select number, hash from audit_head");
        ResultSet head = heads.executeQuery()) {
      if (!head.next()) {
        findings.fault("the head of the chain is missing");
      } else if (head.getLong(1) != last || !MessageDigest.isEqual(head.getBytes(2), hash)) {
        findings.fault("the chain ends with seal %d and should with %d", last, head.getLong(1));
      }
    }
  }

  private static void lookAtUnsealed(Connection connection, Findings findings) throws SQLException {
    try (PreparedStatement waiting = connection.prepareStatement(UNSEALED);
        ResultSet write = waiting.executeQuery()) {
      while (write.next()) {
        List<Long> ids = ids(write.getArray(1));
        Map<Long, Kept> entries = entries(connection, ids);
        for (Long id : ids) {
          Kept entry = entries.get(id);
          if (entry == null) {
            findings.fault("entry AE-%d, not sealed yet, is missing", id);
          } else {
            findings.look(entry);
            findings.unsealed++;
          }
        }
      }
    }
  }

  private static Map<Long, Kept> entries(Connection connection, List<Long> ids)
      throws SQLException {
    Map<Long, Kept> entries = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
      select.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Kept entry = Kept.of(row);
          entries.put(entry.id, entry);
        }
      }
    }
    return entries;
  }

  private static List<Long> ids(Array array) throws SQLException {
    return List.of((Long[]) array.getArray());
  }

  private static List<Long> ids(Connection connection, String sql) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ids.add(row.getLong(1));
      }
    }
    return ids;
  }

  /** What was found so far. */
  private static final class Findings {

    /** Somebody who sees so many need not see more. */
    static final int MOST = 100;

    private final List<String> faults = new ArrayList<>();
    private long seals;
    private long entries;
    private long unsealed;
    private long erased;

    void look(Kept entry) {
      if (entry.sealed == null && entry.salt == null) {
        erased++;
      } else if (entry.sealed == null
          || entry.salt == null
          || !MessageDigest.isEqual(entry.digest, Digests.ofSealed(entry.salt, entry.sealed))) {
        fault("what is sealed in entry AE-%d was changed", entry.id);
      }
      if (!MessageDigest.isEqual(
          entry.hash, Digests.ofEntry(entry.facts, entry.at.toInstant(), entry.digest))) {
        fault("the facts of entry AE-%d were changed", entry.id);
      }
    }

    void fault(String text, Object... of) {
      if (faults.size() < MOST) {
        faults.add(text.formatted(of));
      }
    }
  }

  /** An entry as it is kept. */
  private record Kept(
      long id,
      List<@Nullable String> facts,
      OffsetDateTime at,
      @Nullable String sealed,
      byte @Nullable [] salt,
      byte[] digest,
      byte[] hash) {

    static Kept of(ResultSet row) throws SQLException {
      List<@Nullable String> facts = new ArrayList<>();
      for (int fact = 0; fact < FACTS; fact++) {
        facts.add(row.getString(2 + fact));
      }
      int next = 2 + FACTS;
      return new Kept(
          row.getLong(1),
          facts,
          row.getObject(next, OffsetDateTime.class),
          row.getString(next + 1),
          row.getBytes(next + 2),
          row.getBytes(next + 3),
          row.getBytes(next + 4));
    }
  }
}
