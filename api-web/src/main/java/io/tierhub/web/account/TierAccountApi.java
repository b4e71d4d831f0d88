package io.tierhub.web.account;

import static io.tierhub.kernel.Refusal.ACCOUNT_EXISTS;
import static io.tierhub.kernel.Refusal.ACCOUNT_FIELD_FIXED;
import static io.tierhub.kernel.Refusal.ACCOUNT_HELD;
import static io.tierhub.kernel.Refusal.ACCOUNT_LIVES;
import static io.tierhub.kernel.Refusal.ACCOUNT_TYPE_IN_USE;
import static io.tierhub.kernel.Refusal.CYCLE_IN_TREE;
import static io.tierhub.kernel.Refusal.PARENT_NOT_FOUND;
import static io.tierhub.kernel.Refusal.PARENT_NOT_RESELLER;
import static io.tierhub.kernel.Refusal.PARENT_OF_OTHER_REALM;
import static io.tierhub.kernel.Refusal.PARENT_REQUIRED;
import static io.tierhub.kernel.Refusal.TREE_TOO_DEEP;
import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.account.TierAccountField;
import io.tierhub.account.TierAccountId;
import io.tierhub.kernel.Actor;
import io.tierhub.web.openapi.Filterable;
import io.tierhub.web.openapi.Refuses;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.Takes;
import io.tierhub.web.openapi.Unconditional;
import io.tierhub.web.openapi.Users;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.ListQuery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Customers and resellers, the trees they form, and every version they had. */
@Tag(
    name = "Tier accounts",
    description = "Customers and resellers, the trees they form, and every version they had")
@RequestMapping("/public/v1/tier/accounts")
@Users({PORTAL, VENDOR, OPS})
interface TierAccountApi {

  String DEEPEST = "19";

  @GetMapping
  @Filterable(TierAccountField.class)
  @Operation(
      summary = "List accounts",
      description =
          "The accounts you own; for a vendor also those that occur in assets of its products.")
  @Returns(AccountView[].class)
  ResponseEntity<byte[]> list(Actor actor, ListQuery query);

