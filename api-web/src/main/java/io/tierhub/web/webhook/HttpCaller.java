package io.tierhub.web.webhook;

import io.tierhub.webhook.Webhook;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls by HTTP what webhooks name. Whatever is called does, it is over in time and takes little
 * room: nothing is followed, nothing is kept open, and no more of an answer is read than is kept.
 */
@Component
class HttpCaller implements DisposableBean {

  private static final int LONGEST_ERROR = 300;
  private static final int MOST_CALLS = 100;
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final Duration limit;
  private final CloseableHttpClient client;
  private final JsonMapper json = new JsonMapper();

  HttpCaller(PublicAddresses addresses, WebhookProperties properties) {
    this.limit = properties.timeout();
    Timeout timeout = Timeout.of(limit);
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(addresses)
                    .setMaxConnTotal(MOST_CALLS)
                    .setMaxConnPerRoute(MOST_CALLS)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(timeout)
                            .setSocketTimeout(timeout)
                            .build())
                    .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(timeout).build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(timeout)
                    .setConnectionRequestTimeout(timeout)
                    .build())
            .setConnectionReuseStrategy((_, _, _) -> false)
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .disableDefaultUserAgent()
            .build();
  }

  @Override
  public void destroy() throws IOException {
    client.close();
  }

  /**
   * What came back, or why nothing did.
   *
   * @param text the beginning of the body
   * @param error why it does not count
   */
  record Answer(
      @Nullable Integer status, @Nullable String text, @Nullable String error, Duration took) {}

  /**
   * Posts JSON, signed.
   *
   * @param message the same for each try of the same
   * @param longest how many bytes of the answer are read
   */
  Answer post(Webhook.Snapshot webhook, String message, Instant at, String body, int longest) {
    HttpPost post = new HttpPost(URI.create(webhook.profile().url()));
    json.readValue(webhook.profile().headers(), HEADERS).forEach(post::setHeader);
    post.setHeader("User-Agent", "TierHub");
    post.setHeader("Content-Type", "application/json");
    Signatures.of(webhook, message, at, body).forEach(post::setHeader);
    post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
    long began = System.nanoTime();
    Heard heard = answer(post, longest);
    return new Answer(
        heard.status, heard.text, heard.error, Duration.ofNanos(System.nanoTime() - began));
  }

  private record Heard(@Nullable Integer status, @Nullable String text, @Nullable String error) {}

  /** A limit for all of it: who sends a byte a second is never silent for long. */
  private Heard answer(HttpPost post, int longest) {
    AtomicBoolean late = new AtomicBoolean();
    Executor afterwards =
        CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<Void> deadline =
        CompletableFuture.runAsync(
            () -> {
              late.set(true);
              post.cancel();
            },
            afterwards);
    try {
      ClassicHttpResponse response = client.executeOpen(HttpHost.create(post.getUri()), post, null);
      try {
        return read(response, longest);
      } finally {
        // Before it is closed, or what is left of the answer would be read to its end.
        post.cancel();
      }
    } catch (Exception failed) {
      return new Heard(null, null, late.get() ? tooLate() : reason(failed));
    } finally {
      deadline.cancel(false);
    }
  }

  private static Heard read(ClassicHttpResponse response, int longest) throws IOException {
    int status = response.getCode();
    String text = "";
    if (response.getEntity() != null) {
      InputStream content = response.getEntity().getContent();
      text = new String(content.readNBytes(longest), StandardCharsets.UTF_8);
    }
    return new Heard(status, storable(text), fault(status));
  }

  private static @Nullable String fault(int status) {
    return switch (status / 100) {
      case 2 -> null;
      case 3 -> "answered %d; redirects are not followed".formatted(status);
      default -> "answered " + status;
    };
  }

  /** In words of ours: a library's name addresses. */
  private String reason(Exception failed) {
    return switch (failed) {
      case PublicAddresses.NotPublic _ -> "the address is not public";
      case UnknownHostException _ -> "the name is not known";
      case ConnectTimeoutException _ -> "no connection in time";
      // Silence may be as long as all of it: whichever of the two ends first.
      case SocketTimeoutException _ -> tooLate();
      case ConnectException _ -> "the connection was refused";
      case SSLException tls -> cut("TLS: " + tls.getMessage());
      default -> cut(failed.getClass().getSimpleName() + ": " + failed.getMessage());
    };
  }

  private String tooLate() {
    return "no answer within %d s".formatted(limit.toSeconds());
  }

  private static String cut(String text) {
    String clean = storable(text);
    return clean.length() > LONGEST_ERROR ? clean.substring(0, LONGEST_ERROR) : clean;
  }

  /** Without what PostgreSQL keeps in no text, and what turns a log around. */
  private static String storable(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ");
  }
}
