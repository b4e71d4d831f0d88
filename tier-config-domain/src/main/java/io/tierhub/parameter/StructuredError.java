package io.tierhub.parameter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a value, by one of the product's messages (wire-format §4.3).
 *
 * @param messageId the message's id, if it is named by that
 * @param externalId the vendor's own id of the message, if it is named by that
 * @param text the message's words when it was referred to; none before it was looked up
 * @param context facts that the message's text leaves open
 */
public record StructuredError(
    @Nullable String messageId,
    @Nullable String externalId,
    @Nullable String text,
    Map<String, Object> context) {

  public StructuredError {
    context = JsonTree.copy(context);
  }

  public StructuredError(
      @Nullable String messageId, @Nullable String externalId, Map<String, Object> context) {
    this(messageId, externalId, null, context);
  }
}
