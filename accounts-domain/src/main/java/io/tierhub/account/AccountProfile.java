package io.tierhub.account;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything about an account that can change, and that a version keeps. Where it hangs in the tree
 * is part of it: moving an account is a change like any other (design §4.3).
 *
 * @param externalId the id in the commerce system
 * @param externalUid the UUID in the commerce system; unique among the owner's living accounts of
 *     an environment
 */
public record AccountProfile(
    AccountType type,
    String name,
    @Nullable String externalId,
    String externalUid,
    @Nullable String taxId,
    @Nullable TierAccountId parent,
    ContactInfo contactInfo) {

  /**
   * The wire's names of the members in which the two differ; {@code contact_info.city} and so on.
   */
  public Set<String> differencesFrom(AccountProfile before) {
    Set<String> names = new LinkedHashSet<>();
    note(names, "type", type, before.type);
    note(names, "name", name, before.name);
    note(names, "external_id", externalId, before.externalId);
    note(names, "external_uid", externalUid, before.externalUid);
    note(names, "tax_id", taxId, before.taxId);
    note(names, "parent", parent, before.parent);
    ContactInfo now = contactInfo;
    ContactInfo then = before.contactInfo;
    note(names, "contact_info.address_line1", now.addressLine1(), then.addressLine1());
    note(names, "contact_info.address_line2", now.addressLine2(), then.addressLine2());
    note(names, "contact_info.city", now.city(), then.city());
    note(names, "contact_info.state", now.state(), then.state());
    note(names, "contact_info.country", now.country(), then.country());
    note(names, "contact_info.postal_code", now.postalCode(), then.postalCode());
    Contact who = now.contact();
    Contact whoThen = then.contact();
    note(names, "contact_info.contact.first_name", who.firstName(), whoThen.firstName());
    note(names, "contact_info.contact.last_name", who.lastName(), whoThen.lastName());
    note(names, "contact_info.contact.email", who.email(), whoThen.email());
    note(names, "contact_info.contact.phone_number", who.phoneNumber(), whoThen.phoneNumber());
    return names;
  }

  private static void note(
      Set<String> names, String name, @Nullable Object now, @Nullable Object then) {
    if (!Objects.equals(now, then)) {
      names.add(name);
    }
  }
}
