package io.tierhub.persistence.account;

import static io.tierhub.persistence.read.Shape.number;
import static io.tierhub.persistence.read.Shape.object;
import static io.tierhub.persistence.read.Shape.optional;
import static io.tierhub.persistence.read.Shape.raw;
import static io.tierhub.persistence.read.Shape.stamp;
import static io.tierhub.persistence.read.Shape.text;
import static io.tierhub.persistence.read.Shape.words;

import io.tierhub.partner.HubId;
import io.tierhub.persistence.read.Shape;
import io.tierhub.persistence.read.Sql;
import java.util.List;

/**
 * The wire's shapes of an account (wire-format §2.1): as it is, from {@code tier_account a}, and as
 * it was in a version, from {@code tier_account_version v}. Both expect {@code partner o} the
 * owner, {@code hub h} and {@code tier_account p} the parent as far as the caller may see it.
 */
public final class AccountShapes {

  private static final List<String> SCOPES = List.of("customer", "tier1", "tier2");

  private AccountShapes() {}

  static Shape current() {
    return Shape.of(
        members(
            "a",
            number("version", "a.number"),
            optional(
                "parent",
                text("id", "p.id"),
                text("name", "p.name"),
                text("external_id", "p.external_id")),
            stamp("updated", "a.updated_at", "a.updated_by_id", "a.updated_by_name")));
  }

  static Shape version() {
    return Shape.of(versionMembers());
  }

  /** The version as a member of something else. */
  public static Shape.Member version(String name) {
    return object(name, versionMembers());
  }

  /** The condition that the account plays that role in some asset. */
  public static Sql hasScope(String column, String scope) {
    int bit = SCOPES.indexOf(scope);
    // In figures: there are indexes of the rare ones.
    return Sql.of(bit < 0 ? "false" : "(" + column + " & " + (1 << bit) + ") <> 0");
  }

  private static Shape.Member[] versionMembers() {
    return members(
        "v",
        number("version", "v.number"),
        // The parent as it was called then, but never one that the caller may not see.
        optional(
            "parent",
            text("id", "case when p.id is not null then v.parent_id end"),
            text("name", "v.parent_name"),
            text("external_id", "v.parent_external_id")),
        stamp("updated", "v.valid_from", "v.changed_by_id", "v.changed_by_name"));
  }

  private static Shape.Member[] members(
      String state, Shape.Member version, Shape.Member parent, Shape.Member updated) {
    return new Shape.Member[] {
      text("id", "a.id"),
      version,
      text("name", state + ".name"),
      text("type", state + ".type"),
      text("external_id", state + ".external_id"),
      text("external_uid", state + ".external_uid"),
      parent,
      object("owner", text("id", "o.id"), text("name", "o.name"), text("icon", "o.icon")),
      words("scopes", "a.scopes", SCOPES),
      object(
          "hub",
          text("id", "coalesce(h.id, '" + HubId.NONE + "')"),
          text("name", "coalesce(h.name, 'None')")),
      text("tax_id", state + ".tax_id"),
      object(
          "events",
          stamp("created", "a.created_at", "a.created_by_id", "a.created_by_name"),
          updated,
          stamp(
              "decommissioned",
              "a.decommissioned_at",
              "a.decommissioned_by_id",
              "a.decommissioned_by_name")),
      text("environment", "a.environment"),
      raw("contact_info", state + ".contact_info")
    };
  }
}
