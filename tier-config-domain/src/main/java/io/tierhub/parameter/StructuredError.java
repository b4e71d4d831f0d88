package io.tierhub.parameter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a value, by one of the product's messages (wire-format §4.3).
 *
 * @param messageId the message's id, if it is named by that
 * @param externalId the vendor's own id of the message, if it is named by that
 * @param context facts that the message's text leaves open
 */
public record StructuredError(
    @Nullable String messageId, @Nullable String externalId, Map<String, Object> context) {

  public StructuredError {
    context = JsonTree.copy(context);
  }
}
