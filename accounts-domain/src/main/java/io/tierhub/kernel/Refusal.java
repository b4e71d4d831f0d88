package io.tierhub.kernel;

/**
 * Why TierHub refuses, once for each reason. The code is what clients of Connect read in {@code
 * error_code}; the web maps each reason to a status and the catalogue page explains it.
 */
public enum Refusal {
  INVALID("VAL_001", "The request is not valid"),
  BAD_FILTER("VAL_002", "The filter cannot be read"),
  UNREADABLE_BODY("VAL_003", "The body cannot be read"),
  FILTER_TOO_LARGE("VAL_004", "The filter asks for too much"),
  UNAUTHENTICATED("AUTH_001", "Not authenticated"),
  FORBIDDEN("AUTH_002", "Seen, but not allowed"),
  NOT_FOUND("NFND_000", "Not found"),
  METHOD_NOT_ALLOWED("HTTP_405", "Method not allowed"),
  NOT_ACCEPTABLE("HTTP_406", "Not acceptable"),
  BODY_TOO_SLOW("HTTP_408", "The body did not come in time"),
  BODY_TOO_LARGE("HTTP_413", "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE("HTTP_415", "The body is not JSON"),
  TOO_MANY_CALLS("HTTP_429", "Too many calls"),
  UNAVAILABLE("SYS_002", "Temporarily unavailable"),
  INTERNAL("SYS_001", "Internal error"),
  STALE("SYS_003", "Changed by somebody else meanwhile"),
  IDEMPOTENCY_KEY_IN_USE("IDM_001", "The first call with this key is still under way"),
  IDEMPOTENCY_KEY_REUSED("IDM_002", "The key was sent with another call"),

  ACCOUNT_EXISTS("TA_001", "The account exists already"),
  PARENT_NOT_RESELLER("TA_002", "Only a reseller can be a parent"),
  PARENT_REQUIRED("TA_003", "A customer needs a parent"),
  PARENT_OF_OTHER_REALM("TA_004", "Parent and child differ in owner, hub or environment"),
  TREE_TOO_DEEP("TA_005", "The tree would be too deep"),
  CYCLE_IN_TREE("TA_006", "An account cannot be below itself"),
  ACCOUNT_FIELD_FIXED("TA_007", "This field never changes"),
  ACCOUNT_TYPE_IN_USE("TA_008", "The type cannot change while the account is in use"),
  ACCOUNT_HELD("TA_009", "Something holds the account"),
  PARENT_NOT_FOUND("TA_010", "The parent does not exist"),
  ACCOUNT_LIVES("TA_011", "The account is not decommissioned"),

  TAR_ILLEGAL_TRANSITION("TAR_001", "The account request's status does not permit this"),
  TAR_NOTHING_CHANGED("TAR_004", "Nothing changed in the tier account"),

  REQUEST_ILLEGAL_TRANSITION("REQ_001", "The request's status does not permit this"),
  REQUEST_OPEN("REQ_002", "The asset has an open request"),
  REQUEST_DUPLICATE("REQ_003", "The asset was ordered already"),
  REQUEST_TYPE_NOT_OFFERED("REQ_004", "This type of request is not offered"),
  TIERS_INVALID("REQ_005", "The tiers of the order do not fit"),
  ASSET_STATE("REQ_006", "The asset's status does not permit this"),
  REQUEST_INCOMPLETE("REQ_007", "Values are missing or wrong"),

  TCR_OPEN("TCR_001", "The configuration has an open request"),
  TCR_ILLEGAL_TRANSITION("TCR_002", "The tier request's status does not permit this"),
  TCR_INCOMPLETE("TCR_003", "Values are missing or wrong"),
  TCR_SET_UP("TCR_004", "The configuration is set up already"),
  TCR_NOT_SET_UP("TCR_005", "The configuration is not set up yet"),
  TCR_NOT_NEEDED("TCR_006", "The product asks nothing of this tier"),
  TEMPLATE_UNKNOWN("TCR_007", "There is no such template"),
  VALIDATOR_SILENT("TCR_008", "The vendor's validator gives no verdict"),
  CONVERSATION_STATE("CNV_001", "The conversation's status does not permit this"),
  MESSAGE_FIXED("CNV_002", "A state change stays as it was written"),

  TOKEN_STATE("TOK_001", "The token's status does not permit this"),
  PRODUCT_STATE("PRD_001", "The product's status does not permit this"),
  ITEM_EXISTS("PRD_002", "The product has this item already"),
  PARAMETER_EXISTS("PRM_001", "The product has this parameter already"),
  PARAMETER_FIELD_FIXED("PRM_002", "This member of a parameter never changes"),
  PARAMETER_DEPENDED_ON("PRM_003", "Another parameter depends on it"),
  TEMPLATE_FIELD_FIXED("TPL_001", "This member of a template never changes"),
  TEMPLATE_NEEDED("TPL_002", "The product needs this template"),
  PRODUCT_MESSAGE_EXISTS("PMS_001", "The product has this message already"),
  ACTION_EXISTS("ACT_001", "The product has this action already"),
  ACTION_FIELD_FIXED("ACT_002", "This member of an action never changes"),
  ACTION_NO_ENDPOINT("ACT_003", "The product's actions lead nowhere"),
  CONNECTION_STATE("CON_001", "The connection's status does not permit this"),
  LINK_KEY_NEWEST("LNK_001", "New links are sealed with this key"),
  FEED_GONE("FEED_001", "These events are no longer kept"),
  FEED_CONSUMERS("FEED_002", "There are too many consumers"),
  LEASE_LOST("LSE_001", "The lease does not hold this request");

  private final String code;
  private final String title;

  Refusal(String code, String title) {
    this.code = code;
    this.title = title;
  }

  public String code() {
    return code;
  }

  public String title() {
    return title;
  }
}
