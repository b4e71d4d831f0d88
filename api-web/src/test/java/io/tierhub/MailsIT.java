package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.tierhub.support.Api;
import io.tierhub.support.MailServer;
import io.tierhub.support.MailServer.Received;
import io.tierhub.support.Visitor;
import io.tierhub.web.SettableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What reaches people by mail, through a mail server. */
@Execution(ExecutionMode.SAME_THREAD)
class MailsIT extends TierTest {

  private static final MailServer SERVER = new MailServer();

  @Autowired private Scheduler scheduler;
  @Autowired private SettableClock clock;

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

  @Test
  void theResellersContactIsAskedByMail() {
    orderOf(customer);
    Api.Answer asked = tierRequestOf(top, 2);
    Received mail = SERVER.mail(asked.at("id"), 1);
    assertThat(mail.header("To")).isEqualTo("Ada Ferrer <ada@example.com>");
    assertThat(mail.header("From")).isEqualTo("TierHub <asks@tierhub.example>");
    assertThat(mail.subject()).startsWith("Product ").endsWith(": a few answers are needed");
    assertThat(mail.header("Message-ID")).isEqualTo("<" + asked.at("id") + ".1@tierhub.example>");
    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(mail.text()).contains(asked.at("activation.link"));
    assertThat(mail.html()).contains(asked.at("activation.link"));
    Api.Answer sent = explained(asked.at("id"));
    assertThat(sent.at("mails.0.status")).isEqualTo("sent");
    assertThat(sent.at("mails.0.to")).isEqualTo("ada@example.com");
    assertThat(sent.at("mails.0.inquiry")).isEqualTo("1");
  }

  @Test
  void eachInquiryIsOneMail() {
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    SERVER.mail(request, 1);
    answer(request, "tier2");
    vendor.api().post("/tier/config-requests/" + request + "/inquire").expect(204);
    SERVER.mail(request, 2);
    approve(answered(request), "tier2");
    SERVER.mail(tierRequestOf(reseller, 1).at("id"), 1);
    assertThat(SERVER.about(request)).hasSize(2);
  }

  @Test
  void whoIsAskedToChangeSomethingSeesThatItIsAnotherMail() {
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    answer(request, "tier2");
    vendor
        .api()
        .put(
            "/tier/config-requests/" + request,
            "{\"params\": [{\"id\": \"tier2_ordering\", \"value_error\": \"Which one?\"}]}")
        .expect(200);
    vendor.api().post("/tier/config-requests/" + request + "/inquire").expect(204);
    assertThat(SERVER.mail(request, 2).subject()).endsWith(": please look at your answers again");
  }

  private String answered(String request) {
    answer(request, "tier2");
    return request;
  }

