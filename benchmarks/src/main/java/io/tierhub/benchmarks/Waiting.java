package io.tierhub.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who waits for events: how soon they hear of them, and what it costs if there are none. */
final class Waiting {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int CONSUMERS_OF_A_KIND = 3;
  private static final int IDLE = 5_000;
  private static final int TOKENS = 6;
  private static final int WATCHED_SECONDS = 40;
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private final Scene scene;

  Waiting(Scene scene) {
    this.scene = scene;
  }

  void measure() throws Exception {
    try (JavaServer ours = scene.start()) {
      hear(ours);
    }
    try (JavaServer ours = scene.start()) {
      idle(ours);
    }
  }

  /** When which event came, in microseconds since 1970. */
  private static final class Arrivals {
    private final Map<Long, List<Long>> ofEvent = new ConcurrentHashMap<>();

    void note(JsonNode event) {
      long now = System.currentTimeMillis() * 1000;
      ofEvent
          .computeIfAbsent(
              Long.valueOf(event.path("id").asString()), _ -> new CopyOnWriteArrayList<>())
          .add(now);
    }
  }

  private void hear(JavaServer ours) throws Exception {
    Client alpine = scene.client(ours, "ALPINE");
    List<String> parents =
        scene.list(
            "select id from generated_account where d = 0 and parent_id is null order by n desc limit 200");
    Arrivals streamed = new Arrivals();
    Arrivals polled = new Arrivals();
    List<Thread> consumers = new ArrayList<>();
    for (int i = 0; i < CONSUMERS_OF_A_KIND; i++) {
      consumers.add(Thread.startVirtualThread(() -> stream(alpine, streamed)));
      consumers.add(Thread.startVirtualThread(() -> poll(alpine, polled)));
    }
    AtomicInteger n = new AtomicInteger(3_000_000);
    // The consumers' path is warmed with it.
    Comparison.warmUp(
        ours, seconds -> write(alpine, parents, n, seconds), scene.options().seconds());
    streamed.ofEvent.clear();
    polled.ofEvent.clear();
    Load.Result load = write(alpine, parents, n, 5 * scene.options().seconds());
    Thread.sleep(1_000);
    List<Heard> byStream = heard(streamed);
    List<Heard> byPoll = heard(polled);
    verdict("a waiting stream", load, byStream);
    verdict("a waiting long poll", load, byPoll);
    Map<String, List<Heard>> both = new LinkedHashMap<>();
    both.put("streams", byStream);
    both.put("long polls", byPoll);
    String profile =
        Profile.during(
            ours,
            scene.options().folder(),
            () -> write(alpine, parents, n, 5 * scene.options().seconds()));
    consumers.forEach(Thread::interrupt);
    scene
        .document()
        .section(
            "Where the time goes: commit to a waiter",
            stages(both) + "\nThe server meanwhile, creates and waiters together: " + profile);
  }

  private static Load.Result write(
      Client alpine, List<String> parents, AtomicInteger n, int seconds) throws Exception {
    return Writes.write(
        i ->
            alpine.call(
                "POST", "/tier/accounts", Writes.account(parents.get(i % parents.size()), i)),
        n,
        seconds);
  }

  /** Of one event and who heard of it, in milliseconds. */
  private record Heard(double toTheFeed, double fromTheFeed) {
    double inAll() {
      return toTheFeed + fromTheFeed;
    }
  }

  /**
   * From the moment at which PostgreSQL began to commit the account's row: to write that to the
   * disk is in it, to wait for a connection before is not.
   */
  private List<Heard> heard(Arrivals arrivals) throws Exception {
    List<Heard> heard = new ArrayList<>();
    long first = arrivals.ofEvent.keySet().stream().mapToLong(Long::longValue).min().orElseThrow();
    for (String row :
        scene.list(
            "select f.event_id || ' ' ||"
                + " floor(extract(epoch from pg_xact_commit_timestamp(a.xmin)) * 1000000)::bigint"
                + " || ' ' ||"
                + " floor(extract(epoch from pg_xact_commit_timestamp(f.xmin)) * 1000000)::bigint"
                + " from feed f join tier_account a on a.id = f.subject"
                + " where f.type = 'tier_account.created' and f.event_id >= "
                + first)) {
      String[] parts = row.split(" ");
      long made = Long.parseLong(parts[1]);
      long fed = Long.parseLong(parts[2]);
      for (long arrived : arrivals.ofEvent.getOrDefault(Long.valueOf(parts[0]), List.of())) {
        heard.add(new Heard((fed - made) / 1000.0, (arrived - fed) / 1000.0));
      }
    }
    return heard;
  }

  private void verdict(String who, Load.Result load, List<Heard> heard) {
    double p95 = percentile(heard, Heard::inAll, 95);
    scene
        .document()
        .verdict(
            "commit to %s, at %s creates a second"
                .formatted(who, Document.number(load.perSecond())),
            "p95 ≤ 50 ms",
            "p50 %s ms, p95 %s ms, p99 %s ms of %,d"
                .formatted(
                    Document.number(percentile(heard, Heard::inAll, 50)),
                    Document.number(p95),
                    Document.number(percentile(heard, Heard::inAll, 99)),
                    heard.size()),
            p95 <= 50);
  }

  private static double percentile(List<Heard> heard, ToDoubleFunction<Heard> of, int percent) {
    double[] sorted = heard.stream().mapToDouble(of).sorted().toArray();
    return sorted[sorted.length * percent / 100];
  }

