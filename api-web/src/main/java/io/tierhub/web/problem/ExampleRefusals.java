package io.tierhub.web.problem;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Refusals as callers meet them, to be shown. */
final class ExampleRefusals {

  private static final String ACCOUNT = "TA-6458-9737-0065";
  private static final String RESELLER = "TA-7374-0753-1907";

  private ExampleRefusals() {}

  /** A path where it is met. */
  static String pathOf(Refusal why) {
    return "/public/v1/"
        + switch (why.code().substring(0, why.code().indexOf('_'))) {
          case "TAR" -> "tier/account-requests/TAR-6458-9737-0065-001-001/accept";
          case "TCR" -> "tier/config-requests/TCR-195-110-021-001";
          case "LSE" -> "requests/PR-1895-0864-1238-001/approve";
          case "REQ" -> "requests/PR-1895-0864-1238-001";
          case "CNV" -> "conversations/PR-1895-0864-1238-001/messages/ME-506-258-087";
          case "TOK" -> "auth/tokens/SU-771-994-269";
          case "PRD" -> "products/PRD-276-377-545";
          case "PRM" -> "products/PRD-276-377-545/parameters/PRM-276-377-545-0008";
          case "TPL" -> "products/PRD-276-377-545/templates/TL-551-876-782";
          case "PMS" -> "products/PRD-276-377-545/messages";
          case "LNK" -> "ops/link-keys/2";
          case "CON" -> "products/PRD-276-377-545/connections/CT-7761-6934";
          default -> "tier/accounts/" + ACCOUNT;
        };
  }

