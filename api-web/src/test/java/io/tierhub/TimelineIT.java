package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.kernel.Environment;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What one call has caused, found by its trace. */
class TimelineIT extends TierTest {

  private static Api.Answer timeline(Company who, String trace) {
    return who.api().get("/ops/trace/" + trace).expect(200);
  }

  private static List<String> told(Api.Answer timeline, String kind) {
    return timeline
        .json()
        .path("entries")
        .valueStream()
        .filter(one -> one.path("kind").asString().equals(kind))
        .map(one ->
            (one.path("type").asString("") + " " + one.path("object").path("id").asString())
                .strip())
        .toList();
  }

  @Test
  void anOrderIsFollowedToEventsEntriesAndTheMailThatAsksTheReseller() {
    Api.Answer placed =
        distributor.api().post("/requests", World.purchaseBody(product, customer)).expect(201);
    String order = placed.at("id");
    String trace = placed.header("X-Trace-Id");
    String asked = tierRequestOf(top, 2).at("id");
    await()
        .untilAsserted(() ->
            assertThat(timeline(world.ops(), trace).text()).contains("\"position\"", "\"kept\""));

    Api.Answer all = timeline(world.ops(), trace);
    assertThat(all.at("trace_id")).isEqualTo(trace);
    assertThat(told(all, "event"))
        .contains("fulfillment_request.created " + order, "tier_config_request.created " + asked);
    assertThat(told(all, "audit")).contains("fulfillment_request.created " + order);
    assertThat(told(all, "mail")).containsExactly("inquiry " + asked);
    assertThat(told(timeline(distributor, trace), "mail")).containsExactly("inquiry " + asked);
    List<String> moments =
        all.json().path("entries").valueStream().map(one -> one.path("at").asString()).toList();
    assertThat(moments).isSorted();
  }

  @Test
  void aMailThatWaitsShowsWhenItIsTriedAgain() {
    Api.Answer placed =
        distributor.api().post("/requests", World.purchaseBody(product, customer)).expect(201);
    String trace = placed.header("X-Trace-Id");
    String asked = tierRequestOf(top, 2).at("id");
    await().until(() -> timeline(distributor, trace).text().contains("\"kept\""));
    jdbc.update("update mail set status = 'waiting', tries = 1 where request_id = ?", asked);
    jdbc.update(
        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
            + " consecutive_failures, version) values ('send-mail', ?, now() + interval '1 h',"
            + " false, 1, 1)",
        asked + ".1");
    Api.Answer timeline = timeline(distributor, trace);
    assertThat(told(timeline, "job")).containsExactly("send-mail " + asked);
    JsonNode job =
        timeline
            .json()
            .path("entries")
            .valueStream()
            .filter(one -> one.path("kind").asString().equals("job"))
            .findFirst()
            .orElseThrow();
    assertThat(job.path("status").asString()).isEqualTo("due");
    assertThat(job.has("until")).isTrue();
    jdbc.update("delete from scheduled_tasks where task_instance = ?", asked + ".1");
  }

  @Test
  void aClaimIsTheVendorsAlone() {
    String plain = world.soldProduct(vendor, false, distributor, hub);
    String order = World.order(distributor, plain, customer);
    Api.Answer claim = vendor.api().post("/requests/claim", "{}").expect(200);
    String trace = claim.header("X-Trace-Id");
    Api.Answer own = timeline(vendor, trace);
    assertThat(told(own, "claim")).containsExactly(order);
    assertThat(own.at("entries.0.id")).isEqualTo(claim.at("lease"));
    assertThat(own.at("entries.0.status")).isEqualTo("held");
    assertThat(told(timeline(world.ops(), trace), "claim")).containsExactly(order);
    for (Company other : List.of(distributor, world.vendor())) {
      assertThat(timeline(other, trace).json().path("entries")).isEmpty();
    }
  }

  @Test
  void everybodySeesTheirOwnPart() {
    String plain = world.soldProduct(vendor, true, distributor, hub);
    World.order(distributor, plain, customer);
    Api.Answer renamed =
        distributor.api().put("/tier/accounts/" + customer, "{\"name\": \"Second\"}").expect(200);
    String trace = renamed.header("X-Trace-Id");
    assertThat(told(timeline(distributor, trace), "event"))
        .contains("tier_account.changed " + customer);
    Api.Answer vendors = timeline(vendor, trace);
    assertThat(told(vendors, "event")).hasSize(1).allMatch(one -> one.contains("TAR-"));
    for (Company stranger :
        List.of(world.vendor(), world.distributor(), world.in(Environment.TEST, distributor))) {
      assertThat(timeline(stranger, trace).text())
          .isEqualTo("{\"trace_id\":\"%s\",\"entries\":[]}".formatted(trace));
    }
    assertThat(timeline(distributor, "f".repeat(32)).json().path("entries")).isEmpty();
    distributor.api().get("/ops/trace/none").expect(404);
  }
}
