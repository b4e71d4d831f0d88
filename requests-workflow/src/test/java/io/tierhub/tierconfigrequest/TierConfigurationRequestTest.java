package io.tierhub.tierconfigrequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tierhub.account.TierAccountId;
import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Role;
import io.tierhub.kernel.Stamp;
import io.tierhub.kernel.UserRef;
import io.tierhub.parameter.ParameterValue;
import io.tierhub.parameter.ParameterValues;
import io.tierhub.tierconfig.Agreement;
import io.tierhub.tierconfig.TierConfiguration;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierLevel;
import io.tierhub.tierconfig.Tile;
import io.tierhub.tierconfigrequest.TierConfigurationRequest.Action;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TierConfigurationRequestTest {

  private static final UserRef BOT = new UserRef("SU-1", "bot");
  private static final Actor DISTRIBUTOR = actor("PA-000-001");
  private static final Actor VENDOR = actor("VA-000-001");
  private static final Actor OPS = actor("OP-000-001");
  private static final Stamp NOON = new Stamp(Instant.parse("2026-11-25T12:00:00Z"), BOT);
  private static final Stamp LATER = new Stamp(NOON.at().plusSeconds(5), BOT);
  private static final Tile TILE = new Tile(null, null, "# Hello");
  private static final TierConfigurationId TIER2 = new TierConfigurationId("TC-000-000-002");

  private static final String MATRIX =
      """
      .            SUBMIT   PARK         RELEASE  ASK        INQUIRE    PEND     APPROVE   FAIL    FALL
      DRAFT        PENDING  -            -        -          -          -        -         -       -
      TIERS_SETUP  -        -            PENDING  -          -          -        -         FAILED  FAILED
      INQUIRING    -        -            -        -          -          PENDING  -         FAILED  -
      PENDING      -        TIERS_SETUP  -        INQUIRING  INQUIRING  -        APPROVED  FAILED  -
      APPROVED     -        -            -        -          -          -        -         -       -
      FAILED       -        -            -        -          -          -        -         -       -
      """;

  private static final String ACTORS =
      """
      SUBMIT   [DISTRIBUTOR]
      PARK     []
      RELEASE  []
      ASK      []
      INQUIRE  [VENDOR]
      PEND     [VENDOR, DISTRIBUTOR]
      APPROVE  [VENDOR]
      FAIL     [VENDOR, DISTRIBUTOR]
      FALL     []
      """;

  private final TierConfiguration configuration =
      TierConfiguration.begin(
          new TierConfigurationId("TC-195-110-021"),
          new Agreement(
              new ProductId("PRD-000-000-001"),
              VENDOR.account(),
              DISTRIBUTOR.account(),
              Environment.TEST,
              new ConnectionId("CT-0000-0001"),
              new TierAccountId("TA-0000-0000-0001"),
              TierLevel.TIER1),
          null,
          NOON);

  @Test
  void theLifecycleIsExactlyThisTable() {
    StringBuilder table = new StringBuilder(".");
    for (Action action : Action.values()) {
      table.append(' ').append(action);
    }
    for (TierConfigurationRequestStatus from : TierConfigurationRequestStatus.values()) {
      table.append('\n').append(from);
      for (Action action : Action.values()) {
        table
            .append(' ')
            .append(
                TierConfigurationRequest.LIFECYCLE.peek(from, action).map(Enum::name).orElse("-"));
      }
    }
    assertThat(table.toString()).isEqualToIgnoringWhitespace(MATRIX);
  }

  @Test
  void whoMayTakeWhichActionIsExactlyThis() {
    StringBuilder table = new StringBuilder();
    for (Action action : Action.values()) {
      List<Role> actors =
          TierConfigurationRequest.LIFECYCLE.actors(action).stream().sorted().toList();
      table.append(action).append(' ').append(actors).append('\n');
    }
    assertThat(table.toString()).isEqualToIgnoringWhitespace(ACTORS);
  }

  @Test
  void itIsPendingUnlessSomethingIsMissing() {
    TierConfigurationRequest request = raised(false);
    assertThat(request.id()).hasToString("TCR-195-110-021-001");
    assertThat(request.status()).isEqualTo(TierConfigurationRequestStatus.PENDING);
    assertThat(request.snapshot().stamps().pended()).isEqualTo(NOON);
  }

  @Test
  void aParkedOneIsBoundAndWasNeverTheVendorsTurn() {
    TierConfigurationRequest request = raised(false);
    request.park(TIER2, NOON);
    assertThat(request.status()).isEqualTo(TierConfigurationRequestStatus.TIERS_SETUP);
    assertThat(request.parent()).contains(TIER2);
    assertThat(request.snapshot().stamps().pended()).isNull();
    request.release(LATER);
    assertThat(request.status()).isEqualTo(TierConfigurationRequestStatus.PENDING);
    assertThat(request.snapshot().stamps().pended()).isEqualTo(LATER);
  }

  @Test
  void whatIsReleasedAndAskedAboutWasNotPendingInBetween() {
    TierConfigurationRequest request = raised(false);
    request.park(TIER2, NOON);
    request.release(LATER);
    request.ask(LATER);
    assertThat(request.status()).isEqualTo(TierConfigurationRequestStatus.INQUIRING);
    assertThat(request.snapshot().stamps().pended()).isNull();
    assertThat(request.snapshot().stamps().inquired()).isEqualTo(LATER);
  }

  @Test
  void anApprovalKeepsTheTileAndFromWhenItHolds() {
    TierConfigurationRequest request = raised(false);
    request.approve(VENDOR, TILE, null, LATER);
    assertThat(request.snapshot().tile()).isEqualTo(TILE);
    assertThat(request.snapshot().effectiveDate()).isEqualTo(LATER.at());
    assertThat(request.snapshot().stamps().approved()).isEqualTo(LATER);
    Instant then = NOON.at().plusSeconds(86_400);
    TierConfigurationRequest other = raised(false);
    other.approve(VENDOR, TILE, then, LATER);
    assertThat(other.snapshot().effectiveDate()).isEqualTo(then);
  }

  @Test
  void whatIsDecidedStaysAsItIs() {
    TierConfigurationRequest request = raised(false);
    request.fail(VENDOR, "Not certified.", LATER);
    assertThat(request.snapshot().reason()).isEqualTo("Not certified.");
    assertThat(refusal(() -> request.approve(VENDOR, TILE, null, LATER)).why())
        .isEqualTo(Refusal.TCR_ILLEGAL_TRANSITION);
    assertThat(refusal(() -> request.assign(VENDOR, BOT, LATER)).why())
        .isEqualTo(Refusal.TCR_ILLEGAL_TRANSITION);
  }

  @Test
  void anIllegalTransitionSaysWhatIsAllowed() {
    TierConfigurationRequest request = raised(false);
    request.park(TIER2, NOON);
    Refused refused = refusal(() -> request.approve(VENDOR, TILE, null, LATER));
    assertThat(refused.getMessage()).isEqualTo("Cannot approve: the status is tiers_setup.");
    assertThat(refused.allowed()).containsExactly("fail");
  }

  @Test
  void whoMayNotIsToldWhoMay() {
    TierConfigurationRequest request = raised(false);
    assertThat(refusal(() -> request.approve(DISTRIBUTOR, TILE, null, LATER)))
        .hasMessage("Only vendor may approve.");
    assertThat(refusal(() -> request.fail(OPS, "No.", LATER)).why()).isEqualTo(Refusal.FORBIDDEN);
    assertThat(refusal(() -> request.assign(DISTRIBUTOR, BOT, LATER)).why())
        .isEqualTo(Refusal.FORBIDDEN);
    TierConfigurationRequest draft = raised(true);
    assertThat(refusal(() -> draft.submit(VENDOR, LATER)).why()).isEqualTo(Refusal.FORBIDDEN);
  }

  @Test
  void theSameValuesAndNotesAgainAreNoChange() {
    TierConfigurationRequest request = raised(false);
    ParameterValues values = ParameterValues.of(ParameterValue.of("region", "emea"));
    assertThat(request.carry(values, LATER)).isTrue();
    assertThat(request.carry(values, LATER)).isFalse();
    assertThat(request.annotate("Asked sales.", LATER)).isTrue();
    assertThat(request.annotate("Asked sales.", LATER)).isFalse();
    assertThat(request.annotate("", LATER)).isTrue();
    assertThat(request.snapshot().notes()).isNull();
  }

  @Test
  void aDraftIsNobodysTurn() {
    TierConfigurationRequest draft = raised(true);
    assertThat(draft.status()).isEqualTo(TierConfigurationRequestStatus.DRAFT);
    assertThat(draft.snapshot().stamps().pended()).isNull();
    draft.submit(DISTRIBUTOR, LATER);
    assertThat(draft.status()).isEqualTo(TierConfigurationRequestStatus.PENDING);
    assertThat(draft.snapshot().stamps().pended()).isEqualTo(LATER);
  }

  private TierConfigurationRequest raised(boolean draft) {
    return TierConfigurationRequest.raise(
        configuration, TierConfigurationRequestType.SETUP, ParameterValues.NONE, null, draft, NOON);
  }

  private static Refused refusal(Runnable forbidden) {
    return catchThrowableOfType(Refused.class, forbidden::run);
  }

  private static Actor actor(String partner) {
    return new Actor(new PartnerId(partner), Environment.TEST, BOT, "0".repeat(32));
  }
}
