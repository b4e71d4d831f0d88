package io.tierhub.persistence.read;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Prefixed;
import io.tierhub.query.Cursor;
import io.tierhub.query.Document;
import io.tierhub.query.Field;
import io.tierhub.query.Filter;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import io.tierhub.query.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.FastByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Runs the reads: one statement for a page and at most one for its total, which is skipped when the
 * page answers it or when the total is a sum, which comes with the page; before them one where
 * patterns are looked up. Rows are written to JSON as they come; nothing is kept of them.
 */
@Component
public class JsonReads {

  /** Of one row, and where writing begins with many: what is written grows without being copied. */
  private static final int FIRST_BLOCK = 2048;

  private static final JsonFactory JSON = new JsonFactory();
  private static final byte[] EMPTY_ARRAY = {'[', ']'};

  private final JdbcTemplate jdbc;
  private final PlannedOnce plannedOnce;
  private final EmptyLists empty = new EmptyLists();

  JsonReads(JdbcTemplate jdbc, PlannedOnce plannedOnce) {
    this.jdbc = jdbc;
    this.plannedOnce = plannedOnce;
  }

  /** How a row becomes JSON. */
  @FunctionalInterface
  public interface RowWriter {
    void write(ResultSet row, JsonGenerator out) throws SQLException;
  }

  public <F extends Field> Page page(Table<F> table, Actor actor, Query query) {
    Sql shorter = query.filter().equals(Filter.EVERYTHING) ? table.total(actor) : null;
    return page(table, actor, query, Sql.of("true"), shorter);
  }

  /** A page of the rows that match the query and {@code also}. */
  public <F extends Field> Page page(Table<F> table, Actor actor, Query query, Sql also) {
    return page(table, actor, query, also, null);
  }

  private <F extends Field> Page page(
      Table<F> table, Actor actor, Query query, Sql also, @Nullable Sql shorter) {
    EmptyLists.Asked asked = new EmptyLists.Asked(table, actor, query, also);
    boolean first = query.after() == null && query.offset() == 0 && query.limit() > 0;
    Sql emptyThen = first ? empty.countOf(asked) : null;
    Long counted = emptyThen == null ? null : count(plannedOnce.jdbc(jdbc), emptyThen);
    if (counted != null && counted == 0) {
      return new Page(EMPTY_ARRAY, 0, 0, 0, null);
    }
    Shape shape = table.shape().selected(query.selection());
    Sql seen = Sql.of(" where ").add(table.visible(actor)).add(" and ").add(also);
    Sql from = table.from(actor);
    Keyset order = Keyset.of(table, Sql.of("").add(from).add(seen), query);
    Sql where = Sql.of("").add(seen).add(" and ").add(condition(table, actor, query.filter()));
    OwnRows own = new OwnRows(table.own());
    boolean ofOwn = own.suffice(where);
    Sql count = Sql.of("select count(*) from ").add(ofOwn ? own.from() : from).add(where);
    Tally tally = ofOwn ? table.tally() : null;
    Sql sum =
        tally != null && own.asksOnlyFor(tally.columns(), where)
            ? tally.total(own.alias(), where)
            : count;
    Sql total = shorter != null ? shorter : sum;
    boolean plannedOnce =
        (ofOwn || table.isFoundOneWay())
            && PlannedOnce.suits(
                query.filter(),
                field -> order.beginsWith(table.column(table.fields().cast(field))));
    JdbcTemplate reads = plannedOnce ? this.plannedOnce.jdbc(jdbc) : jdbc;
    if (query.limit() == 0) {
      return counted(reads, query, total);
    }
    Cursor after = query.after();
    if (after != null) {
      where.add(" and ").add(order.after(after));
    }
    // A sum is soon added up, and by rows only: a page of nothing asks for none.
    boolean isSum = shorter != null ? table.isTotalASum() : sum != count;
    boolean sumComesAlong = isSum && first && counted == null;
    Sql rows = rows(table, actor, query, shape, order, sumComesAlong ? total : null, where, ofOwn);
    RowsSeen seenRows = new RowsSeen(query.limit(), order, shape.columnCount() + 1, sumComesAlong);
    RowWriter writer =
        (row, out) -> {
          shape.write(row, out);
          seenRows.see(row);
        };
    if (after != null) {
      return pageAfter(reads, after, rows, query, writer, seenRows);
    }
    Page page =
        pageAt(
            reads,
            rows,
            () -> counted == null ? seenRows.sumOr(() -> count(reads, total)) : counted,
            query,
            writer,
            seenRows);
    if (plannedOnce && first && ofOwn) {
      // That nothing is there, an index tells sooner than a sum of rows that may add up to nothing.
      empty.remember(asked, page.total() == 0 ? count : null);
    }
    return page;
  }

