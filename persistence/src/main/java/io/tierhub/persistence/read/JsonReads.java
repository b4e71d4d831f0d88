package io.tierhub.persistence.read;

import io.tierhub.kernel.Actor;
import io.tierhub.query.Document;
import io.tierhub.query.Field;
import io.tierhub.query.Order;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Runs the reads: one statement for a page and at most one for its total, which is skipped when the
 * page answers it. Rows are written to JSON as they come; nothing is kept of them.
 */
@Component
public class JsonReads {

  private static final int BYTES_EXPECTED_OF_A_ROW = 1024;
  private static final byte[] EMPTY_ARRAY = {'[', ']'};

  private final JsonFactory json = new JsonFactory();
  private final JdbcTemplate jdbc;

  public JsonReads(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** How a row becomes JSON. */
  @FunctionalInterface
  public interface RowWriter {
    void write(ResultSet row, JsonGenerator out) throws SQLException;
  }

  public <F extends Field> Page page(Table<F> table, Actor actor, Query query) {
    return page(table, actor, query, Sql.of("true"));
  }

  /** A page of the rows that match the query and {@code also}. */
  public <F extends Field> Page page(Table<F> table, Actor actor, Query query, Sql also) {
    Sql body =
        Sql.of(" from ")
            .add(table.from(actor))
            .add(" where ")
            .add(table.visible(actor))
            .add(" and ")
            .add(also)
            .add(" and ")
            .add(new FilterSql<>(table).condition(query.filter()));
    Sql rows =
        Sql.of("select " + table.shape().selectList())
            .add(body)
            .add(" order by " + order(table, query));
    return page(rows, Sql.of("select count(*)").add(body), query, table.shape()::write);
  }

  /** A page of any statement. */
  public Page page(Sql rows, Sql count, Query query, RowWriter writer) {
    if (query.limit() == 0) {
      return new Page(EMPTY_ARRAY, 0, query.offset(), count(count));
    }
    Sql limited = rows.add(" limit ? offset ?", query.limit(), query.offset());
    Buffer buffer = new Buffer(Math.min(query.limit(), 128));
    int written;
    try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), buffer)) {
      out.writeStartArray();
      written = run(limited, row -> writer.write(row, out));
      out.writeEndArray();
    }
    boolean pageTellsTheTotal = written < query.limit() && (written > 0 || query.offset() == 0);
    long total = pageTellsTheTotal ? query.offset() + written : count(count);
    return new Page(buffer.toByteArray(), written, query.offset(), total);
  }

  public <F extends Field> Optional<Document> one(Table<F> table, Actor actor, String id) {
    return one(table, actor, id, Sql.of("true"));
  }

  /** The row of that key, if it also is {@code also}. */
  public <F extends Field> Optional<Document> one(
      Table<F> table, Actor actor, String id, Sql also) {
    return one(
        Sql.of("select " + table.shape().selectList() + " from ")
            .add(table.from(actor))
            .add(" where " + table.key() + " = ? and ", id)
            .add(also)
            .add(" and ")
            .add(Sql.checkedOnly(table.visible(actor))),
        table.shape()::write);
  }

  /** The first row of a statement. */
  public Optional<Document> one(Sql sql, RowWriter writer) {
    Buffer buffer = new Buffer(2);
    int written;
    try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), buffer)) {
      written = run(sql, row -> writer.write(row, out));
    }
    return written == 0 ? Optional.empty() : Optional.of(new Document(buffer.toByteArray()));
  }

  /** All rows of a statement as one array. */
  public Document all(Sql sql, RowWriter writer) {
    Buffer buffer = new Buffer(8);
    try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), buffer)) {
      out.writeStartArray();
      run(sql, row -> writer.write(row, out));
      out.writeEndArray();
    }
    return new Document(buffer.toByteArray());
  }

  /** Hands over each row of a statement. */
  public void each(Sql sql, RowUse use) {
    run(sql, use);
  }

  /** Writes a document that is not simply a row after a row. */
  public Document document(GeneratorUse use) {
    Buffer buffer = new Buffer(8);
    try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), buffer)) {
      use.write(out);
    }
    return new Document(buffer.toByteArray());
  }

  /** What writes with a generator. */
  @FunctionalInterface
  public interface GeneratorUse {
    void write(JsonGenerator out);
  }

  private int run(Sql sql, RowUse use) {
    Integer rows =
        jdbc.query(
            sql.text(),
            (ResultSet row) -> {
              int count = 0;
              while (row.next()) {
                use.take(row);
                count++;
              }
              return count;
            },
            sql.values());
    return rows == null ? 0 : rows;
  }

  private long count(Sql sql) {
    Long total = jdbc.queryForObject(sql.text(), Long.class, sql.values());
    return total == null ? 0 : total;
  }

  private static <F extends Field> String order(Table<F> table, Query query) {
    if (query.order().isEmpty()) {
      return table.defaultOrder();
    }
    StringBuilder order = new StringBuilder();
    for (Order term : query.order()) {
      // Absent values come last in either direction, as PostgreSQL orders them ascending.
      order
          .append(table.orderedBy(table.fields().cast(term.field())))
          .append(term.descending() ? " desc nulls last, " : ", ");
    }
    return order.append(table.key()).toString();
  }

  /** What is done with a row. */
  @FunctionalInterface
  public interface RowUse {
    void take(ResultSet row) throws SQLException;
  }

  private static final class Buffer extends ByteArrayOutputStream {
    Buffer(int rows) {
      super(rows * BYTES_EXPECTED_OF_A_ROW);
    }
  }
}
