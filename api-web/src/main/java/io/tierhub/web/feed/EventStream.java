package io.tierhub.web.feed;

import io.tierhub.feed.Feed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Server-sent events, as browsers read them. */
final class EventStream {

  static final String TYPE = "text/event-stream";

  private static final String AGAIN_AFTER_MILLIS = "2000";

  private final OutputStream out;

  EventStream(OutputStream out) {
    this.out = out;
  }

  /** Says when to come again once this breaks off. */
  void begin() throws IOException {
    write("retry: " + AGAIN_AFTER_MILLIS + "\n\n");
    out.flush();
  }

  void send(Iterable<Feed.Told> events) throws IOException {
    for (Feed.Told told : events) {
      write("id: " + told.position() + "\nevent: io.tierhub." + told.type() + "\ndata: ");
      out.write(told.event().json());
      write("\n\n");
    }
    out.flush();
  }

  /**
   * A sign of life. An id without data is no event, but from there its reader goes on if it has to
   * come again.
   */
  void live(long position) throws IOException {
    write(": nothing new\nid: " + position + "\n\n");
    out.flush();
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
