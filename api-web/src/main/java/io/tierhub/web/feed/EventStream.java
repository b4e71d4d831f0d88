package io.tierhub.web.feed;

import io.tierhub.feed.Feed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Server-sent events, as browsers read them. */
final class EventStream {

  static final String TYPE = "text/event-stream";

  private static final String AGAIN_AFTER_MILLIS = "2000";

  static final String EXAMPLE =
      """
      retry: 2000

      id: 42
      event: io.tierhub.tier_account.changed
      data: {"specversion": "1.0", "id": "4711", "type": "io.tierhub.tier_account.changed", …}

      : nothing new
      id: 57

      """;

  private EventStream() {}

  /** Says when to come again once the stream breaks off. */
  static byte[] begin() {
    return bytes("retry: " + AGAIN_AFTER_MILLIS + "\n\n");
  }

  static byte[] of(Iterable<Feed.Told> events) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Feed.Told told : events) {
      out.writeBytes(
          bytes("id: " + told.position() + "\nevent: io.tierhub." + told.type() + "\ndata: "));
      out.writeBytes(told.event().json());
      out.writeBytes(bytes("\n\n"));
    }
    return out.toByteArray();
  }

  /**
   * A sign of life. An id without data is no event, but from there its reader goes on if it has to
   * come again.
   */
  static byte[] live(long position) {
    return bytes(": nothing new\nid: " + position + "\n\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
