package io.tierhub.web.problem;

import io.tierhub.kernel.Refusal;
import io.tierhub.web.rql.Limits;

/**
 * What a refusal means and what to do about it.
 *
 * @param meaning what is the case
 * @param remedy what the caller can do
 */
record Explanation(String meaning, String remedy) {

  static Explanation of(Refusal why) {
    // No default: a new refusal does not compile until it is explained.
    return switch (why) {
      case INVALID ->
          new Explanation(
              "Something in what you sent breaks a rule. Nothing was changed.",
              "`violations` name every fault with the place in the body; mend them all and send it"
                  + " again.");
      case BAD_FILTER ->
          new Explanation(
              "The query string is no filter that this list knows: a name, a lookup or a value is"
                  + " wrong, or a parenthesis is missing.",
              "`errors` say what was found where, and which name was probably meant. Put quotes"
                  + " around values that contain ( ) , & | ; or =.");
      case FILTER_TOO_LARGE ->
          new Explanation(
              "The filter may be right, but it is more than one query may ask for: %d characters, %d"
                      .formatted(Limits.CHARACTERS, Limits.TERMS)
                  + " filters and names, %d values in a list and %d levels of parentheses."
                      .formatted(Limits.VALUES, Limits.DEPTH),
              "`detail` says which limit it was. Ask for it in several calls.");
      case UNREADABLE_BODY ->
          new Explanation(
              "The body is not JSON.",
              "`detail` has the line and the column where reading stopped.");
      case UNAUTHENTICATED ->
          new Explanation(
              "There is no token in the call, or it is unknown, switched off or expired. Which of"
                  + " these is not told.",
              "Send `Authorization: ApiKey SU-…:secret`. If the token was renewed, use the new"
                  + " secret.");
      case FORBIDDEN ->
          new Explanation(
              "You see the object, but this is not yours to do.",
              "`detail` names who may do it. Check that you use the token of the right company.");
      case NOT_FOUND ->
          new Explanation(
              "There is no such object or path, or it is one that you may not see: the answer is the"
                  + " same for both.",
              "Check the id, and that the token is of the right company and environment.");
      case METHOD_NOT_ALLOWED ->
          new Explanation(
              "The path exists, but not with this method.", "`allowed` lists the methods it has.");
      case NOT_ACCEPTABLE ->
          new Explanation(
              "The Accept header asks for something that is not spoken here.",
              "Ask for `application/json`.");
      case BODY_TOO_SLOW ->
          new Explanation(
              "The body did not come, or came so slowly that it was not waited for any longer.",
              "Send the same call again; nothing was changed.");
      case BODY_TOO_LARGE ->
          new Explanation("The body is larger than any that is read.", "Send it in several calls.");
      case UNSUPPORTED_MEDIA_TYPE ->
          new Explanation(
              "The body is declared as something else than JSON.",
              "Send it with `Content-Type: application/json`.");
      case TOO_MANY_CALLS ->
          new Explanation(
              "Your token called too often within a minute, or its calls that are under way are too many or too"
                  + " large together, or too many of them wait for events; or, without a token, too"
                  + " many calls came from your network address.",
              "Send the same call again after the seconds in `Retry-After`. `RateLimit` says in every"
                  + " answer how many calls are left. Pages of up to 200 rows take hardly any room.");
      case UNAVAILABLE ->
          new Explanation(
              "The database cannot be reached at the moment, or as many calls are under way as the server"
                  + " has room for. `detail` says whether nothing was changed,"
                  + " or whether that is not known, since the database went away during the call.",
              "Send the same call again after the seconds in `Retry-After`. If it is not known"
                  + " whether something was changed, look first, or use an `Idempotency-Key`.");
      case INTERNAL ->
          new Explanation(
              "TierHub made a mistake. It is written to the log.",
              "Report the `trace_id`. Before you repeat a write, read whether it was done.");
      case STALE ->
          new Explanation(
              "Somebody else changed the object: since you got the `ETag` that you sent as `If-Match`,"
                  + " or while your call was under way. Your change was not made.",
              "Read the object again, and repeat the change, with its new `ETag`, if it still makes"
                  + " sense. `params.etag` is that tag if you sent one.");
      case IDEMPOTENCY_KEY_IN_USE ->
          new Explanation(
              "You sent the call again before its first answer was there. Nothing was done twice.",
              "Send the same again after the seconds in `Retry-After`: you are answered what the"
                  + " first call was answered, or, if that was refused, it is tried anew.");
      case IDEMPOTENCY_KEY_REUSED ->
          new Explanation(
              "In the last 24 hours this `Idempotency-Key` came with another method, path, query,"
                  + " content type or body, and that call was done. This one was not.",
              "Draw a new key, such as a UUID, for each call that is meant as one of its own; use it"
                  + " again only to repeat exactly that call.");
      case ACCOUNT_EXISTS ->
          new Explanation(
              "A living account of yours has this `external_uid` already: the call may be a repeated"
                  + " one.",
              "`params.id` is that account; use it, or send another `external_uid`.");
      case PARENT_NOT_RESELLER ->
          new Explanation(
              "The account named as parent is a customer.", "Name a reseller as the parent.");
      case PARENT_REQUIRED ->
          new Explanation(
              "A customer stands below a reseller, always.",
              "Send `parent` with the id of its reseller, or `type` `reseller`.");
      case PARENT_OF_OTHER_REALM ->
          new Explanation(
              "The account and its parent do not have the same owner, hub and environment.",
              "Choose a parent of the same three; `detail` names the parent's.");
      case TREE_TOO_DEEP ->
          new Explanation(
              "A tree has 20 levels at most, and this would make one more.",
              "Place the account higher; `detail` names the path.");
      case CYCLE_IN_TREE ->
          new Explanation(
              "The new parent is the account itself or stands below it.",
              "Move that one away first, or choose another parent; `detail` names the path.");
      case ACCOUNT_FIELD_FIXED ->
          new Explanation(
              "An account's owner, hub and environment never change.",
              "Leave the field out, or send the value it has. For another one, create another"
                  + " account.");
      case ACCOUNT_TYPE_IN_USE ->
          new Explanation(
              "A type can change only while the account has no children, assets or configurations.",
              "`params.held_by` lists what is in the way.");
      case ACCOUNT_HELD ->
          new Explanation(
              "The account cannot be decommissioned, since something living depends on it.",
              "`params.held_by` lists what; move or end these first.");
      case ACCOUNT_LIVES ->
          new Explanation(
              "Only of decommissioned accounts can the personal data be erased.",
              "Decommission it first; `params.held_by` lists what keeps it from that.");
      case PARENT_NOT_FOUND ->
          new Explanation(
              "There is no such account that could be the parent, at least none of yours.",
              "Check the id; in an array, `parent.index` counts from 0.");
      case TAR_ILLEGAL_TRANSITION ->
          new Explanation(
              "The account request was decided already, or cannot be decided.",
              "`allowed` lists what its status permits. If nothing, there is nothing left to do.");
      case TAR_NOTHING_CHANGED ->
          new Explanation(
              "What you reported is what the account says already, so nobody needs to be told.",
              "Nothing to do.");
      case REQUEST_ILLEGAL_TRANSITION ->
          new Explanation(
              "The request's status does not permit this action.",
              "`allowed` lists what it permits. Read the request; somebody else may have decided"
                  + " it.");
      case REQUEST_OPEN ->
          new Explanation(
              "An asset has one open request at a time, and this one has one.",
              "`params` name the open request; wait for it, or fail it.");
      case REQUEST_DUPLICATE ->
          new Explanation(
              "An asset with this `external_uid` was ordered already: the call may be a repeated"
                  + " one.",
              "`params` have the ids and statuses of the first order; go on with these.");
      case REQUEST_TYPE_NOT_OFFERED ->
          new Explanation(
              "Requests of this type cannot be made here.", "`detail` names the types that can.");
      case TIERS_INVALID ->
          new Explanation(
              "The accounts of the order do not fit: one is missing, unknown, decommissioned, of the"
                  + " wrong type or named twice.",
              "`violations` name each tier and what is wrong with it.");
      case ASSET_STATE ->
          new Explanation(
              "The asset's status does not permit such a request.",
              "`allowed` lists the types that it permits.");
      case REQUEST_INCOMPLETE ->
          new Explanation(
              "A required value of the asset is missing, of either phase, or a value has an error.",
              "`violations` name the parameters. Give fulfillment values by PUT, ask the customer"
                  + " for ordering values by `inquire`, clear an error with an empty"
                  + " `value_error`.");
      case TCR_OPEN ->
          new Explanation(
              "A tier configuration has one open request at most, and this one has it already.",
              "Go on with the request that `params` names, or fail it first.");
      case TCR_ILLEGAL_TRANSITION ->
          new Explanation(
              "The tier request is in a status in which this cannot be done.",
              "`allowed` lists what can. Read the request again before you repeat the call.");
      case TCR_INCOMPLETE ->
          new Explanation(
              "A required value of the tier is missing, of either phase, or a value has an error.",
              "`violations` name the parameters. Give fulfillment values by PUT, ask the reseller"
                  + " for ordering values by `inquire`, clear an error with an empty"
                  + " `value_error`.");
      case TCR_SET_UP ->
          new Explanation(
              "The reseller is set up for this product already, at this level and through this"
                  + " connection. That is done once.",
              "Change it by an update of the configuration that `params` names.");
      case TCR_NOT_SET_UP ->
          new Explanation(
              "Only what was set up can be updated, adjusted or shown to its reseller.",
              "Wait for the setup that `detail` names, or ask for one.");
      case TCR_NOT_NEEDED ->
          new Explanation(
              "The product asks nothing of resellers at this tier level.",
              "Order it without. The product's `capabilities.tiers.configs.level` and its"
                  + " parameters of scope `tier1` and `tier2` say what it asks for.");
      case TEMPLATE_UNKNOWN ->
          new Explanation(
              "The product has no such template of this scope.",
              "List `/products/{id}/templates`, or leave the template out for the default.");
      case VALIDATOR_SILENT ->
          new Explanation(
              "The vendor looks at values itself before it gets the request, and its program did not"
                  + " answer in time, or not as it should. Nothing was changed.",
              "Try again later. What is to be right all the same can be written by a PUT, and is"
                  + " judged by the vendor when it has the request.");
      case CONVERSATION_STATE ->
          new Explanation(
              "The conversation is closed, for good: nothing can be said or taken back in it.",
              "Say it elsewhere. What becomes of the request is noted all the same.");
      case MESSAGE_FIXED ->
          new Explanation(
              "The message tells of a change of state. Such messages are a record and stay as they"
                  + " were written.",
              "Post another message that puts it right.");
      case TOKEN_STATE ->
          new Explanation(
              "The token's status does not permit this.", "`allowed` lists what it permits.");
      case PRODUCT_STATE ->
          new Explanation(
              "The product's status does not permit this: only a published product can be ordered in"
                  + " production.",
              "`allowed` lists what the vendor can do with it.");
      case ITEM_EXISTS ->
          new Explanation(
              "The product has an item with this `mpn`.",
              "`params.id` is that item; change it, or use another `mpn`.");
      case PARAMETER_EXISTS ->
          new Explanation(
              "The product has a parameter of this name.",
              "`params.id` is that parameter; change it, or use another `name`.");
      case PARAMETER_FIELD_FIXED ->
          new Explanation(
              "What values are called by and made of never changes: a parameter's name, type, scope"
                  + " and phase.",
              "Leave the member out, or send what it is. For another one, create another"
                  + " parameter.");
      case PARAMETER_DEPENDED_ON ->
          new Explanation(
              "What another parameter demands depends on the value of this one.",
              "`params.dependents` names them; take their `constraints.dependency` away first.");
      case TEMPLATE_FIELD_FIXED ->
          new Explanation(
              "A template's scope and type never change.",
              "Leave the member out, or send what it is. For another one, create another template.");
      case TEMPLATE_NEEDED ->
          new Explanation(
              "A product has a template of each scope and type at any time, and this is the only one"
                  + " of its kind.",
              "Change it, or create another one of the same scope and type first.");
      case PRODUCT_MESSAGE_EXISTS ->
          new Explanation(
              "The product has a message with this `external_id`.",
              "`params.id` is that message; change it, or use another `external_id`.");
      case ACTION_EXISTS ->
          new Explanation(
              "The product has an action of this name.",
              "`params.id` is that action; change it, or use another `action`.");
      case ACTION_FIELD_FIXED ->
          new Explanation(
              "An action's scope never changes.",
              "Leave the member out, or send what it is. For another one, create another action.");
      case ACTION_NO_ENDPOINT ->
          new Explanation(
              "The vendor has not said where the links of its product's actions lead, or has drawn no"
                  + " secret to sign them with.",
              "The vendor sets `customer_ui_settings.action.url` by PUT of the product, and draws a"
                  + " secret by POST of `/products/{id}/actions/regeneratesecret`.");
      case CONNECTION_STATE ->
          new Explanation(
              "The connection's status does not permit this.",
              "`allowed` lists what it permits. Through one that has ended nothing is sold until its"
                  + " distributor approves it again.");
      case FEED_GONE ->
          new Explanation(
              "You ask for what followed on a position whose next events are no longer kept: you were"
                  + " away for longer than the feed remembers.",
              "Read the lists anew, and then the feed from `params.restart_after`.");
      case FEED_CONSUMERS ->
          new Explanation(
              "Your account has as many consumers of the feed, in this environment, as there may be.",
              "Delete those that nobody uses any more: `committed_at` says when each was heard of last.");
      case LINK_KEY_NEWEST ->
          new Explanation(
              "A key can be deleted, with all links that were sealed with it, once there is a newer"
                  + " one; this is the newest.",
              "`POST /ops/link-keys` first.");
      case LEASE_LOST ->
          new Explanation(
              "The lease that you sent as `X-Lease` does not hold this request, or not any more: it"
                  + " has ended, or the request was given back or is no longer pending. Somebody else"
                  + " may have claimed it since. Nothing was done.",
              "Leave the request to whoever claims it next, and claim others. Renew a lease in time,"
                  + " or claim fewer at once.");
    };
  }
}
