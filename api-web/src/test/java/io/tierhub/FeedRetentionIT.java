package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.Api;
import io.tierhub.support.EventStreamReader;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import io.tierhub.web.SettableClock;
import io.tierhub.workflow.ForgetEvents;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The feed ends somewhere, and says where. */
@TestPropertySource(properties = "tierhub.test.own-database=true")
@Isolated("moves the clock of a server that others use")
class FeedRetentionIT extends HttpTest {

  @Autowired private ForgetEvents forget;
  @Autowired private SettableClock clock;

  @Test
  void whoWasAwayForTooLongIsToldWhereToGoOn() {
    World world = world();
    Company distributor = world.distributor();
    Api api = distributor.api();
    String old = World.reseller(distributor, "Old", null);
    await().until(() -> api.get("/feed").expect(200).text().contains(old));
    api.put("/feed/consumers/away", "{\"position\": 0}").expect(200);
    forgetAll();
    assertThat(api.get("/feed?after=0").expect(200).text()).as("kept for now").contains(old);

    clock.advance(Duration.ofDays(91));
    String young = World.reseller(distributor, "Young", null);
    await().until(() -> api.get("/feed").expect(200).text().contains(young));
    forgetAll();
    assertThat(api.get("/feed").expect(200).text())
        .as("from the oldest that is kept")
        .doesNotContain(old)
        .contains(young);
    for (String gone : new String[] {"/feed?after=0", "/feed?consumer=away"}) {
      Api.Answer refused = api.get(gone).expect(410);
      assertThat(refused.at("error_code")).isEqualTo("FEED_001");
      String restart = refused.at("params.restart_after");
      assertThat(refused.at("detail")).contains("go on after " + restart);
      assertThat(api.get("/feed?after=" + restart).expect(200).text()).contains(young);
      api.put("/feed/consumers/back", "{\"position\": %s}".formatted(restart)).expect(200);
    }
    try (EventStreamReader stream = new EventStreamReader(api, "/feed", "0")) {
      assertThat(stream.response().statusCode()).isEqualTo(410);
    }
    api.put("/feed/consumers/away", "{\"position\": 0}").expect(400);
    assertThat(world.ops().api().get("/ops/invariants").expect(200).at("holds")).isEqualTo("true");

    clock.advance(Duration.ofDays(91));
    forgetAll();
    assertThat(api.get("/feed").expect(200).json()).as("nothing at all is left").isEmpty();
    String last = World.reseller(distributor, "Last", null);
    await().until(() -> api.get("/feed").expect(200).text().contains(last));
    assertThat(world.ops().api().get("/ops/invariants").expect(200).at("holds")).isEqualTo("true");
  }

  private void forgetAll() {
    while (forget.forgetSome(Duration.ofDays(90))) {
      assertThat(jdbc.queryForObject("select count(*) from feed", Integer.class)).isPositive();
    }
  }
}
