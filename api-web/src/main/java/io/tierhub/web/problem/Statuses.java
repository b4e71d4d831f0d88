package io.tierhub.web.problem;

import io.tierhub.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which status a refusal has (design §3). Illegal transitions are 400, as clients of Connect
 * expect; a refusal is never a 5xx, because clients repeat those.
 */
final class Statuses {

  private Statuses() {}

  static int of(Refusal why) {
    // No default: a new refusal does not compile until it has a status.
    return switch (why) {
      case INVALID,
          BAD_FILTER,
          FILTER_TOO_LARGE,
          UNREADABLE_BODY,
          PARENT_NOT_RESELLER,
          PARENT_REQUIRED,
          PARENT_OF_OTHER_REALM,
          PARENT_NOT_FOUND,
          TREE_TOO_DEEP,
          CYCLE_IN_TREE,
          ACCOUNT_FIELD_FIXED,
          ACCOUNT_TYPE_IN_USE,
          ACCOUNT_HELD,
          ACCOUNT_LIVES,
          TAR_ILLEGAL_TRANSITION,
          TAR_NOTHING_CHANGED,
          REQUEST_ILLEGAL_TRANSITION,
          REQUEST_TYPE_NOT_OFFERED,
          TIERS_INVALID,
          ASSET_STATE,
          REQUEST_INCOMPLETE,
          TCR_ILLEGAL_TRANSITION,
          TCR_INCOMPLETE,
          TCR_NOT_SET_UP,
          TCR_NOT_NEEDED,
          TEMPLATE_UNKNOWN,
          VALIDATOR_SILENT,
          CONVERSATION_STATE,
          MESSAGE_FIXED,
          TOKEN_STATE,
          PRODUCT_STATE,
          PARAMETER_FIELD_FIXED,
          PARAMETER_DEPENDED_ON,
          TEMPLATE_FIELD_FIXED,
          TEMPLATE_NEEDED,
          ACTION_FIELD_FIXED,
          ACTION_NO_ENDPOINT,
          CONNECTION_STATE,
          LINK_KEY_NEWEST ->
          400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case METHOD_NOT_ALLOWED -> 405;
      case NOT_ACCEPTABLE -> 406;
      case ACCOUNT_EXISTS,
          ITEM_EXISTS,
          PARAMETER_EXISTS,
          PRODUCT_MESSAGE_EXISTS,
          ACTION_EXISTS,
          REQUEST_OPEN,
          REQUEST_DUPLICATE,
          TCR_OPEN,
          TCR_SET_UP,
          FEED_CONSUMERS,
          IDEMPOTENCY_KEY_IN_USE,
          LEASE_LOST ->
          409;
      case BODY_TOO_SLOW -> 408;
      case FEED_GONE -> 410;
      case STALE -> 412;
      case BODY_TOO_LARGE -> 413;
      case UNSUPPORTED_MEDIA_TYPE -> 415;
      case IDEMPOTENCY_KEY_REUSED -> 422;
      case TOO_MANY_CALLS -> 429;
      case INTERNAL -> 500;
      case UNAVAILABLE -> 503;
    };
  }

  /** The reason behind a status that the server gives by itself; null if we have no word for it. */
  static @Nullable Refusal refusal(int status) {
    return switch (status) {
      case 400 -> Refusal.INVALID;
      case 401 -> Refusal.UNAUTHENTICATED;
      case 403 -> Refusal.FORBIDDEN;
      case 404 -> Refusal.NOT_FOUND;
      case 405 -> Refusal.METHOD_NOT_ALLOWED;
      case 406 -> Refusal.NOT_ACCEPTABLE;
      case 408 -> Refusal.BODY_TOO_SLOW;
      case 413 -> Refusal.BODY_TOO_LARGE;
      case 415 -> Refusal.UNSUPPORTED_MEDIA_TYPE;
      case 429 -> Refusal.TOO_MANY_CALLS;
      case 500 -> Refusal.INTERNAL;
      case 503 -> Refusal.UNAVAILABLE;
      default -> null;
    };
  }
}
