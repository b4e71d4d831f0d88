package io.tierhub.webhook;

import io.tierhub.kernel.Lifecycle;
import io.tierhub.tierconfig.TierLevel;
import io.tierhub.tierconfigrequest.TierConfigurationRequestType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** On which occasion a webhook is called. */
public enum WebhookType {
  /** Something happened. */
  EVENT,
  /** Values of the draft of a setup are tried, of tier 1. */
  DRAFT_TCR_T1_VAL,
  DRAFT_TCR_T2_VAL,
  /** Values that a setup inquires are tried. */
  TCR_SETUP_T1_INQ_VAL,
  TCR_SETUP_T2_INQ_VAL,
  /** Values of the draft of an update are tried. */
  TCR_UPDATE_T1_VALIDATOR,
  TCR_UPDATE_T2_VALIDATOR,
  /** Values that an update inquires are tried. */
  TCR_UPDATE_T1_INQ_VAL,
  TCR_UPDATE_T2_INQ_VAL;

  /** What validates a request of that type; nobody validates what a vendor does by itself. */
  public static Optional<WebhookType> validating(
      TierConfigurationRequestType type, boolean draft, TierLevel level) {
    boolean first = level == TierLevel.TIER1;
    return switch (type) {
      case SETUP ->
          Optional.of(
              draft
                  ? first ? DRAFT_TCR_T1_VAL : DRAFT_TCR_T2_VAL
                  : first ? TCR_SETUP_T1_INQ_VAL : TCR_SETUP_T2_INQ_VAL);
      case UPDATE ->
          Optional.of(
              draft
                  ? first ? TCR_UPDATE_T1_VALIDATOR : TCR_UPDATE_T2_VALIDATOR
                  : first ? TCR_UPDATE_T1_INQ_VAL : TCR_UPDATE_T2_INQ_VAL);
      case ADJUSTMENT -> Optional.empty();
    };
  }

  public boolean validates() {
    return this != EVENT;
  }

  public String wire() {
    return Lifecycle.wire(this);
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(WebhookType::wire).toList();
  }

  public static Optional<WebhookType> ofWire(String text) {
    return Arrays.stream(values()).filter(one -> one.wire().equals(text)).findFirst();
  }
}
