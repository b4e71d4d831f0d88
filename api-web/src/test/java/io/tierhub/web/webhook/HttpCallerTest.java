package io.tierhub.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.PartnerId;
import io.tierhub.kernel.Stamp;
import io.tierhub.support.HookServer;
import io.tierhub.webhook.ObjectClass;
import io.tierhub.webhook.Webhook;
import io.tierhub.webhook.WebhookId;
import io.tierhub.webhook.WebhookSecrets;
import io.tierhub.webhook.WebhookType;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where calls go, with name servers that lie. */
class HttpCallerTest {

  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final List<String> ALLOWED = List.of("127.0.0.1/32");
  private static final WebhookProperties PROPERTIES =
      new WebhookProperties(ALLOWED, Duration.ofSeconds(5));

  private HookServer server;

  @BeforeEach
  void aServer() {
    server = new HookServer();
  }

  @AfterEach
  void noServer() {
    server.close();
  }

  private HttpCaller.Answer call(PublicAddresses.Names names) throws IOException {
    Webhook.Profile profile =
        new Webhook.Profile(
            WebhookType.EVENT,
            ObjectClass.FULFILLMENT_REQUEST,
            "W",
            null,
            true,
            server.url().replace("127.0.0.1", "name.example"),
            null,
            "{}",
            "{}");
    Webhook.Snapshot webhook =
        new Webhook.Snapshot(
            new WebhookId("WH-001-002-003"),
            new PartnerId("VA-001-002"),
            Environment.PRODUCTION,
            profile,
            WebhookSecrets.first(null, NOW),
            new Stamp(NOW, null),
            new Stamp(NOW, null),
            0);
    HttpCaller caller = new HttpCaller(new PublicAddresses(names, ALLOWED), PROPERTIES);
    try {
      return caller.post(webhook, "WHD-001-002-003-000001", NOW, "{}", 100);
    } finally {
      caller.destroy();
    }
  }

  private static InetAddress[] addresses(String... texts) {
    return List.of(texts).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
  }

  @Test
  void whatWasLookedAtIsWhatIsCalled() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HttpCaller.Answer answer =
        call(_ -> addresses(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.error()).isNull();
    assertThat(asked).as("a second answer would be another").hasValue(1);
    assertThat(server.calls().getFirst().header("Host")).startsWith("name.example:");
  }

  @Test
  void aNameThatLeadsInsideIsNotCalled() throws IOException {
    for (InetAddress[] found :
        List.of(
            addresses("127.0.0.2"),
            addresses("127.0.0.1", "10.0.0.1"),
            addresses("169.254.169.254"),
            addresses("::ffff:10.0.0.1"))) {
      assertThat(call(_ -> found).error()).isEqualTo("the address is not public");
    }
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void aRedirectInsideIsNotFollowed() throws IOException {
    try (HookServer inside = new HookServer()) {
      server.redirectTo(inside.url());
      HttpCaller.Answer answer = call(_ -> addresses("127.0.0.1"));
      assertThat(answer.error()).isEqualTo("answered 307; redirects are not followed");
      assertThat(inside.calls()).isEmpty();
    }
  }
}
