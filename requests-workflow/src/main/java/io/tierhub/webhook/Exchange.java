package io.tierhub.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call that was made, or tried.
 *
 * @param request the body that was sent, or was to be sent
 * @param status of the answer; null if there was none
 * @param answer the beginning of its body
 * @param error why it does not count; null if it does
 */
public record Exchange(
    String url,
    String request,
    @Nullable Integer status,
    @Nullable String answer,
    @Nullable String error,
    Duration took) {

  public boolean succeeded() {
    return error == null;
  }
}
