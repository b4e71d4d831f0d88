package io.tierhub.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads server-sent events as the HTML standard has it, as far as ours need it. */
public final class EventStreamReader implements AutoCloseable {

  private static final long SOON_SECONDS = 20;
  private static final JsonMapper JSON = new JsonMapper();
  private static final Event END = new Event("", "", null);

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpResponse<InputStream> response;
  private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private volatile String lastId = "";

  /**
   * @param type empty if only the id was told
   */
  public record Event(String id, String type, JsonNode data) {}

  public EventStreamReader(Api api, String path, String lastEventId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(api.base() + path))
            .header("Authorization", api.authorization())
            .header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    try {
      response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
    Thread.startVirtualThread(this::read);
  }

  public HttpResponse<InputStream> response() {
    return response;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String type = "";
      StringBuilder data = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          if (!data.isEmpty()) {
            events.add(new Event(lastId, type, JSON.readTree(data.toString())));
          }
          type = "";
          data.setLength(0);
        } else if (line.startsWith("id: ")) {
          lastId = line.substring("id: ".length());
        } else if (line.startsWith("event: ")) {
          type = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          data.append(line.substring("data: ".length()));
        }
      }
    } catch (IOException closed) {
      // By whichever side.
    } finally {
      events.add(END);
    }
  }

  /** The id a reader would come again with. */
  public String lastId() {
    return lastId;
  }

  /** The next event, or null if the stream has ended. */
  public Event next() {
    try {
      Event event = events.poll(SOON_SECONDS, TimeUnit.SECONDS);
      if (event == null) {
        throw new AssertionError("no event within %d s".formatted(SOON_SECONDS));
      }
      return event == END ? null : event;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
