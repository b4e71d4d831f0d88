package io.tierhub.persistence.account;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.core.JsonGenerator;

/**
 * Nests nodes that come in the order of their paths: each goes into {@code children} of the nearest
 * node above it that is there, which is not its parent when the caller may not see the parent.
 */
final class TreeWriter {

  /** A tree is read whole by people; programs page through the descendants. */
  static final int MOST_NODES = 5_000;

  private final JsonGenerator out;
  private final Deque<String> open = new ArrayDeque<>();
  private int nodes;

  TreeWriter(JsonGenerator out) {
    this.out = out;
  }

  void node(String path, Members members) throws SQLException {
    nodes++;
    if (nodes > MOST_NODES) {
      return;
    }
    while (!open.isEmpty() && !path.startsWith(open.element())) {
      close();
    }
    out.writeStartObject();
    members.write();
    out.writeArrayPropertyStart("children");
    open.push(path);
  }

  /** Closes what is open; the root says whether nodes were left out. */
  void end() {
    while (open.size() > 1) {
      close();
    }
    if (!open.isEmpty()) {
      open.pop();
      out.writeEndArray();
      out.writeBooleanProperty("truncated", nodes > MOST_NODES);
      out.writeEndObject();
    }
  }

  /** Writes a node's own members. */
  @FunctionalInterface
  interface Members {
    void write() throws SQLException;
  }

  boolean isEmpty() {
    return nodes == 0;
  }

  private void close() {
    open.pop();
    out.writeEndArray();
    out.writeEndObject();
  }
}
