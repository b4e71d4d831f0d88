package io.tierhub.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the server as a program does. */
public record Api(String base, String authorization) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
  private static final JsonMapper JSON = new JsonMapper();

  public Api as(String header) {
    return new Api(base, header);
  }

  public Answer get(String path) {
    return call("GET", path, null);
  }

  public Answer post(String path, String body) {
    return call("POST", path, body);
  }

  public Answer post(String path) {
    return call("POST", path, null);
  }

  public Answer put(String path, String body) {
    return call("PUT", path, body);
  }

  public Answer delete(String path) {
    return call("DELETE", path, null);
  }

  /** A path whose special characters are percent-encoded already, sent as it is. */
  public Answer getEncoded(String path) {
    return sendEncoded(request -> request, path);
  }

  /** A call whose body, if any, is JSON. */
  public Answer call(String method, String path, String body) {
    return send(
        request -> {
          if (body == null) {
            return request.method(method, HttpRequest.BodyPublishers.noBody());
          }
          return request
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body));
        },
        path);
  }

  /** The same with an {@code Idempotency-Key}, sent as it is. */
  public Answer keyed(String key, String method, String path, String body) {
    return send(
        request -> {
          request.header("Idempotency-Key", key);
          if (body == null) {
            return request.method(method, HttpRequest.BodyPublishers.noBody());
          }
          return request
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body));
        },
        path);
  }

  /** Any call; the path may have characters that URLs should not have, which are encoded. */
  public Answer send(UnaryOperator<HttpRequest.Builder> how, String path) {
    String encoded =
        path.replace("%", "%25")
            .replace(" ", "%20")
            .replace("\"", "%22")
            .replace("|", "%7C")
            .replace("<", "%3C")
            .replace(">", "%3E");
    return sendEncoded(how, encoded);
  }

  /** Any call, to a path whose special characters are percent-encoded already. */
  public Answer sendEncoded(UnaryOperator<HttpRequest.Builder> how, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    try {
      HttpResponse<byte[]> response =
          HTTP.send(how.apply(request).build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** What came back. */
  public record Answer(HttpResponse<byte[]> response) {

    public int status() {
      return response.statusCode();
    }

    public String text() {
      return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    /** The value at a path such as {@code contact_info.city} or {@code 0.id}; null if absent. */
    public String at(String path) {
      JsonNode node = json();
      for (String step : path.split("\\.")) {
        node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
      }
      return node.isMissingNode() || node.isNull() ? null : node.asString();
    }

    /** The ids of a list. */
    public java.util.List<String> ids() {
      return json().valueStream().map(n -> n.path("id").asString()).toList();
    }

    /** Where the faults of a refusal are. */
    public java.util.List<String> pointers() {
      return json()
          .path("violations")
          .valueStream()
          .map(v -> v.path("pointer").asString())
          .toList();
    }

    /** Insists on a status, and says what came instead. */
    public Answer expect(int... statuses) {
      if (Arrays.stream(statuses).noneMatch(s -> s == status())) {
        throw new AssertionError(
            "expected %s, got %d for %s %s: %s"
                .formatted(
                    Arrays.toString(statuses),
                    status(),
                    response.request().method(),
                    response.uri(),
                    text()));
      }
      return this;
    }
  }
}