  private <F extends Field> Sql condition(Table<F> table, Actor actor, Filter filter) {
    return new FilterSql<>(table, LookedUp.of(jdbc, table, actor, filter)).condition(filter);
  }

  /**
   * The statement of a page.
   *
   * @param sum what is to come with each row; PostgreSQL adds it up once, for the first of them
   * @param ofOwn whether the table's own rows suffice for what is asked in {@code where}
   */
  private static <F extends Field> Sql rows(
      Table<F> table,
      Actor actor,
      Query query,
      Shape shape,
      Keyset order,
      @Nullable Sql sum,
      Sql where,
      boolean ofOwn) {
    String by = " order by " + order.by();
    Sql found = where.add(by).add(limited(query));
    Sql rows = Sql.of("select " + shape.selectList() + ", " + order.columns());
    if (sum != null) {
      rows.add(", (").add(sum).add(")");
    }
    rows.add(" from ");
    OwnRows own = new OwnRows(table.own());
    if (!ofOwn || !own.suffice(Sql.of(by))) {
      return rows.add(table.from(actor)).add(found);
    }
    boolean indexed = query.offset() == 0 && table.isIndexed(equalled(query.filter()));
    return rows.add(indexed ? own.only(found) : own.byKey(found, table.key()))
        .add(table.joins(actor))
        .add(by);
  }

  /** What properties must equal something; none of them if that is not all that is asked. */
  private static Set<Field> equalled(Filter filter) {
    Set<Field> fields = new HashSet<>();
    List<Filter> parts = filter instanceof Filter.All(List<Filter> of) ? of : List.of(filter);
    for (Filter part : parts) {
      if (part instanceof Filter.Compare(Field field, Filter.Comparison how, Value _)
          && how == Filter.Comparison.EQ) {
        fields.add(field);
      } else {
        return Set.of();
      }
    }
    return fields;
  }

  /**
   * In figures: of a number that is bound, PostgreSQL does not know how small it is, and plans to
   * read a tenth of everything.
   */
  private static Sql limited(Query query) {
    Sql limited = Sql.of(" limit " + query.limit());
    return query.after() == null && query.offset() > 0
        ? limited.add(" offset ?", query.offset())
        : limited;
  }

  private static Page pageAt(
      JdbcTemplate jdbc,
      Sql rows,
      LongSupplier count,
      Query query,
      RowWriter writer,
      RowsSeen seen) {
    Written written = written(jdbc, rows, query.limit(), writer);
    long total = total(written, query, count);
    long end = query.offset() + written.rows;
    return new Page(
        written.json,
        written.rows,
        query.offset(),
        total,
        end < total ? seen.cursor(end, total) : null);
  }

  /**
   * The total is that of the first page, which costs more than the page where very many rows match,
   * until the page shows that there are more by now, or where they end.
   */
  private static Page pageAfter(
      JdbcTemplate jdbc, Cursor after, Sql rows, Query query, RowWriter writer, RowsSeen seen) {
    Written written = written(jdbc, rows, query.limit(), writer);
    long end = after.passed() + written.rows;
    long total = written.rows < query.limit() ? end : Math.max(end, after.total());
    return new Page(written.json, written.rows, after.passed(), total, seen.cursor(end, total));
  }

  /** A page of any statement, which is gone through by offset only. */
  public Page page(Sql rows, Sql count, Query query, RowWriter writer) {
    if (query.limit() == 0) {
      return counted(jdbc, query, count);
    }
    Written written = written(jdbc, rows.add(limited(query)), query.limit(), writer);
    long total = total(written, query, () -> count(jdbc, count));
    return new Page(written.json, written.rows, query.offset(), total, null);
  }

  private static Page counted(JdbcTemplate jdbc, Query query, Sql count) {
    return new Page(EMPTY_ARRAY, 0, query.offset(), count(jdbc, count), null);
  }

