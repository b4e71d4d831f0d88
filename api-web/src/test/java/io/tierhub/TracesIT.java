package io.tierhub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.tierhub.support.Api;
import io.tierhub.support.MailServer;
import io.tierhub.support.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a collector of OpenTelemetry is sent. */
class TracesIT extends TierTest {

  private static final Duration SENT_WITHIN = Duration.ofMinutes(2);
  private static final MailServer MAILS = new MailServer();
  private static final Queue<byte[]> RECEIVED = new ConcurrentLinkedQueue<>();
  private static final HttpServer COLLECTOR = collector();

  private static HttpServer collector() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/v1/traces",
          exchange -> {
            RECEIVED.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  @DynamicPropertySource
  static void aCollectorAndAMailServer(DynamicPropertyRegistry properties) {
    MAILS.serve(properties);
    properties.add("tierhub.test.own-database", () -> "true");
    properties.add(
        "management.opentelemetry.tracing.export.otlp.endpoint",
        () -> "http://127.0.0.1:%d/v1/traces".formatted(COLLECTOR.getAddress().getPort()));
    properties.add("management.opentelemetry.tracing.export.schedule-delay", () -> "100ms");
  }

  @AfterAll
  static void noMore() {
    COLLECTOR.stop(0);
    MAILS.stop();
  }

  /** The names of the spans of a trace, out of what OTLP writes as protobuf. */
  private static TreeSet<String> spans(String trace) {
    // Field 1 of a span, of 16 bytes.
    String begin = new String(HexFormat.of().parseHex("0a10" + trace), ISO_8859_1);
    TreeSet<String> names = new TreeSet<>();
    for (byte[] body : RECEIVED) {
      String text = new String(body, ISO_8859_1);
      for (int at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
        names.add(name(body, at + begin.length()));
      }
    }
    return names;
  }

  /** Fields 2 to 4 are short; the fifth is the name. */
  private static String name(byte[] body, int from) {
    int at = from;
    while (body[at] >> 3 != 5) {
      at += 2 + body[at + 1];
    }
    return new String(body, at + 2, body[at + 1], UTF_8);
  }

  private static String received() {
    StringBuilder all = new StringBuilder();
    RECEIVED.forEach(body -> all.append(new String(body, UTF_8)));
    return all.toString();
  }

  @Test
  void aCallItsStatementsAndItsMailAreOneTraceUnderTheIdOfTheAnswer() {
    Api.Answer placed =
        distributor.api().post("/requests", World.purchaseBody(product, customer)).expect(201);
    String trace = placed.header("X-Trace-Id");
    MAILS.mail(tierRequestOf(top, 2).at("id"), 1);
    await()
        .atMost(SENT_WITHIN)
        .untilAsserted(() ->
            assertThat(spans(trace)).contains("http post /public/v1/requests", "query", "mail"));
  }

  @Test
  void theCallersTraceIsGoneOnWith() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    Api.Answer got =
        vendor
            .api()
            .send(
                call -> call.header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01").GET(),
                "/requests");
    assertThat(got.expect(200).header("X-Trace-Id")).isEqualTo(trace);
    await()
        .atMost(SENT_WITHIN)
        .untilAsserted(
            () -> assertThat(spans(trace)).contains("http get /public/v1/requests", "query"));
  }

  @Test
  void noValueOfAStatementAndNoTokenIsSent() {
    String name = "Nobody may read this";
    Api.Answer made =
        distributor
            .api()
            .post("/tier/accounts", World.accountBody("reseller", name, null))
            .expect(201);
    String trace = made.header("X-Trace-Id");
    await().atMost(SENT_WITHIN).until(() -> spans(trace).contains("query"));
    assertThat(received())
        .contains("insert into tier_account")
        .doesNotContain(name, "ada@example.com", distributor.header());
  }

  @Test
  void whatTheServerDoesByItselfIsNoTrace() {
    Api.Answer got = vendor.api().get("/me").expect(200);
    await().atMost(SENT_WITHIN).until(() -> !spans(got.header("X-Trace-Id")).isEmpty());
    assertThat(received()).doesNotContain("feed_sequencer");
  }
}
