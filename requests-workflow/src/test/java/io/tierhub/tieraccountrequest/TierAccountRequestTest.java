package io.tierhub.tieraccountrequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tierhub.account.AccountProfile;
import io.tierhub.account.AccountType;
import io.tierhub.account.Contact;
import io.tierhub.account.ContactInfo;
import io.tierhub.account.Realm;
import io.tierhub.account.TierAccount;
import io.tierhub.account.TierAccountId;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import io.tierhub.kernel.UserRef;
import io.tierhub.tieraccountrequest.TierAccountRequest.Action;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class TierAccountRequestTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final PartnerId VENDOR_ID = new PartnerId("VA-111-111");
  private static final Actor VENDOR = actor(VENDOR_ID);

  /** A dash is a refusal. */
  private static final String MATRIX =
      """
      .            ACCEPT    IGNORE
      PENDING      ACCEPTED  IGNORED
      ACCEPTED     -         -
      IGNORED      -         -
      UNSUPPORTED  -         -
      """;

  private static Actor actor(PartnerId partner) {
    return new Actor(partner, Environment.TEST, new UserRef("SU-1", "bot"), "0".repeat(32));
  }

  private static TierAccount accountOfVersion(int version) {
    AccountProfile profile =
        new AccountProfile(
            AccountType.RESELLER,
            "Fjord",
            null,
            "uid",
            null,
            null,
            new ContactInfo(
                "1", null, "Oslo", null, "NO", "0159", new Contact("A", "B", "a@b.no", null)));
    Stamp stamp = new Stamp(NOON, null);
    return TierAccount.restore(
        new TierAccount.Snapshot(
            new TierAccountId("TA-6458-9737-0065"),
            new Realm(new PartnerId("PA-222-222"), null, Environment.TEST),
            profile,
            version,
            stamp,
            stamp,
            null,
            0));
  }

  private static ProductInUse product(int n, boolean sync) {
    return new ProductInUse(new ProductId("PRD-000-000-00" + n), VENDOR_ID, sync);
  }

  private static TierAccountRequest request(TierAccountRequestStatus status) {
    TierAccountRequest.Snapshot born =
        TierAccountRequest.raise(accountOfVersion(2), List.of(product(1, true)))
            .getFirst()
            .snapshot();
    return TierAccountRequest.restore(
        new TierAccountRequest.Snapshot(
            born.id(),
            status,
            born.account(),
            born.version(),
            born.product(),
            born.vendor(),
            born.provider(),
            born.environment(),
            null,
            born.created(),
            born.updated(),
            0));
  }

  @Test
  void theLifecycleIsExactlyThisTable() {
    StringBuilder table = new StringBuilder(". ACCEPT IGNORE\n");
    for (TierAccountRequestStatus from : TierAccountRequestStatus.values()) {
      table.append(from);
      for (Action action : Action.values()) {
        table
            .append(' ')
            .append(TierAccountRequest.LIFECYCLE.peek(from, action).map(Enum::name).orElse("-"));
      }
      table.append('\n');
    }
    assertThat(table.toString()).isEqualToIgnoringWhitespace(MATRIX);
  }

  @Test
  void theAggregateHasNoWayPastTheTable() {
    for (TierAccountRequestStatus from : TierAccountRequestStatus.values()) {
      for (Action action : Action.values()) {
        TierAccountRequest request = request(from);
        BiConsumer<TierAccountRequest, Action> act =
            (r, a) -> {
              switch (a) {
                case ACCEPT -> r.accept(VENDOR, NOON);
                case IGNORE -> r.ignore(VENDOR, "why", NOON);
              }
            };
        var to = TierAccountRequest.LIFECYCLE.peek(from, action);
        Refused refused = catchThrowableOfType(Refused.class, () -> act.accept(request, action));
        if (to.isPresent()) {
          assertThat(refused).isNull();
          assertThat(request.status()).isEqualTo(to.get());
        } else {
          assertThat(refused.why()).isEqualTo(Refusal.TAR_ILLEGAL_TRANSITION);
          assertThat(request.status()).isEqualTo(from);
        }
      }
    }
  }

  @Test
  void aRefusedTransitionSaysWhatIsAllowed() {
    assertThat(TierAccountRequest.LIFECYCLE.allowed(TierAccountRequestStatus.PENDING))
        .containsExactly("accept", "ignore");
    assertThat(TierAccountRequest.LIFECYCLE.allowed(TierAccountRequestStatus.ACCEPTED)).isEmpty();
  }

  @Test
  void onlyTheVendorDecides() {
    for (String other : new String[] {"PA-222-222", "OP-333-333"}) {
      Refused refused =
          catchThrowableOfType(
              Refused.class,
              () ->
                  request(TierAccountRequestStatus.PENDING)
                      .accept(actor(new PartnerId(other)), NOON));
      assertThat(refused.why()).isEqualTo(Refusal.FORBIDDEN);
    }
  }

  @Test
  void oneIsRaisedPerProductInUse() {
    List<TierAccountRequest> raised =
        TierAccountRequest.raise(accountOfVersion(8), List.of(product(1, true), product(2, false)));
    assertThat(raised)
        .extracting(r -> r.id().value())
        .containsExactly("TAR-6458-9737-0065-007-001", "TAR-6458-9737-0065-007-002");
    assertThat(raised)
        .extracting(TierAccountRequest::status)
        .containsExactly(TierAccountRequestStatus.PENDING, TierAccountRequestStatus.UNSUPPORTED);
    assertThat(raised.get(1).snapshot().reason())
        .isEqualTo("Product does not support contact details change.");
  }

  @Test
  void noneIsRaisedWhereNothingIsInUse() {
    assertThat(TierAccountRequest.raise(accountOfVersion(2), List.of())).isEmpty();
  }

  @Test
  void anIgnoredOneKeepsTheReason() {
    TierAccountRequest request = request(TierAccountRequestStatus.PENDING);
    request.ignore(VENDOR, "not ours", NOON.plusSeconds(3));
    assertThat(request.snapshot().reason()).isEqualTo("not ours");
    assertThat(request.snapshot().updated())
        .isEqualTo(new Stamp(NOON.plusSeconds(3), VENDOR.user()));
  }
}