  @PostMapping
  @Users(PORTAL)
  @Refuses({
    ACCOUNT_EXISTS,
    PARENT_NOT_FOUND,
    PARENT_NOT_RESELLER,
    PARENT_OF_OTHER_REALM,
    PARENT_REQUIRED,
    TREE_TOO_DEEP
  })
  @Operation(
      summary = "Create accounts",
      description =
          "One object, or an array in which a child names its parent by `parent.index`. All are"
              + " created or none. A customer needs a parent; only a reseller can be one.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(oneOf = {AccountForm.class, AccountForm[].class}),
              examples = {
                @ExampleObject(name = "A reseller", value = AccountExamples.RESELLER),
                @ExampleObject(name = "A reseller and its customer", value = AccountExamples.PAIR)
              }))
  @ApiResponse(
      responseCode = "201",
      description = "An object for an object, an array for an array",
      content = @Content(schema = @Schema(oneOf = {AccountView.class, AccountView[].class})))
  ResponseEntity<byte[]> create(Actor actor, Body body);

  @GetMapping("/{id}")
  @Operation(
      summary = "Get an account",
      description = "As it is now, or with `as_of` as it was at that moment.")
  @Returns(AccountView.class)
  ResponseEntity<byte[]> get(
      Actor actor,
      @PathVariable TierAccountId id,
      @RequestParam(name = "as_of", required = false)
          @Parameter(description = "A moment, ISO 8601", example = "2026-11-22T10:00:00Z")
          @Nullable Instant asOf);

  @PutMapping("/{id}")
  @Users(PORTAL)
  @Refuses({
    ACCOUNT_EXISTS,
    ACCOUNT_FIELD_FIXED,
    ACCOUNT_TYPE_IN_USE,
    CYCLE_IN_TREE,
    PARENT_NOT_FOUND,
    PARENT_NOT_RESELLER,
    PARENT_OF_OTHER_REALM,
    PARENT_REQUIRED,
    TREE_TOO_DEEP
  })
  @Operation(
      summary = "Change an account",
      description =
          "Members that are not listed stay as they are. The change applies at once, makes the next"
              + " version, and raises one account request per product in whose assets the account"
              + " stands. What changes nothing makes no version. Send another `parent` to move the"
              + " account with all below it. With `dry_run=true` nothing is kept and the answer tells"
              + " whom the change would tell.")
  @Takes(
      value = AccountForm.class,
      examples = @ExampleObject(name = "A new address", value = AccountExamples.MOVED))
  @Returns(AccountView.class)
  ResponseEntity<byte[]> change(Actor actor, @PathVariable TierAccountId id, Body body);

  @DeleteMapping("/{id}")
  @Users(PORTAL)
  @Refuses(ACCOUNT_HELD)
  @Operation(
      summary = "Decommission an account",
      description =
          "Ends its life for good. Refused, with the list, while living children or unterminated"
              + " assets hold it. Its versions stay readable for you.")
  @ApiResponse(responseCode = "204", content = @Content)
  ResponseEntity<byte[]> decommission(Actor actor, @PathVariable TierAccountId id);

  @PostMapping("/{id}/erase")
  @Users(PORTAL)
  @Refuses(ACCOUNT_LIVES)
  @Unconditional
  @Operation(
      summary = "Erase an account's personal data",
      description =
          "Of a decommissioned account of yours, for good: names, addresses and contacts are taken"
              + " out of its versions, requests, mails, kept answers and the audit. Ids, states and"
              + " times stay, and so does what was agreed. Once it is done, it is answered the same"
              + " again. With `dry_run=true` the effects tell from how much of each kind.")
  @Returns(ErasureView.class)
  ResponseEntity<byte[]> erase(Actor actor, @PathVariable TierAccountId id);

  @GetMapping("/{id}/versions")
  @Operation(summary = "List an account's versions", description = "Newest first.")
  @Returns(AccountView[].class)
  ResponseEntity<byte[]> versions(Actor actor, @PathVariable TierAccountId id, ListQuery query);

  @GetMapping("/{id}/versions/{version:[0-9]+}")
  @Operation(
      summary = "Get a version of an account",
      description = "The account as that change left it.")
  @Returns(AccountView.class)
  ResponseEntity<byte[]> version(
      Actor actor,
      @PathVariable TierAccountId id,
      @PathVariable("version") @Parameter(example = "1") int number);

  @GetMapping("/{id}/ancestors")
  @Operation(
      summary = "List an account's ancestors",
      description =
          "From the account itself (`tier` 0) up to the root (`level` 0), as far as you may see them.")
  @Returns(AccountView.Placed[].class)
  ResponseEntity<byte[]> ancestors(
      Actor actor,
      @PathVariable TierAccountId id,
      @RequestParam(name = "as_of", required = false)
          @Parameter(description = "A moment, ISO 8601", example = "2026-11-22T10:00:00Z")
          @Nullable Instant asOf);

  @GetMapping("/{id}/descendants")
  @Filterable(TierAccountField.class)
  @Operation(
      summary = "List what is below an account",
      description = "In the order of the tree: each account before what is below it.")
  @Returns(AccountView.Placed[].class)
  ResponseEntity<byte[]> descendants(
      Actor actor,
      @PathVariable TierAccountId id,
      @RequestParam(defaultValue = DEEPEST) @Parameter(description = "Levels below the account")
          int depth,
      ListQuery query);

  @GetMapping("/{id}/tree")
  @Operation(
      summary = "Get the tree below an account",
      description =
          "The account with its `children` nested, 5,000 accounts at most; `truncated` says whether"
              + " some were left out.")
  @Returns(AccountView.Node.class)
  ResponseEntity<byte[]> tree(
      Actor actor,
      @PathVariable TierAccountId id,
      @RequestParam(defaultValue = DEEPEST) @Parameter(description = "Levels below the account")
          int depth,
      @RequestParam(name = "as_of", required = false)
          @Parameter(description = "A moment, ISO 8601", example = "2026-11-22T10:00:00Z")
          @Nullable Instant asOf);
}