  @Test
  void whatTheServerDoesNotTakeIsTriedAgainAndToldMeanwhile() {
    SERVER.stop();
    String request;
    try {
      orderOf(customer);
      request = tierRequestOf(top, 2).at("id");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> "1".equals(explained(request).at("mails.0.tries")));
      Api.Answer waits = explained(request);
      assertThat(waits.at("mails.0.status")).isEqualTo("waiting");
      assertThat(waits.at("mails.0.error")).contains("refused");
    } finally {
      SERVER.start();
    }
    clock.advance(Duration.ofMinutes(2));
    scheduler.triggerCheckForDueExecutions();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> "sent".equals(explained(request).at("mails.0.status")));
    assertThat(explained(request).at("mails.0.tries")).isEqualTo("2");
  }

  @Test
  void whoHasAnsweredIsNotAskedAnyMore() {
    SERVER.stop();
    String request;
    try {
      orderOf(customer);
      request = tierRequestOf(top, 2).at("id");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> "1".equals(explained(request).at("mails.0.tries")));
      answer(request, "tier2");
    } finally {
      SERVER.start();
    }
    clock.advance(Duration.ofMinutes(2));
    scheduler.triggerCheckForDueExecutions();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> "dropped".equals(explained(request).at("mails.0.status")));
    assertThat(SERVER.about(request)).isEmpty();
  }

  /** The tier 2 is set up; its configuration. */
  private String configured() {
    orderOf(customer);
    setUp(top, 2);
    return tierRequestOf(top, 2).at("configuration.id");
  }

  private Api.Answer opened(String configuration) {
    return distributor
        .api()
        .post("/tier/configs/" + configuration + "/portal-link", "{}")
        .expect(201);
  }

  @Test
  void eachLinkToAPageIsOneMail() {
    String configuration = configured();
    Api.Answer first = opened(configuration);
    Received mail = SERVER.mail(configuration, 1);
    assertThat(mail.header("To")).isEqualTo("Ada Ferrer <ada@example.com>");
    assertThat(mail.subject()).startsWith("Product ").endsWith(": your page");
    assertThat(mail.header("Message-ID")).isEqualTo("<" + configuration + ".1@tierhub.example>");
    for (String words : List.of(mail.text(), mail.html())) {
      assertThat(words)
          .contains(first.at("link"), "DISTRIBUTOR ", "how Top is set up", "Open your page");
    }
    clock.advance(Duration.ofSeconds(2));
    Api.Answer second = opened(configuration);
    assertThat(second.at("link")).isNotEqualTo(first.at("link"));
    assertThat(SERVER.mail(configuration, 2).text()).contains(second.at("link"));
    assertThat(SERVER.about(configuration)).hasSize(2);
  }

  @Test
  void aLinkToAPageIsTriedAgainAndStaysTheSame() {
    String configuration = configured();
    SERVER.stop();
    Api.Answer given;
    try {
      given = opened(configuration);
      await().atMost(Duration.ofSeconds(30)).until(() -> triesOf(configuration) == 1);
      distributor
          .api()
          .put(
              "/tier/accounts/" + top,
              "{\"contact_info\": {\"contact\": {\"email\": \"new@example.com\"}}}")
          .expect(200);
    } finally {
      SERVER.start();
    }
    clock.advance(Duration.ofMinutes(2));
    scheduler.triggerCheckForDueExecutions();
    Received mail = SERVER.mail(configuration, 1);
    assertThat(mail.text()).contains(given.at("link"));
    assertThat(mail.header("To")).contains("new@example.com");
    await().atMost(Duration.ofSeconds(30)).until(() -> triesOf(configuration) == 2);
  }

  @Test
  void aPageThatClosedIsNotMailed() {
    String configuration = configured();
    SERVER.stop();
    try {
      opened(configuration);
      await().atMost(Duration.ofSeconds(30)).until(() -> triesOf(configuration) == 1);
      String connection =
          distributor.api().get("/tier/configs/" + configuration).expect(200).at("connection.id");
      vendor
          .api()
          .put(
              "/products/%s/connections/%s".formatted(product, connection),
              "{\"status\": \"revoked\"}")
          .expect(200);
    } finally {
      SERVER.start();
    }
    clock.advance(Duration.ofMinutes(2));
    scheduler.triggerCheckForDueExecutions();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> "dropped".equals(ofMail(configuration, "status", String.class)));
    assertThat(SERVER.about(configuration)).isEmpty();
  }

  private int triesOf(String configuration) {
    return ofMail(configuration, "tries", Integer.class);
  }

  private <T> T ofMail(String configuration, String column, Class<T> type) {
    return jdbc.queryForObject(
        "select " + column + " from mail where request_id = ?", type, configuration);
  }

  @Test
  void aPageEndsAfterThirtyDays() {
    String configuration = configured();
    String link = opened(configuration).at("link");
    clock.advance(Duration.ofDays(30).minusMinutes(1));
    try {
      assertThat(Visitor.open(link).statusCode()).isEqualTo(200);
      clock.advance(Duration.ofMinutes(2));
      for (HttpResponse<String> late :
          List.of(
              Visitor.open(link),
              Visitor.submit(link, Map.of("tier2_ordering", "late")),
              Visitor.open(link + "/actions/ACT-1"))) {
        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(late.body()).contains("This link has expired");
      }
      assertThat(tierRequestOf(top, 2).at("status")).isEqualTo("approved");
      assertThat(Visitor.open(opened(configuration).at("link")).statusCode()).isEqualTo(200);
    } finally {
      clock.advance(Duration.ofDays(-30).minusMinutes(1));
    }
  }

  @Test
  void aRehearsalMailsNobody() {
    distributor
        .api()
        .post("/requests?dry_run=true", io.tierhub.support.World.purchaseBody(product, customer))
        .expect(200);
    assertThat(
            jdbc.queryForList(
                "select request_id from mail where not exists (select 1 from"
                    + " tier_configuration_request where id = request_id) and not exists (select 1"
                    + " from fulfillment_request where id = request_id) and not exists (select 1"
                    + " from tier_configuration where id = request_id)",
                String.class))
        .as("mails of requests that were never kept")
        .isEmpty();
  }
}
