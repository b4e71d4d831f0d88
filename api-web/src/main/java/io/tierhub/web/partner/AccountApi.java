package io.tierhub.web.partner;

import static io.tierhub.web.openapi.Users.User.OPS;
import static io.tierhub.web.openapi.Users.User.PORTAL;
import static io.tierhub.web.openapi.Users.User.VENDOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.PartnerId;
import io.tierhub.partner.PartnerField;
import io.tierhub.partner.UserField;
import io.tierhub.web.openapi.Filterable;
import io.tierhub.web.openapi.Returns;
import io.tierhub.web.openapi.Users;
import io.tierhub.web.wire.ListQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The caller's own company and its people. */
@Tag(
    name = "Accounts and access",
    description = "Who you are, your company and its people, and the tokens that let programs in")
@RequestMapping("/public/v1")
@Users({PORTAL, VENDOR, OPS})
interface AccountApi {

  @GetMapping("/me")
  @Operation(
      summary = "Who am I",
      description =
          "The role, account and environment that your token works for, and when it expires.")
  @Returns(SelfView.class)
  ResponseEntity<byte[]> self(Actor actor);

  @GetMapping("/accounts")
  @Filterable(PartnerField.class)
  @Operation(
      summary = "List accounts",
      description = "Your own company, as the only one; for ops all companies.")
  @Returns(AccountView[].class)
  ResponseEntity<byte[]> list(Actor actor, ListQuery query);

  @GetMapping("/accounts/{id}")
  @Operation(summary = "Get an account", description = "Your own company; for ops any.")
  @Returns(AccountView.class)
  ResponseEntity<byte[]> get(Actor actor, @PathVariable PartnerId id);

  @GetMapping("/accounts/{id}/users")
  @Filterable(UserField.class)
  @Operation(
      summary = "List an account's users",
      description = "The people who work for your own company; for ops those of any.")
  @Returns(UserView[].class)
  ResponseEntity<byte[]> users(Actor actor, @PathVariable PartnerId id, ListQuery query);
}