  private static String stages(Map<String, List<Heard>> all) {
    StringBuilder lines = new StringBuilder();
    all.forEach((who, heard) -> {
      lines.append(
          stage(
              "commit of an account to commit of its event in the feed: " + who,
              heard,
              Heard::toTheFeed));
      lines.append(stage("from there to the client: " + who, heard, Heard::fromTheFeed));
    });
    return "| ms | p50 | p95 | p99 |\n|---|--:|--:|--:|\n" + lines;
  }

  private static String stage(String name, List<Heard> heard, ToDoubleFunction<Heard> of) {
    return "| %s | %s | %s | %s |\n"
        .formatted(
            name,
            Document.number(percentile(heard, of, 50)),
            Document.number(percentile(heard, of, 95)),
            Document.number(percentile(heard, of, 99)));
  }

  private static void stream(Client client, Arrivals arrivals) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(client.base() + "/feed?after=latest"))
            .header("Authorization", client.token())
            .header("Accept", "text/event-stream")
            .build();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream()).body(),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data: ")) {
          arrivals.note(JSON.readTree(line.substring("data: ".length())));
        }
      }
    } catch (IOException | InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private static void poll(Client client, Arrivals arrivals) {
    String after = "latest";
    try {
      while (!Thread.currentThread().isInterrupted()) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(client.base() + "/feed?limit=1000&after=" + after))
                .header("Authorization", client.token())
                .header("Prefer", "wait=50")
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        JSON.readTree(answer.body()).forEach(arrivals::note);
        after = answer.headers().firstValue("X-Feed-Position").orElseThrow();
      }
    } catch (IOException | InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** All by streams. The heap was touched before, and is collected before it is measured. */
  private void idle(JavaServer ours) throws Exception {
    Client alpine = scene.client(ours, "ALPINE");
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < TOKENS; i++) {
      tokens.add(
          alpine.call("POST", "/auth/tokens", "{\"name\": \"Waits\"}").get("token").asString());
    }
    warm(alpine);
    long heapBefore = liveHeap(ours);
    long residentBefore = Cpu.resident(ours.pid());
    Cpu.Used quiet = watch(ours);
    List<SocketChannel> waiting = new ArrayList<>();
    try {
      for (int i = 0; i < IDLE; i++) {
        waiting.add(wait(ours, tokens.get(i % TOKENS)));
      }
      Thread.sleep(3_000);
      Cpu.Used busy = watch(ours);
      long heap = liveHeap(ours) - heapBefore;
      long resident = Cpu.resident(ours.pid()) - residentBefore;
      double share = (busy.work() - quiet.work()) / (WATCHED_SECONDS * 1e6) * 100;
      scene
          .document()
          .verdict(
              "%,d idle waiters: memory".formatted(IDLE),
              "≤ 100 MB",
              "%d MB: %d MB of the heap, %d MB beside it"
                  .formatted(heap + resident, heap, resident),
              heap + resident <= 100);
      scene
          .document()
          .verdict(
              "%,d idle waiters: CPU".formatted(IDLE),
              "≤ 3 % of a core",
              "%s %%".formatted(Document.number(share)),
              share <= 3);
    } finally {
      for (SocketChannel channel : waiting) {
        channel.close();
      }
    }
  }

  /** So that nothing that is measured is touched or compiled for the first time. */
  private static void warm(Client client) throws Exception {
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      callers.add(
          Thread.startVirtualThread(() -> {
            try {
              for (int call = 0; call < 1_000; call++) {
                client.get("/feed?after=latest&limit=1");
              }
            } catch (IOException | InterruptedException end) {
              Thread.currentThread().interrupt();
            }
          }));
    }
    for (Thread caller : callers) {
      caller.join();
    }
  }

  private static Cpu.Used watch(JavaServer server) throws Exception {
    Cpu.Used before = Cpu.ofJava(server.pid());
    Thread.sleep(WATCHED_SECONDS * 1_000L);
    return Cpu.ofJava(server.pid()).since(before);
  }

  /** One that has begun to listen. */
  private static SocketChannel wait(JavaServer server, String token) throws IOException {
    URI at = URI.create(server.url(""));
    SocketChannel channel = SocketChannel.open(new InetSocketAddress(at.getHost(), at.getPort()));
    String call =
        """
        GET /public/v1/feed?after=latest&type=nothing.told HTTP/1.1
        Host: %s
        Authorization: %s
        Accept: text/event-stream

        """
            .formatted(at.getHost(), token)
            .replace("\n", "\r\n");
    channel.write(ByteBuffer.wrap(call.getBytes(StandardCharsets.US_ASCII)));
    ByteBuffer head = ByteBuffer.allocate(16);
    channel.read(head);
    String begun = new String(head.array(), 0, head.position(), StandardCharsets.US_ASCII);
    if (!begun.startsWith("HTTP/1.1 200")) {
      throw new IllegalStateException("a stream was answered " + begun);
    }
    return channel;
  }

  /** Megabytes of the heap that are in use after a collection. */
  private static long liveHeap(JavaServer server) throws Exception {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    String pid = String.valueOf(server.pid());
    Load.run(List.of(jcmd, pid, "GC.run"));
    String heap = Load.run(List.of(jcmd, pid, "GC.heap_info"));
    long kilobytes = 0;
    for (String line : heap.split("\n")) {
      Matcher used = USED.matcher(line);
      if (used.find() && !line.contains("etaspace") && !line.contains("class space")) {
        kilobytes += Long.parseLong(used.group(1));
      }
    }
    return kilobytes / 1024;
  }
}
