package io.tierhub.fulfillment;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Lifecycle;
import java.util.Arrays;
import java.util.List;

/** The words that filters of assets and of their requests know alike. */
final class FieldWords {

  static final List<String> ENVIRONMENTS = words(Environment.values());
  static final List<String> ASSET_STATUSES = words(AssetStatus.values());
  static final List<String> REQUEST_STATUSES = words(FulfillmentRequestStatus.values());
  static final List<String> REQUEST_TYPES = words(FulfillmentRequestType.values());

  private FieldWords() {}

  private static List<String> words(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Lifecycle::wire).toList();
  }
}
