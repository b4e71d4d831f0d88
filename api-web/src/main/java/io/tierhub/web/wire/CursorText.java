package io.tierhub.web.wire;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.query.Cursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cursors as links carry them: opaque, for what is in them is ours to change. Nothing in one is
 * secret or trusted: it says after which row to go on, of those that the caller may see.
 */
final class CursorText {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private CursorText() {}

  static String write(Cursor cursor) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(cursor));
  }

  /**
   * @throws Refused with {@link Refusal#BAD_FILTER} if it is none of ours
   */
  static Cursor read(String text) {
    Cursor cursor = cursor(text);
    if (cursor == null || cursor.passed() < 0 || cursor.total() < 0) {
      throw Refused.at(
          Refusal.BAD_FILTER, "", "Bad cursor. It cannot be read; send it as it was given.");
    }
    return cursor;
  }

  private static @Nullable Cursor cursor(String text) {
    try {
      byte[] json = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.UTF_8));
      return JSON.readValue(json, Cursor.class);
    } catch (IllegalArgumentException | JacksonException _) {
      return null;
    }
  }
}
