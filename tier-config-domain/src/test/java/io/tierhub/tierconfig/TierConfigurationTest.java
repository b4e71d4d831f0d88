package io.tierhub.tierconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tierhub.account.TierAccountId;
import io.tierhub.catalog.ConnectionId;
import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Stamp;
import io.tierhub.parameter.ParameterValue;
import io.tierhub.parameter.ParameterValues;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TierConfigurationTest {

  private static final Stamp NOON = new Stamp(Instant.parse("2026-11-25T12:00:00Z"), null);
  private static final Stamp LATER = new Stamp(NOON.at().plusSeconds(5), null);
  private static final Tile TILE = new Tile(null, null, "# Hello");

  private final TierConfiguration configuration =
      TierConfiguration.begin(
          new TierConfigurationId("TC-195-110-021"),
          new Agreement(
              new ProductId("PRD-000-000-001"),
              new PartnerId("VA-000-001"),
              new PartnerId("PA-000-001"),
              Environment.TEST,
              new ConnectionId("CT-0000-0001"),
              new TierAccountId("TA-0000-0000-0001"),
              TierLevel.TIER1),
          null,
          NOON);

  @Test
  void requestsAreNumberedInTheirOrder() {
    assertThat(TierConfigurationRequestId.of(configuration.id(), configuration.nextRequest()))
        .hasToString("TCR-195-110-021-001");
    assertThat(TierConfigurationRequestId.of(configuration.id(), configuration.nextRequest()))
        .hasToString("TCR-195-110-021-002");
  }

  @Test
  void aSetupMakesItActiveWithWhatItBrought() {
    TierConfigurationRequestId setup = request();
    configuration.hold(setup, NOON);
    ParameterValue judged = ParameterValue.of("region", "emea").withError("Not that one.", null);
    configuration.adopt(setup, ParameterValues.of(judged), TILE, LATER);
    assertThat(configuration.isSatisfied()).isTrue();
    assertThat(configuration.openRequest()).isEmpty();
    assertThat(configuration.lastApproved()).contains(setup);
    assertThat(configuration.values().all())
        .as("errors are of a request")
        .containsExactly(ParameterValue.of("region", "emea"));
    assertThat(configuration.snapshot().tile()).isEqualTo(TILE);
    assertThat(configuration.snapshot().updated()).isEqualTo(LATER);
  }

  @Test
  void anUpdateReplacesWhatItNamesAndTakesAwayWhatItEmpties() {
    configuration.hold(request(), NOON);
    configuration.adopt(
        configuration.openRequest().orElseThrow(),
        ParameterValues.of(ParameterValue.of("a", "1"), ParameterValue.of("b", "2")),
        TILE,
        NOON);
    TierConfigurationRequestId update = request();
    configuration.hold(update, NOON);
    configuration.adopt(
        update,
        ParameterValues.NONE.withChanges(
            configuration.values(), ParameterValues.of(ParameterValue.of("a", "3"))),
        TILE,
        NOON);
    assertThat(configuration.values()).isEqualTo(ParameterValues.of(ParameterValue.of("a", "3")));
  }

  @Test
  void aFailedRequestLeavesEverythingAsItIs() {
    TierConfigurationRequestId setup = request();
    configuration.hold(setup, NOON);
    configuration.dismiss(setup, LATER);
    assertThat(configuration.isSatisfied()).isFalse();
    assertThat(configuration.openRequest()).isEmpty();
    assertThat(configuration.lastApproved()).isEmpty();
  }

  @Test
  void oneRequestIsOpenAtMost() {
    TierConfigurationRequestId first = request();
    configuration.hold(first, NOON);
    Refused refused =
        catchThrowableOfType(Refused.class, () -> configuration.hold(request(), NOON));
    assertThat(refused.why()).isEqualTo(Refusal.TCR_OPEN);
    assertThat(refused.params()).containsEntry("request_id", first.value());
  }

  private TierConfigurationRequestId request() {
    return TierConfigurationRequestId.of(configuration.id(), configuration.nextRequest());
  }
}