  private static Written written(JdbcTemplate jdbc, Sql rows, int limit, RowWriter writer) {
    var buffer = new FastByteArrayOutputStream(FIRST_BLOCK);
    int written;
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), buffer)) {
      out.writeStartArray();
      written = run(jdbc, rows, row -> writer.write(row, out));
      out.writeEndArray();
    }
    return new Written(buffer.toByteArray(), written);
  }

  private static long total(Written written, Query query, LongSupplier count) {
    long end = query.offset() + written.rows;
    boolean pageTells = written.rows < query.limit() && (written.rows > 0 || query.offset() == 0);
    if (pageTells) {
      return end;
    }
    // Counted at another moment: no fewer are there than were just shown.
    return written.rows == 0 ? count.getAsLong() : Math.max(end, count.getAsLong());
  }

  private record Written(byte[] json, int rows) {}

  /**
   * Notes the sum that comes with the rows, and where the last row of a full page stands; after any
   * other page there is no next.
   */
  private static final class RowsSeen {

    private final Keyset order;
    private final int column;
    private final boolean withSum;
    private int missing;
    private @Nullable Long sum;
    private @Nullable List<@Nullable String> place;

    /**
     * @param column the first of those of the order, which the sum's comes after
     */
    RowsSeen(int limit, Keyset order, int column, boolean withSum) {
      this.missing = limit;
      this.order = order;
      this.column = column;
      this.withSum = withSum;
    }

    void see(ResultSet row) throws SQLException {
      if (withSum && sum == null) {
        sum = row.getLong(column + order.columnCount());
      }
      missing--;
      if (missing == 0) {
        place = order.place(row, column);
      }
    }

    long sumOr(LongSupplier otherwise) {
      return sum == null ? otherwise.getAsLong() : sum;
    }

    @Nullable Cursor cursor(long passed, long total) {
      return place == null ? null : order.cursor(place, passed, total);
    }
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
    var buffer = new FastByteArrayOutputStream(FIRST_BLOCK);
    int written;
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), buffer)) {
      written = run(jdbc, sql, row -> writer.write(row, out));
    }
    return written == 0 ? Optional.empty() : Optional.of(new Document(buffer.toByteArray()));
  }

  /** All rows of a statement as one array. */
  public Document all(Sql sql, RowWriter writer) {
    var buffer = new FastByteArrayOutputStream(FIRST_BLOCK);
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), buffer)) {
      out.writeStartArray();
      run(jdbc, sql, row -> writer.write(row, out));
      out.writeEndArray();
    }
    return new Document(buffer.toByteArray());
  }

  /** The row that a result stands on, by itself. */
  public static Document document(ResultSet row, RowWriter writer) throws SQLException {
    var buffer = new FastByteArrayOutputStream(FIRST_BLOCK);
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), buffer)) {
      writer.write(row, out);
    }
    return new Document(buffer.toByteArray());
  }

  /** The rows of those keys as one array, in the list's own order. */
  public <F extends Field> Document all(Table<F> table, Actor actor, List<? extends Prefixed> ids) {
    String[] wanted = ids.stream().map(Prefixed::value).toArray(String[]::new);
    return all(
        Sql.of("select " + table.shape().selectList() + " from ")
            .add(table.from(actor))
            .add(" where ")
            .add(Sql.checkedOnly(table.visible(actor)))
            .add(" and " + table.key() + " = any(?)", (Object) wanted)
            .add(" order by ")
            .add(Keyset.of(table, Sql.of(""), Query.FIRST_PAGE).by()),
        table.shape()::write);
  }

  /** Hands over each row of a statement. */
  public void each(Sql sql, RowUse use) {
    run(jdbc, sql, use);
  }

  /**
   * The same by a connection that keeps the plan of the statement, whatever its values, and that no
   * write holds: for what is read again and again by whoever waits for news.
   */
  public void eachPlannedOnce(Sql sql, RowUse use) {
    run(plannedOnce.jdbc(jdbc), sql, use);
  }

  /** Writes a document that is not simply a row after a row. */
  public Document document(GeneratorUse use) {
    var buffer = new FastByteArrayOutputStream(FIRST_BLOCK);
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), buffer)) {
      use.write(out);
    }
    return new Document(buffer.toByteArray());
  }

  /** What writes with a generator. */
  @FunctionalInterface
  public interface GeneratorUse {
    void write(JsonGenerator out);
  }

  private static int run(JdbcTemplate jdbc, Sql sql, RowUse use) {
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

  private static long count(JdbcTemplate jdbc, Sql sql) {
    Long total = jdbc.queryForObject(sql.text(), Long.class, sql.values());
    return total == null ? 0 : total;
  }

  /** What is done with a row. */
  @FunctionalInterface
  public interface RowUse {
    void take(ResultSet row) throws SQLException;
  }
}
