package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.tierhub.support.Api;
import io.tierhub.support.Visitor;
import io.tierhub.web.SettableClock;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @Autowired private Scheduler scheduler;
  @Autowired private SettableClock clock;

  @DynamicPropertySource
  static void aMailServer(DynamicPropertyRegistry properties) {
    SERVER.start();
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", SERVER.getSmtp()::getPort);
    // Its clock runs ahead, and must end nothing of others.
    properties.add("tierhub.test.own-database", () -> "true");
    properties.add("tierhub.mail.from", () -> "TierHub <asks@tierhub.example>");
  }

  /** One that the server finds again when it comes back. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  @AfterAll
  static void noMailServer() {
    SERVER.stop();
  }

  private List<MimeMessage> mailsAbout(String request) {
    return Stream.of(SERVER.getReceivedMessages())
        .filter(mail -> header(mail, "Message-ID").startsWith("<" + request + "."))
        .toList();
  }

  private static String header(MimeMessage mail, String name) {
    try {
      return String.join(", ", mail.getHeader(name));
    } catch (MessagingException failed) {
      throw new AssertionError(failed);
    }
  }

  private MimeMessage mailAbout(String request) {
    await().atMost(Duration.ofSeconds(30)).until(() -> !mailsAbout(request).isEmpty());
    return mailsAbout(request).getFirst();
  }

  @Test
  void theResellersContactIsAskedByMail() throws MessagingException {
    orderOf(customer);
    Api.Answer asked = tierRequestOf(top, 2);
    MimeMessage mail = mailAbout(asked.at("id"));
    assertThat(mail.getRecipients(Message.RecipientType.TO))
        .singleElement()
        .hasToString("Ada Ferrer <ada@example.com>");
    assertThat(mail.getFrom()[0]).hasToString("TierHub <asks@tierhub.example>");
    assertThat(mail.getSubject()).startsWith("Product ").endsWith(": a few answers are needed");
    assertThat(header(mail, "Message-ID")).isEqualTo("<" + asked.at("id") + ".1@tierhub.example>");
    assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
    String words = GreenMailUtil.getBody(mail).replace("=\r\n", "").replace("=3D", "=");
    assertThat(words)
        .contains(asked.at("activation.link"))
        .contains("text/plain")
        .contains("text/html");
    Api.Answer sent = explained(asked.at("id"));
    assertThat(sent.at("mails.0.status")).isEqualTo("sent");
    assertThat(sent.at("mails.0.to")).isEqualTo("ada@example.com");
    assertThat(sent.at("mails.0.inquiry")).isEqualTo("1");
  }

  @Test
  void eachInquiryIsOneMail() {
    orderOf(customer);
    String request = tierRequestOf(top, 2).at("id");
    mailAbout(request);
    answer(request, "tier2");
    vendor.api().post("/tier/config-requests/" + request + "/inquire").expect(204);
    await().atMost(Duration.ofSeconds(30)).until(() -> mailsAbout(request).size() == 2);
    assertThat(mailsAbout(request))
        .extracting(mail -> header(mail, "Message-ID"))
        .containsExactlyInAnyOrder(
            "<" + request + ".1@tierhub.example>", "<" + request + ".2@tierhub.example>");
    approve(answered(request), "tier2");
    mailAbout(tierRequestOf(reseller, 1).at("id"));
    assertThat(mailsAbout(request)).hasSize(2);
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
    assertThat(mailsAbout(request)).isEmpty();
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

  private static String wordsOf(MimeMessage mail) {
    return GreenMailUtil.getBody(mail).replace("=\r\n", "").replace("=3D", "=");
  }

  @Test
  void eachLinkToAPageIsOneMail() throws MessagingException {
    String configuration = configured();
    Api.Answer first = opened(configuration);
    MimeMessage mail = mailAbout(configuration);
    assertThat(mail.getRecipients(Message.RecipientType.TO))
        .singleElement()
        .hasToString("Ada Ferrer <ada@example.com>");
    assertThat(mail.getSubject()).startsWith("Product ").endsWith(": your page");
    assertThat(header(mail, "Message-ID")).isEqualTo("<" + configuration + ".1@tierhub.example>");
    assertThat(wordsOf(mail))
        .contains(first.at("link"))
        .contains("DISTRIBUTOR ")
        .contains("how Top is set up")
        .contains("Open your page")
        .contains("text/plain")
        .contains("text/html");
    clock.advance(Duration.ofSeconds(2));
    Api.Answer second = opened(configuration);
    assertThat(second.at("link")).isNotEqualTo(first.at("link"));
    await().atMost(Duration.ofSeconds(30)).until(() -> mailsAbout(configuration).size() == 2);
    assertThat(mailsAbout(configuration))
        .extracting(sent -> header(sent, "Message-ID"))
        .containsExactlyInAnyOrder(
            "<" + configuration + ".1@tierhub.example>",
            "<" + configuration + ".2@tierhub.example>");
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
    MimeMessage mail = mailAbout(configuration);
    assertThat(wordsOf(mail)).contains(given.at("link"));
    assertThat(header(mail, "To")).contains("new@example.com");
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
    assertThat(mailsAbout(configuration)).isEmpty();
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
