package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.tierhub.support.Api;
import io.tierhub.support.MailServer;
import io.tierhub.support.MailServer.Received;
import io.tierhub.support.World;
import io.tierhub.web.SettableClock;
import io.tierhub.workflow.KeepDeadlines;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What happens if nobody answers. */
@Execution(ExecutionMode.SAME_THREAD)
class DeadlinesIT extends TierTest {

  private static final MailServer SERVER = new MailServer();

  @Autowired private Scheduler scheduler;
  @Autowired private SettableClock clock;
  @Autowired private KeepDeadlines deadlines;

  @DynamicPropertySource
  static void aMailServer(DynamicPropertyRegistry properties) {
    SERVER.serve(properties);
    // Its clock runs ahead, and must end nothing of others.
    properties.add("tierhub.test.own-database", () -> "true");
  }

  @AfterAll
  static void noMailServer() {
    SERVER.stop();
  }

  /** What other tests have left. */
  @BeforeEach
  void nothingIsDue() {
    jdbc.update(
        "update product set capabilities = jsonb_set(capabilities, '{deadlines}', '{}') where id <> ?",
        product);
  }

  private void want(String deadlinesOfProduct) {
    vendor
        .api()
        .put(
            "/products/" + product,
            "{\"capabilities\": {\"deadlines\": %s}}".formatted(deadlinesOfProduct))
        .expect(200);
  }

  private void pass(Duration time) {
    clock.advance(time);
    deadlines.keep();
  }

  private static List<String> steps(Api.Answer explained) {
    return explained
        .json()
        .path("deadlines")
        .valueStream()
        .map(one -> one.path("step").asString() + " " + one.path("taken").asBoolean())
        .toList();
  }

  private List<String> told(String request) {
    await().until(() -> jdbc.queryForObject("select count(*) from outbox", Integer.class) == 0);
    return jdbc.queryForList(
        "select type from feed where subject = ? order by position", String.class, request);
  }

  @Test
  void whoeverWasAskedIsRemindedThenTheDistributorIsToldThenItFails() {
    want("{\"remind_after\": 3, \"escalate_after\": 7, \"fail_after\": 14}");
    String order = orderOf(customer);
    Api.Answer asked = tierRequestOf(top, 2);
    String request = asked.at("id");
    Received first = SERVER.mail(request, 1);
    Api.Answer before = explained(request);
    assertThat(steps(before)).containsExactly("remind false", "escalate false", "fail false");
    assertThat(OffsetDateTime.parse(before.at("deadlines.0.at")))
        .isEqualTo(OffsetDateTime.parse(before.at("since")).plusDays(3));

    pass(Duration.ofDays(3).minusMinutes(5));
    assertThat(SERVER.about(request)).hasSize(1);
    pass(Duration.ofMinutes(10));
    Received reminder = SERVER.mail(request + ".1.reminder");
    assertThat(reminder.header("To")).isEqualTo(first.header("To"));
    assertThat(reminder.subject()).isEqualTo("Reminder: " + first.subject());
    assertThat(reminder.text())
        .startsWith("You were asked on ")
        .contains(asked.at("activation.link"));
    pass(Duration.ofHours(1));
    assertThat(SERVER.about(request)).as("once").hasSize(2);
    Api.Answer reminded = explained(request);
    assertThat(steps(reminded)).containsExactly("remind true", "escalate false", "fail false");
    assertThat(reminded.at("mails.0.occasion")).isEqualTo("reminder");
    assertThat(reminded.at("mails.1.occasion")).isEqualTo("inquiry");

    pass(Duration.ofDays(4));
    Received escalation = SERVER.mail(request + ".1.escalation");
    assertThat(escalation.header("To")).contains("admin@" + distributor.id().toLowerCase());
    assertThat(escalation.subject()).endsWith(": Top has not answered");
    assertThat(escalation.text()).contains(request, asked.at("activation.link"));

    pass(Duration.ofDays(7));
    Api.Answer failed = distributor.api().get("/tier/config-requests/" + request).expect(200);
    assertThat(failed.at("status")).isEqualTo("failed");
    assertThat(failed.at("reason")).isEqualTo("Nobody answered within 14 days.");
    assertThat(failed.at("events.updated.by.name")).isEqualTo("TierHub");
    assertThat(statusOf(order)).as("what waited for it").isEqualTo("failed");
    assertThat(explained(request).json().path("deadlines")).isEmpty();
    assertThat(told(request))
        .containsSubsequence(
            "tier_config_request.reminded",
            "tier_config_request.escalated",
            "tier_config_request.failed");
  }

