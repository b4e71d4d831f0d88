package io.tierhub.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An endpoint that webhooks call, as good or bad as it is told to be. */
public final class HookServer implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  /** What it does with a call. */
  public enum Mood {
    WELL,
    FAILS,
    REDIRECTS,
    HANGS,
    TRICKLES,
    BREAKS_OFF,
    ANSWERS_WITHOUT_END
  }

  /**
   * A call that came.
   *
   * @param accepted whether it was answered with yes
   */
  public record Call(Map<String, List<String>> headers, String body, boolean accepted) {

    public String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().getFirst())
          .findFirst()
          .orElse(null);
    }

    public JsonNode json() {
      return JSON.readTree(body);
    }

    public String subject() {
      return json().at("/event/subject").asString("");
    }

    public long position() {
      return json().at("/event/position").asLong(0);
    }
  }

  private final HttpServer server;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final AtomicReference<Mood> mood = new AtomicReference<>(Mood.WELL);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile UnaryOperator<String> reply = _ -> "thank you";
  private volatile String elsewhere = "http://127.0.0.1/";

  public HookServer() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
  }

  public void be(Mood now) {
    mood.set(now);
  }

  /** What it answers to a body while it is well. */
  public void reply(UnaryOperator<String> to) {
    reply = to;
  }

  public void redirectTo(String url) {
    elsewhere = url;
    be(Mood.REDIRECTS);
  }

  /** All calls that came, in the order in which they did. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** The calls about something that were answered with yes. */
  public List<Call> accepted(String subject) {
    return calls.stream()
        .filter(Call::accepted)
        .filter(call -> call.subject().equals(subject))
        .toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Mood now = mood.get();
    calls.add(
        new Call(
            Map.copyOf(exchange.getRequestHeaders()),
            body,
            now == Mood.WELL || now == Mood.ANSWERS_WITHOUT_END));
    switch (now) {
      case WELL -> say(exchange, 200, reply.apply(body));
      case FAILS -> say(exchange, 500, "no\u0000 \u202E way");
      case REDIRECTS -> {
        exchange.getResponseHeaders().add("Location", elsewhere);
        say(exchange, 307, "");
      }
      case HANGS -> hang();
      case TRICKLES -> {
        exchange.sendResponseHeaders(200, 0);
        drip(exchange);
      }
      case BREAKS_OFF -> exchange.close();
      case ANSWERS_WITHOUT_END -> {
        exchange.sendResponseHeaders(200, 0);
        pour(exchange);
      }
    }
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void hang() {
    try {
      closed.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** A byte at a time, until the caller has enough. */
  private void drip(HttpExchange exchange) throws IOException {
    try {
      while (!closed.await(200, TimeUnit.MILLISECONDS)) {
        exchange.getResponseBody().write('.');
        exchange.getResponseBody().flush();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void pour(HttpExchange exchange) throws IOException {
    byte[] much = new byte[64 * 1024];
    while (closed.getCount() > 0) {
      exchange.getResponseBody().write(much);
    }
  }

  /** Of each subject, the positions of the events in the order in which they were accepted. */
  public List<Long> positions(String subject) {
    List<Long> positions = new ArrayList<>();
    accepted(subject).forEach(call -> positions.add(call.position()));
    return positions;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
