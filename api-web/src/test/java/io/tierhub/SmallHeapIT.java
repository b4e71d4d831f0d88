package io.tierhub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.Api;
import io.tierhub.support.RawCaller;
import io.tierhub.support.ServerProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a heap for some hundred calls, a thousand that want all of it: others are served. */
class SmallHeapIT {

  private static final int CALLERS = 1_000;

  /** Of which the server has room for fewer. */
  private static final int WITH_MUCH = 200;

  private static final Duration AT_MOST = Duration.ofMinutes(2);

  @TempDir private static Path folder;
  private static ServerProcess server;
  private static int port;

  @BeforeAll
  static void start() {
    server = ServerProcess.startIn("184m", folder);
    port = URI.create(server.api().base()).getPort();
  }

  @AfterAll
  static void stop() {
    server.close();
    assertThat(server.output()).noneMatch(line -> line.contains("OutOfMemory"));
  }

  private static String of(String name) {
    return "Authorization: " + server.company(name).header() + "\r\n";
  }

  private static String post(String authorization, int length, String body) {
    return "POST /public/v1/tier/accounts HTTP/1.1\r\nHost: localhost\r\n"
        + authorization
        + "Content-Length: %d\r\n\r\n%s".formatted(length, body);
  }

  /** Lets that many call, of whom at least so many are to be answered while all of them wait. */
  private static void whileCalling(int callers, int answered, IntFunction<String> call) {
    List<RawCaller> all = Stream.generate(() -> new RawCaller(port)).limit(callers).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < callers; i++) {
        RawCaller caller = all.get(i);
        String words = call.apply(i);
        // Who is refused is not heard to the end.
        threads.submit(() -> caller.isHeard(words));
      }
      await()
          .atMost(AT_MOST)
          .until(() -> all.stream().filter(RawCaller::isAnswered).count() >= answered);
      Api other = server.company("ops").api();
      other.get("/me").expect(200);
      other.get("/tier/accounts").expect(200);
    } finally {
      all.forEach(RawCaller::close);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30_000})
  void halfABodyOfTwoTokens(int sent) {
    String half = " ".repeat(sent);
    whileCalling(
        CALLERS,
        CALLERS - 400,
        i -> post(of(i % 2 == 0 ? "distributor" : "vendor"), 900_000, half));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Authorization: ApiKey SU-000-000-000:wrong\r\n"})
  void halfABodyOfNobody(String authorization) {
    whileCalling(CALLERS, CALLERS, i -> post(authorization, 900_000, "{"));
  }

  /** What needs no token may come with any, and with another each time. */
  @Test
  void halfABodyToALinkThatIsGuessed() {
    String half = " ".repeat(100_000);
    whileCalling(
        WITH_MUCH,
        WITH_MUCH / 2,
        i ->
            post("Authorization: ApiKey SU-000-000-%03d:guessed\r\n".formatted(i), 900_000, half)
                .replace("tier/accounts", "requests/PR-1-1-1-001/pend?code=guessed"));
  }

  @Test
  void wholeBodiesOfManySmallThings() {
    String body = "[" + "{\"a\":1},".repeat(100_000) + "0]";
    int length = body.getBytes(UTF_8).length;
    String whole = post(of("distributor"), length, body);
    whileCalling(WITH_MUCH, WITH_MUCH - 10, i -> whole);
  }

  @Test
  void largePagesThatNobodyReads() {
    whileCalling(
        WITH_MUCH,
        WITH_MUCH,
        i ->
            "GET /public/v1/tier/accounts?limit=1000 HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
                .formatted(of("distributor")));
  }
}