  static Refused of(Refusal why) {
    return switch (why) {
      case INVALID ->
          Refused.invalid(
              List.of(
                  new Violation("/contact_info/city", "This field is required."),
                  new Violation("/contact_info/contact/email", "Enter a valid e-mail address.")));
      case BAD_FILTER ->
          Refused.because(
              why,
              List.of(
                  new Violation(
                      "", "Unknown filter 'statsu' at character 1; did you mean 'status'?")));
      case FILTER_TOO_LARGE ->
          Refused.at(
              why, "", "Bad filter query. A list has more than 1000 values at position 7012.");
      case UNREADABLE_BODY ->
          Refused.because(
              why,
              "The body is not valid JSON: Unexpected end-of-input in VALUE_STRING (line 3, column"
                  + " 17)");
      case UNAUTHENTICATED -> Refused.because(why, "API request is unauthorized.");
      case FORBIDDEN -> Refused.because(why, "Only vendor may accept.");
      case NOT_FOUND -> Refused.notFound(ACCOUNT);
      case METHOD_NOT_ALLOWED ->
          Refused.because(why, "PATCH is not for this path.").allowing(List.of("GET", "PUT"));
      case BODY_TOO_SLOW -> Refused.because(why, "A body must be there within 60 seconds.");
      case BODY_TOO_LARGE -> Refused.because(why, "A body may have 1048576 bytes at most.");
      case UNSUPPORTED_MEDIA_TYPE ->
          Refused.because(
              why, "Send the body as Content-Type: application/json in UTF-8, not text/plain.");
      case UNAVAILABLE ->
          Refused.because(why, "The database is not available; nothing was changed. Try again.");
      case STALE ->
          Refused.because(
                  why,
                  ACCOUNT
                      + " is not as you have seen it any more; its ETag is"
                      + " W/\"TVpRqB3Zt2LxXn0aJ4kD\".")
              .with(Map.of("etag", "W/\"TVpRqB3Zt2LxXn0aJ4kD\""));
      case IDEMPOTENCY_KEY_IN_USE ->
          Refused.because(why, "The first call with this Idempotency-Key is still under way.");
      case IDEMPOTENCY_KEY_REUSED ->
          Refused.because(
              why,
              "This Idempotency-Key was sent before with another method, path, query, content type"
                  + " or body.");
      case ACCOUNT_EXISTS ->
          Refused.at(
                  why,
                  "/external_uid",
                  "The account " + ACCOUNT + " has this external_uid already.")
              .with(Map.of("id", ACCOUNT));
      case PARENT_NOT_RESELLER ->
          Refused.at(
              why, "/parent/id", RESELLER + " is a customer; only a reseller can be a parent.");
      case PARENT_REQUIRED -> Refused.at(why, "/parent", "A customer needs a parent.");
      case CYCLE_IN_TREE ->
          Refused.at(
              why,
              "/parent/id",
              RESELLER + " stands below " + ACCOUNT + ", which cannot be below itself.");
      case ACCOUNT_FIELD_FIXED ->
          Refused.at(why, "/hub/id", "The hub of an account never changes; it is HB-0309-9389.");
      case ACCOUNT_HELD ->
          Refused.because(why, RESELLER + " cannot be decommissioned: child " + ACCOUNT + ".")
              .with(Map.of("held_by", List.of(inOrder("kind", "child", "id", ACCOUNT))));
      case ACCOUNT_LIVES ->
          Refused.because(why, RESELLER + " is not decommissioned, and held by 1 others.")
              .with(Map.of("held_by", List.of(inOrder("kind", "child", "id", ACCOUNT))));
      case TAR_ILLEGAL_TRANSITION -> Refused.because(why, "Cannot accept: the status is ignored.");
      case TAR_NOTHING_CHANGED ->
          Refused.because(why, "Nothing changed in the tier account " + ACCOUNT + ".");
      case REQUEST_ILLEGAL_TRANSITION ->
          Refused.because(why, "Cannot approve: the status is tiers_setup.")
              .allowing(List.of("fail"));
      case REQUEST_DUPLICATE ->
          Refused.at(
                  why,
                  "/asset/external_uid",
                  "AS-1895-0864-1238 was ordered with this external_uid already, as"
                      + " PR-1895-0864-1238-001.")
              .with(
                  inOrder(
                      "request_id", "PR-1895-0864-1238-001",
                      "request_status", "pending",
                      "asset_id", "AS-1895-0864-1238",
                      "asset_status", "processing"));
      case REQUEST_OPEN ->
          Refused.because(why, "AS-1895-0864-1238 has an open request: PR-1895-0864-1238-002.")
              .with(
                  inOrder(
                      "asset_id", "AS-1895-0864-1238",
                      "request_id", "PR-1895-0864-1238-002",
                      "request_type", "change",
                      "request_status", "pending"));
      case ASSET_STATE ->
          Refused.because(why, "AS-1895-0864-1238 takes no change: its status is suspended.")
              .allowing(List.of("resume"));
      case REQUEST_INCOMPLETE ->
          Refused.because(
              why,
              List.of(
                  new Violation(
                      "/asset/params/tenant_id",
                      "This fulfillment parameter is required and has no value.")));
      case PARAMETER_FIELD_FIXED ->
          Refused.at(why, "/type", "The type of a parameter never changes; it is email.");
      case PARAMETER_DEPENDED_ON ->
          Refused.because(why, "'region' cannot be deleted: 'data_center' depends on it.")
              .with(Map.of("dependents", List.of("data_center")));
      case TCR_OPEN ->
          Refused.because(why, "TC-195-110-021 has an open request: TCR-195-110-021-001.")
              .with(
                  inOrder(
                      "configuration_id", "TC-195-110-021", "request_id", "TCR-195-110-021-001"));
      case TCR_ILLEGAL_TRANSITION ->
          Refused.because(why, "Cannot approve: the status is tiers_setup.")
              .allowing(List.of("fail"));
      case TCR_INCOMPLETE ->
          Refused.because(
              why,
              List.of(
                  new Violation(
                      "/params/partner_id",
                      "This fulfillment parameter is required and has no value.")));
      case TEMPLATE_FIELD_FIXED ->
          Refused.at(why, "/scope", "The scope of a template never changes; it is asset.");
      case TEMPLATE_NEEDED ->
          Refused.because(
              why,
              "TL-551-876-782 is the product's only template of scope asset and type fulfillment.");
      case ACTION_FIELD_FIXED ->
          Refused.at(why, "/scope", "The scope of an action never changes; it is tier1.");
      case TIERS_INVALID -> Refused.at(why, "/asset/tiers/tier1", "An order needs this account.");
      case CONVERSATION_STATE -> Refused.because(why, "Cannot edit: the status is closed.");
      case VALIDATOR_SILENT ->
          Refused.because(why, "The vendor's validator gives no verdict: no answer within 10 s.");
      case LINK_KEY_NEWEST -> Refused.because(why, "New links are sealed with key 2.");
      case LEASE_LOST ->
          Refused.because(why, "LE-8307-5526-1402 does not hold PR-1895-0864-1238-001.");
      case MESSAGE_FIXED -> Refused.because(why, "ME-506-258-087 tells of a change of state.");
      default -> Refused.because(why, Explanation.of(why).meaning());
    };
  }

  /** Facts as they are told, one after the other. */
  private static Map<String, Object> inOrder(String... namesAndValues) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      facts.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return facts;
  }
}