  @Test
  void nothingHappensUnlessTheVendorWantsIt() {
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    SERVER.mail(request, 1);
    assertThat(explained(request).json().path("deadlines")).isEmpty();
    pass(Duration.ofDays(25));
    assertThat(statusOf(request)).isEqualTo("inquiring");
    assertThat(told(request)).doesNotContain("tier_config_request.reminded");
  }

  @Test
  void whatIsAnsweredIsLeftAloneAndWhoIsAskedAgainHasTheWholeTimeAgain() {
    want("{\"remind_after\": 3, \"fail_after\": 5}");
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    clock.advance(Duration.ofDays(2));
    answer(request, "tier2");
    pass(Duration.ofDays(4));
    assertThat(statusOf(request)).isEqualTo("pending");
    vendor.api().post("/tier/config-requests/" + request + "/inquire").expect(204);
    pass(Duration.ofDays(2));
    assertThat(told(request)).doesNotContain("tier_config_request.reminded");
    pass(Duration.ofDays(1).plusMinutes(1));
    SERVER.mail(request + ".2.reminder");
    assertThat(SERVER.times(request + ".1.reminder")).isZero();
    assertThat(statusOf(request)).isEqualTo("inquiring");
  }

  @Test
  void customersAreRemindedOfOrders() {
    String plain = world.soldProduct(vendor, false, distributor, hub);
    World.requires(vendor, plain, "asset", "ordering", "domain");
    vendor
        .api()
        .put(
            "/products/" + plain,
            "{\"capabilities\": {\"deadlines\": {\"remind_after\": 2, \"fail_after\": 4}}}")
        .expect(200);
    String order = World.order(distributor, plain, customer);
    assertThat(statusOf(order)).isEqualTo("inquiring");
    pass(Duration.ofDays(2).plusMinutes(1));
    assertThat(SERVER.mail(order + ".1.reminder").subject()).startsWith("Reminder: ");
    pass(Duration.ofDays(2));
    Api.Answer failed = distributor.api().get("/requests/" + order).expect(200);
    assertThat(failed.at("status")).isEqualTo("failed");
    assertThat(failed.at("asset.status")).isEqualTo("terminated");
    assertThat(told(order)).contains("fulfillment_request.reminded", "fulfillment_request.failed");
  }

  @Test
  void afterALongSilenceOfTheServerWhatIsOverIsNotRemindedOf() {
    want("{\"remind_after\": 1, \"escalate_after\": 2, \"fail_after\": 3}");
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    SERVER.mail(request, 1);
    pass(Duration.ofDays(4));
    assertThat(statusOf(request)).isEqualTo("failed");
    assertThat(
            jdbc.queryForList(
                "select occasion from mail where request_id = ?", String.class, request))
        .containsExactly("inquiry");
  }

  @Test
  void theClockDoesItByItself() {
    want("{\"remind_after\": 1}");
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    SERVER.mail(request, 1);
    clock.advance(Duration.ofDays(1).plusMinutes(30));
    scheduler.triggerCheckForDueExecutions();
    assertThat(SERVER.mail(request + ".1.reminder").subject()).startsWith("Reminder: ");
  }

  @Test
  void deadlinesAreMergedEndedAndCheckedWithEveryFault() {
    want("{\"remind_after\": 3, \"fail_after\": 14}");
    want("{\"escalate_after\": 7}");
    JsonNode kept = wanted();
    assertThat(kept.path("remind_after").asInt()).isEqualTo(3);
    assertThat(kept.path("escalate_after").asInt()).isEqualTo(7);
    assertThat(kept.path("fail_after").asInt()).isEqualTo(14);
    want("{\"fail_after\": null}");
    assertThat(wanted().path("fail_after").isNull()).isTrue();
    Api.Answer refused =
        vendor
            .api()
            .put(
                "/products/" + product,
                """
                {"capabilities": {"deadlines": {"remind_after": 30, "escalate_after": 0}}}
                """)
            .expect(400);
    assertThat(refused.pointers())
        .contains("/capabilities/deadlines/remind_after", "/capabilities/deadlines/escalate_after");
    vendor
        .api()
        .put("/products/" + product, "{\"capabilities\": {\"deadlines\": {\"remind_after\": 8}}}")
        .expect(400);
    assertThat(wanted().path("remind_after").asInt()).isEqualTo(3);
  }

  private JsonNode wanted() {
    return vendor
        .api()
        .get("/products/" + product)
        .expect(200)
        .json()
        .path("capabilities")
        .path("deadlines");
  }
}
