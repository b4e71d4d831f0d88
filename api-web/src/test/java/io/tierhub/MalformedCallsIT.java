package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is refused before any of our code runs has the same body as everything else. */
@ExtendWith(OutputCaptureExtension.class)
class MalformedCallsIT extends HttpTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String HOST = "Host: localhost\r\nConnection: close\r\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /public/v1/tier/accounts/%zz HTTP/1.1         | 400 | VAL_001
          GET /public/v1/tier/accounts/%2F HTTP/1.1         | 400 | VAL_001
          GET /public/v1/tier/accounts/%00 HTTP/1.1         | 400 | VAL_001
          GET /public/v1/tier/accounts/..%5c HTTP/1.1       | 400 | VAL_001
          GET /public/v1/tier/accounts;a=b HTTP/1.1         | 400 | VAL_001
          GET /public/v1//tier/accounts HTTP/1.1            | 400 | VAL_001
          GET /public/v1/tier/accounts?name=%zz HTTP/1.1    | 401 | AUTH_001
          GET /public/v1/a b HTTP/1.1                       | 400 | VAL_001
          G@T /public/v1/tier/accounts HTTP/1.1             | 400 | VAL_001
          GET /public/v1/tier/accounts HTTP/9.9             | 400 | VAL_001
          TRACE /public/v1/tier/accounts HTTP/1.1           | 405 | HTTP_405
          CONNECT localhost:80 HTTP/1.1                     | 400 | VAL_001
          CONNECT /public/v1/tier/accounts HTTP/1.1         | 400 | VAL_001
          TRACK /public/v1/tier/accounts HTTP/1.1           | 400 | VAL_001
          GET /error HTTP/1.1                               | 404 | NFND_000
          GET /nothing/here HTTP/1.1                        | 404 | NFND_000
          """)
  void requestLines(String line, int status, String code) throws IOException {
    assertRefused(send(line.strip() + "\r\n" + HOST + "\r\n"), status, code);
  }

  @Test
  void headersThatAreTooLarge() throws IOException {
    String header = "X-Long: " + "x".repeat(100_000) + "\r\n";
    assertRefused(
        send("GET /public/v1/tier/accounts HTTP/1.1\r\n" + HOST + header + "\r\n"), 400, "VAL_001");
  }

  @Test
  void lengthsThatAreNone() throws IOException {
    assertRefused(
        send("POST /public/v1/tier/accounts HTTP/1.1\r\n" + HOST + "Content-Length: many\r\n\r\n"),
        400,
        "VAL_001");
  }

  @Test
  void encodingsThatAreNone() throws IOException {
    assertRefused(
        send(
            "POST /public/v1/tier/accounts HTTP/1.1\r\n"
                + HOST
                + "Transfer-Encoding: rot13\r\n\r\n"),
        400,
        "VAL_001");
  }

  @Test
  void bodiesThatBreakOff(CapturedOutput log) throws IOException {
    String answer =
        send(
            "POST /public/v1/tier/accounts HTTP/1.1\r\n"
                + HOST
                + "Authorization: "
                + world().distributor().api().authorization()
                + "\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n");
    assertRefused(answer, 400, "VAL_001");
    assertThat(log).doesNotContain("BadRequestException");
  }

  @Test
  void writesThatMayOrMayNotBeRehearsals() throws IOException {
    String token = "Authorization: " + world().distributor().api().authorization() + "\r\n";
    assertRefused(
        send(
            "DELETE /public/v1/tier/accounts/TA-0000-0000-0000?dry_run=%zz HTTP/1.1\r\n"
                + HOST
                + token
                + "\r\n"),
        400,
        "VAL_001");
  }

  @Test
  void theCallersTraceIsKept() throws IOException {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    String parent = "traceparent: 00-" + trace + "-b7ad6b7169203331-01\r\n";
    assertThat(send("TRACE / HTTP/1.1\r\n" + HOST + parent + "\r\n")).contains(trace);
  }

  @Test
  void noHost() throws IOException {
    assertRefused(
        send("GET /public/v1/tier/accounts HTTP/1.1\r\nConnection: close\r\n\r\n"), 400, "VAL_001");
  }

  @Test
  void noHttp() throws IOException {
    assertRefused(send("\u0016\u0003\u0001 hello\r\n\r\n"), 400, "VAL_001");
  }

  @Test
  void theServerStillAnswers() {
    api().get("/tier/accounts").expect(401);
    world().distributor().api().get("/tier/accounts").expect(200);
  }

  /** Sends bytes as they are, which no HTTP client does, and returns all that comes back. */
  private String send(String call) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(Math.toIntExact(Duration.ofSeconds(10).toMillis()));
      socket.getOutputStream().write(call.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void assertRefused(String answer, int status, String code) {
    String[] parts = answer.split("\r\n\r\n", 2);
    assertThat(parts[0])
        .startsWith("HTTP/1.1 " + status)
        .containsIgnoringCase("Content-Type: application/json")
        .containsIgnoringCase("X-Content-Type-Options: nosniff")
        .contains("frame-ancestors 'none'")
        .doesNotContainIgnoringCase("Server:");
    assertThat(answer)
        .doesNotContainIgnoringCase("<html")
        .doesNotContain("Tomcat", "\tat ", "org.apache");
    int begin = parts[1].indexOf('{'); // after a chunk's length, if it comes in chunks
    JsonNode body = JSON.readTree(parts[1].substring(begin, parts[1].lastIndexOf('}') + 1));
    assertThat(body.path("error_code").asString()).isEqualTo(code);
    assertThat(body.path("status").asInt()).isEqualTo(status);
    assertThat(body.path("errors").isEmpty()).isFalse();
    assertThat(body.path("trace_id").asString()).matches("[0-9a-f]{32}");
    assertThat(parts[0]).contains("X-Trace-Id: " + body.path("trace_id").asString());
  }
}
