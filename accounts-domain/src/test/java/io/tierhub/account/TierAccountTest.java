package io.tierhub.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import io.tierhub.kernel.UserRef;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TierAccountTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final UserRef ADA = new UserRef("UR-000-000-001", "Ada");
  private static final Realm REALM = new Realm(new PartnerId("PA-111-111"), null, Environment.TEST);

  private static AccountProfile profile(AccountType type, String name, TierAccountId parent) {
    return new AccountProfile(
        type,
        name,
        null,
        "uid",
        null,
        parent,
        new ContactInfo(
            "1 Main St", null, "Oslo", null, "NO", "0159", new Contact("A", "B", "a@b.no", null)));
  }

  private static TierAccount reseller() {
    return TierAccount.open(
        new TierAccountId("TA-1-1-1"),
        REALM,
        profile(AccountType.RESELLER, "Fjord", null),
        new Stamp(NOON, ADA));
  }

  @Test
  void beginsWithVersionOne() {
    assertThat(reseller().version()).isEqualTo(1);
  }

  @Test
  void eachChangeMakesTheNextVersionAndNamesWhatDiffers() {
    TierAccount account = reseller();
    assertThat(
            account.change(
                profile(AccountType.RESELLER, "Fjord Cloud", null), NOON.plusSeconds(1), ADA))
        .containsExactly("name");
    assertThat(account.version()).isEqualTo(2);
    assertThat(account.updated().at()).isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  void aChangeThatChangesNothingMakesNoVersion() {
    TierAccount account = reseller();
    assertThat(account.change(account.profile(), NOON.plusSeconds(1), ADA)).isEmpty();
    assertThat(account.version()).isEqualTo(1);
    assertThat(account.updated().at()).isEqualTo(NOON);
  }

  @Test
  void aVersionNeverBeginsBeforeTheOneItFollowsEvenIfTheClockWasSetBack() {
    TierAccount account = reseller();
    account.change(profile(AccountType.RESELLER, "Later", null), NOON.minusSeconds(60), ADA);
    assertThat(account.updated().at()).isEqualTo(NOON);
  }

  @Test
  void aCustomerNeedsAParent() {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() ->
            TierAccount.open(
                new TierAccountId("TA-1-1-2"),
                REALM,
                profile(AccountType.CUSTOMER, "Bakery", null),
                new Stamp(NOON, ADA)))
        .satisfies(refused -> assertThat(refused.why()).isEqualTo(Refusal.PARENT_REQUIRED));
  }

  @Test
  void aResellerCannotBecomeACustomerWithoutParent() {
    TierAccount account = reseller();
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> account.change(profile(AccountType.CUSTOMER, "Fjord", null), NOON, ADA));
    assertThat(account.version()).isEqualTo(1);
  }

  @Test
  void movingIsAChangeLikeAnyOther() {
    TierAccount account = reseller();
    assertThat(
            account.change(
                profile(AccountType.RESELLER, "Fjord", new TierAccountId("TA-9-9-9")), NOON, ADA))
        .containsExactly("parent");
  }

  @Test
  void endsByBeingDecommissionedAndIsKeptSo() {
    TierAccount account = reseller();
    account.decommission(NOON.plusSeconds(5), ADA);
    assertThat(account.isLiving()).isFalse();
    assertThat(TierAccount.restore(account.snapshot()).isLiving()).isFalse();
  }

  @Test
  void isTheSameAfterItWasKeptAndRestored() {
    TierAccount account = reseller();
    account.change(profile(AccountType.RESELLER, "Fjord Cloud", null), NOON, ADA);
    assertThat(TierAccount.restore(account.snapshot()).snapshot()).isEqualTo(account.snapshot());
  }
}
