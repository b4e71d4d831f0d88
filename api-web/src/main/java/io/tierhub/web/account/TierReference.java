package io.tierhub.web.account;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tierhub.account.TierAccountId;
import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.Chars;
import io.tierhub.web.wire.Forms;
import io.tierhub.web.wire.IdOf;
import io.tierhub.workflow.TierChoice;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An account by id, or by its external id with the data to open it if it is missing. */
@Schema(
    name = "PurchasedTier",
    description =
        "An existing account by `id`, `external_uid` or `external_id`, used as it is; or a new one,"
            + " with the members of TierAccountWrite")
public record TierReference(
    @IdOf("TA") @Schema(example = "TA-6458-9737-0065") @Nullable String id,
    @Chars(max = 255) @Schema(example = "ac6d6da9-e628-495b-952c-c5c10a76f78d")
        @Nullable String externalUid,
    @Chars(max = 255) @Schema(example = "76829") @Nullable String externalId,
    @Schema(example = "Ferrer SL") @Nullable String name,
    @Schema(example = "B65410011") @Nullable String taxId,
    @Schema(implementation = ContactInfoForm.class) @Nullable Object contactInfo) {

  /** Whether more is said of the account than what names it. */
  private boolean hasData() {
    return name != null || taxId != null || contactInfo != null;
  }

  private boolean saysNothing() {
    return Forms.orNone(id) == null
        && Forms.orNone(externalUid) == null
        && Forms.orNone(externalId) == null
        && !hasData();
  }

  /**
   * Whom this names.
   *
   * @param reference null if nothing was sent
   * @param element where it stands in the body; read only if an account is to be opened
   */
  public static TierChoice choice(
      @Nullable TierReference reference, Supplier<Body.Element> element) {
    if (reference == null) {
      return new TierChoice.FromTheTree();
    }
    if (reference.saysNothing()) {
      return new TierChoice.Nobody();
    }
    String id = Forms.orNone(reference.id);
    if (id != null) {
      return new TierChoice.Known(new TierAccountId(id), reference.hasData());
    }
    return new TierChoice.Described(
        Forms.orNone(reference.externalUid),
        Forms.orNone(reference.externalId),
        reference.hasData(),
        () -> InlineAccount.opening(element.get()));
  }
}
