package io.tierhub.persistence.read;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.query.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/**
 * The wire's JSON shape of a resource, each member with the SQL expression it is read from. The
 * select list and the writer both come from it, so they cannot drift apart.
 */
public final class Shape {

  private final List<Member> members;
  private final String selectList;
  private final int columnCount;

  private Shape(List<Member> members) {
    this.members = List.copyOf(members);
    List<String> columns = this.members.stream().flatMap(Member::columns).toList();
    this.selectList = String.join(", ", columns);
    this.columnCount = columns.size();
  }

  public static Shape of(Member... members) {
    return new Shape(List.of(members));
  }

  public Shape and(Member... more) {
    List<Member> all = new ArrayList<>(members);
    all.addAll(List.of(more));
    return new Shape(all);
  }

  /**
   * The shape as {@code select(…)} wants it.
   *
   * @throws Refused with {@link Refusal#BAD_FILTER}, naming every member that there is not
   */
  public Shape selected(Selection selection) {
    return selection.isNone() ? this : new Shape(new Selecting(selection).of(members));
  }

  public String selectList() {
    return selectList;
  }

  public int columnCount() {
    return columnCount;
  }

  /** Writes the row the result set stands on as one JSON object. */
  public void write(ResultSet row, JsonGenerator out) throws SQLException {
    out.writeStartObject();
    writeMembers(row, out);
    out.writeEndObject();
  }

  /** Writes the members only, for a caller that adds its own to the same object. */
  public void writeMembers(ResultSet row, JsonGenerator out) throws SQLException {
    writeMembers(row, 1, out);
  }

  /**
   * The same, for a row that has something else before.
   *
   * @param from the index of the shape's first column
   */
  public void writeMembers(ResultSet row, int from, JsonGenerator out) throws SQLException {
    int column = from;
    for (Member member : members) {
      column = member.write(row, column, out);
    }
  }

  /** A member that is left out when its column is null. */
  public static Member text(String name, String column) {
    return new Cell(
        name,
        column,
        (row, index, out) -> {
          String value = row.getString(index);
          if (value != null) {
            out.writeStringProperty(name, value);
          }
        });
  }

  /** A member that is written as null when its column is null, as Connect does for a few. */
  public static Member nullableText(String name, String column) {
    return new Cell(
        name, column, (row, index, out) -> out.writeStringProperty(name, row.getString(index)));
  }

  public static Member number(String name, String column) {
    return new Cell(
        name,
        column,
        (row, index, out) -> {
          long value = row.getLong(index);
          if (!row.wasNull()) {
            out.writeNumberProperty(name, value);
          }
        });
  }

  public static Member truth(String name, String column) {
    return new Cell(
        name,
        column,
        (row, index, out) -> {
          boolean value = row.getBoolean(index);
          if (!row.wasNull()) {
            out.writeBooleanProperty(name, value);
          }
        });
  }

  /** JSON text that is copied as it is; left out when null. */
  public static Member raw(String name, String column) {
    return new Cell(
        name,
        column,
        (row, index, out) -> {
          String json = row.getString(index);
          if (json != null) {
            out.writeName(name);
            out.writeRawValue(json);
          }
        });
  }

  public static Member moment(String name, String column) {
    return new Cell(
        name,
        column,
        (row, index, out) -> {
          String at = WireTime.read(row, index);
          if (at != null) {
            out.writeStringProperty(name, at);
          }
        });
  }

  /** The words whose bits are set, in their order. */
  public static Member words(String name, String column, List<String> words) {
    return new Cell(
        name,
        column,
        (row, index, out) -> {
          int bits = row.getInt(index);
          out.writeArrayPropertyStart(name);
          for (int i = 0; i < words.size(); i++) {
            if ((bits & (1 << i)) != 0) {
              out.writeString(words.get(i));
            }
          }
          out.writeEndArray();
        });
  }

  /** Whatever the writer makes of some columns; it writes the member's name too. */
  public static Member cells(String name, List<String> columns, CellWriter writer) {
    return new Cells(name, List.copyOf(columns), writer);
  }

  /** A member that is shown only if it is asked for; until then it costs nothing. */
  public static Member hidden(Member member) {
    return new Hidden(member);
  }

  public static Member object(String name, Member... members) {
    return Nested.of(name, false, false, List.of(members));
  }

  /** An object that is left out when its first column is null. */
  public static Member optional(String name, Member... members) {
    return Nested.of(name, true, false, List.of(members));
  }

  /** An object that is written as {@code {}} when its first column is null. */
  public static Member optionalOrEmpty(String name, Member... members) {
    return Nested.of(name, true, true, List.of(members));
  }

  /** An event stamp; left out when it did not happen, without {@code by} when the system did it. */
  public static Member stamp(String name, String column, String byId, String byName) {
    return optional(
        name, moment("at", column), optional("by", text("id", byId), text("name", byName)));
  }

  /** One member of a shape. */
  public sealed interface Member {

    String name();

    Stream<String> columns();

    /**
     * Writes the member.
     *
     * @param column the index of its first column
     * @return the index of the first column of the next member
     */
    int write(ResultSet row, int column, JsonGenerator out) throws SQLException;

    /** Its columns without a word: an object is absent if its first column is, shown or not. */
    default Member unwritten() {
      return new Cells(name(), columns().toList(), (row, index, out) -> {});
    }
  }

  /** A member of one column. */
  private record Cell(String name, String column, CellWriter writer) implements Member {

    @Override
    public Stream<String> columns() {
      return Stream.of(column);
    }

    @Override
    public int write(ResultSet row, int index, JsonGenerator out) throws SQLException {
      writer.write(row, index, out);
      return index + 1;
    }
  }

  /** A member of several columns. */
  private record Cells(String name, List<String> of, CellWriter writer) implements Member {

    @Override
    public Stream<String> columns() {
      return of.stream();
    }

    @Override
    public int write(ResultSet row, int index, JsonGenerator out) throws SQLException {
      writer.write(row, index, out);
      return index + of.size();
    }
  }

  /** Not there until it is asked for. */
  record Hidden(Member member) implements Member {

    @Override
    public String name() {
      return member.name();
    }

    @Override
    public Stream<String> columns() {
      return Stream.empty();
    }

    @Override
    public int write(ResultSet row, int column, JsonGenerator out) {
      return column;
    }
  }

  /** Writes a member. */
  @FunctionalInterface
  public interface CellWriter {

    /**
     * @param index the index of its first column
     */
    void write(ResultSet row, int index, JsonGenerator out) throws SQLException;
  }

  /** An object. */
  record Nested(
      String name, List<Member> members, boolean optional, boolean emptyIfAbsent, int width)
      implements Member {

    static Nested of(String name, boolean optional, boolean emptyIfAbsent, List<Member> members) {
      int width = (int) members.stream().flatMap(Member::columns).count();
      return new Nested(name, List.copyOf(members), optional, emptyIfAbsent, width);
    }

    /** The same of other members; whether it is there at all is told by the same column. */
    Nested with(List<Member> others) {
      return Nested.of(name, optional, emptyIfAbsent, others);
    }

    @Override
    public Stream<String> columns() {
      return members.stream().flatMap(Member::columns);
    }

    @Override
    public int write(ResultSet row, int index, JsonGenerator out) throws SQLException {
      if (optional && row.getObject(index) == null) {
        if (emptyIfAbsent) {
          out.writeObjectPropertyStart(name);
          out.writeEndObject();
        }
        return index + width;
      }
      out.writeObjectPropertyStart(name);
      int next = index;
      for (Member member : members) {
        next = member.write(row, next, out);
      }
      out.writeEndObject();
      return next;
    }
  }
}
