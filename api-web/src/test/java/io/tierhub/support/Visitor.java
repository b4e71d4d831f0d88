package io.tierhub.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody with nothing but a link, who calls pages as a browser does, and follows nothing. */
public final class Visitor {

  private static final HttpClient BROWSER = HttpClient.newHttpClient();

  private Visitor() {}

  public static HttpResponse<String> open(String link) {
    return send(HttpRequest.newBuilder(URI.create(link)).GET());
  }

  /** Calls somebody who says nothing, and does not wait for an answer. */
  public static void knock(String link) {
    URI address = URI.create(link);
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().flush();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public static HttpResponse<String> submit(String link, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field ->
                URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(link))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
