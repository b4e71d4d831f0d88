package io.tierhub.web.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.account.AccountProfile;
import io.tierhub.account.AccountType;
import io.tierhub.account.TierAccount;
import io.tierhub.account.TierAccountId;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Prefixed;
import io.tierhub.partner.HubId;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.Forms;
import io.tierhub.workflow.AccountOpening;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is sent (wire-format §2.3). Whatever else clients send back, such as {@code id},
 * {@code version} or {@code events}, is passed over.
 */
@Schema(name = "TierAccountWrite", requiredProperties = "contact_info")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountForm(
    @Pattern(regexp = "customer|reseller", message = "Use customer or reseller.") @Schema(
            allowableValues = {"customer", "reseller"},
            defaultValue = "customer")
        @Nullable String type,
    @Chars(max = 255)
        @Schema(description = "The contact's name when left out", example = "Ferrer SL")
        @Nullable String name,
    @Chars(max = 255) @Schema(description = "The id in your commerce system", example = "16547")
        @Nullable String externalId,
    @Chars(max = 255)
        @Schema(
            description = "Unique among your living accounts; a UUID is made up when left out",
            example = "5663c260-38a4-4f0e-9d6b-7e1a7c2f3d10")
        @Nullable String externalUid,
    @Chars(max = 100) @Schema(example = "B65410011") @Nullable String taxId,
    @Valid @Nullable ParentForm parent,
    @Valid @Nullable HubForm hub,
    @Pattern(regexp = "production|test|preview", message = "Use production, test or preview.") @Schema(description = "Your token's when left out")
        @Nullable String environment,
    @Valid @NotNull(message = "This field is required.") @Nullable ContactInfoForm contactInfo) {

  /** The reseller above: by id, or by its place in the same array. */
  @Schema(name = "ParentReference")
  record ParentForm(
      @Schema(example = "TA-7374-0753-1907") @Nullable String id,
      @Schema(description = "Place in the array that is sent, from 0") @Nullable Integer index) {

    @AssertTrue(message = "This is not the id of a tier account.") @Schema(hidden = true)
    boolean isId() {
      return id == null || id.isEmpty() || Prefixed.looksLike("TA", id);
    }

    @Nullable TierAccountId toDomain() {
      return id == null || id.isEmpty() ? null : new TierAccountId(id);
    }
  }

  /** The distributor's hub. */
  @Schema(name = "HubReference")
  record HubForm(@Schema(example = "HB-0309-9389") @Nullable String id) {

    @AssertTrue(message = "This is not the id of a hub.") @Schema(hidden = true)
    boolean isId() {
      return id == null || id.isEmpty() || Prefixed.looksLike("HB", id);
    }

    @Nullable HubId toDomain() {
      return id == null || id.isEmpty() || id.equals(HubId.NONE) ? null : new HubId(id);
    }
  }

  /** A customer's missing parent is told even of what cannot be read as a form. */
  static void requireParent(Body.Element element) {
    Body sent = element.body();
    Optional<AccountType> type =
        sent.lacks("type")
            ? Optional.of(AccountType.CUSTOMER)
            : sent.text("type").flatMap(AccountType::ofWire);
    type.ifPresent(
        as -> TierAccount.requireParent(as, !sent.lacks("parent"), element.pointer() + "/parent"));
  }

  AccountOpening toOpening(String pointer) {
    ContactInfoForm info = Forms.given(contactInfo);
    return new AccountOpening(
        typeOr(AccountType.CUSTOMER),
        nameOrContact(info),
        Forms.orNone(externalId),
        Forms.orNone(externalUid),
        Forms.orNone(taxId),
        parent == null ? null : parent.toDomain(),
        parent == null ? null : parent.index(),
        hub == null ? null : hub.toDomain(),
        environment == null ? null : Environment.ofWire(environment).orElseThrow(),
        info.toDomain(),
        pointer);
  }

  AccountProfile toProfile(TierAccount.Snapshot current) {
    ContactInfoForm info = Forms.given(contactInfo);
    String uid = Forms.orNone(externalUid);
    return new AccountProfile(
        typeOr(current.profile().type()),
        nameOrContact(info),
        Forms.orNone(externalId),
        uid == null ? current.profile().externalUid() : uid,
        Forms.orNone(taxId),
        parent == null ? null : parent.toDomain(),
        info.toDomain());
  }

  static AccountForm of(TierAccount.Snapshot account) {
    AccountProfile profile = account.profile();
    HubId hub = account.realm().hub();
    return new AccountForm(
        profile.type().wire(),
        profile.name(),
        profile.externalId(),
        profile.externalUid(),
        profile.taxId(),
        profile.parent() == null ? null : new ParentForm(profile.parent().value(), null),
        new HubForm(hub == null ? HubId.NONE : hub.value()),
        account.realm().environment().wire(),
        ContactInfoForm.of(profile.contactInfo()));
  }

  private AccountType typeOr(AccountType otherwise) {
    return type == null ? otherwise : AccountType.ofWire(type).orElseThrow();
  }

  private String nameOrContact(ContactInfoForm info) {
    if (name != null && !name.isEmpty()) {
      return name;
    }
    ContactForm contact = Forms.given(info.contact());
    return contact.firstName() + " " + contact.lastName();
  }
}
