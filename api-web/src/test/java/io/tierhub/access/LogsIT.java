package io.tierhub.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.HttpTest;
import io.tierhub.support.Api;
import io.tierhub.support.Logged;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Logs tell what happened and to which object, and neither of whom nor what a caller makes up. */
@DisplayName("API8:2023, what logs say")
@Isolated("reads the log, which starts of other servers set up anew")
class LogsIT extends HttpTest {

  @AutoClose private Logged log;

  /** Not before: the start of a server sets up all logging anew. */
  @BeforeEach
  void listens() {
    log = new Logged();
  }

  @Test
  void whatWasARehearsalIsSaidToBeOne() {
    Company distributor = world().distributor();
    String account = World.reseller(distributor, "Reseller", null);
    distributor.api().delete("/tier/accounts/" + account).expect(204);
    String path = "/tier/accounts/" + account + "/erase";
    String erased = account + " erased by";
    distributor.api().post(path + "?dry_run=true").expect(200);
    assertThat(log.entries())
        .filteredOn(entry -> entry.contains(erased))
        .singleElement()
        .asString()
        .contains("dry_run=(dry run)");
    distributor.api().post(path).expect(200);
    assertThat(log.entries())
        .filteredOn(entry -> entry.contains(erased))
        .hasSize(2)
        .last()
        .asString()
        .doesNotContain("dry_run");
  }

  @Test
  void nothingOfPeopleAndNoSecretsAreLogged() {
    String mark = "q" + UUID.randomUUID().toString().substring(0, 8);
    World world = world();
    Company distributor = world.distributor();
    Company vendor = world.vendor();
    String hub = world.hub(distributor);
    String product = world.soldProduct(vendor, true, distributor, hub);
    World.requires(vendor, product, "asset", "ordering", "domain");
    String person =
        World.accountBody("reseller", "Name " + mark, null)
            .replace("Ada", "Ada " + mark)
            .replace("ada@", mark + "@")
            .replace("Mallorca 401", "Mallorca " + mark)
            .replaceFirst(
                "\\{", "{\"external_uid\": \"" + mark + "-uid\", \"tax_id\": \"" + mark + "\",");
    String reseller = distributor.api().post("/tier/accounts", person).expect(201).at("id");
    distributor.api().post("/tier/accounts", person).expect(409);
    distributor.api().post("/tier/accounts", person.replace("reseller", mark)).expect(400);
    distributor.api().get("/tier/accounts?search=" + mark).expect(200);
    distributor.api().get("/tier/accounts?nmae=" + mark).expect(400);
    distributor.api().get("/tier/accounts/" + mark).expect(404);
    String customer = World.customer(distributor, "Customer " + mark, reseller);
    Api.Answer order =
        distributor.api().post("/requests", World.purchaseBody(product, customer)).expect(201);
    String path = "/requests/" + order.at("id");
    String param = "{\"asset\": {\"params\": [{\"id\": \"domain\", \"value\": \"%s\"}]}}";
    distributor.api().put(path, param.formatted(mark)).expect(200);
    distributor.api().put(path, param.replace("domain", mark).formatted(mark)).expect(400);
    distributor.api().post(path + "/pend").expect(200);
    vendor
        .api()
        .post(path + "/fail", "{\"reason\": \"Because of %s\"}".formatted(mark))
        .expect(200);
    distributor
        .api()
        .put("/tier/accounts/" + reseller, "{\"name\": \"%s\"}".formatted(mark))
        .expect(200);
    String secret = "ApiKey SU-111-111-111:" + mark;
    api().as(secret).get("/me").expect(401);
    Api.Answer token =
        distributor.api().post("/auth/tokens", "{\"name\": \"%s\"}".formatted(mark)).expect(201);
    String header = token.at("token");
    api().as(header).get("/me").expect(200);
    api().post("/requests/%s/pend?code=%s".formatted(order.at("id"), mark), "{}").expect(400, 404);
    String logged = String.join("\n", log.entries());
    assertThat(logged).as("it was logged at all").contains(order.at("id"));
    assertThat(logged)
        .doesNotContainIgnoringCase(mark)
        .doesNotContain(header.substring(header.indexOf(':') + 1));
  }

  /** Nobody writes lines of their own into the log, nor colours it. */
  @Test
  void callersMakeNoLines() throws IOException {
    String mark = "INJECTED-" + UUID.randomUUID();
    String token = world().distributor().header();
    for (String line :
        List.of(
            "GET /public/v1/nothing%0d%0a" + mark + " HTTP/1.1",
            "GET /public/v1/tier/accounts/%0a%1b[31m" + mark + " HTTP/1.1",
            "GET /public/v1/tier/accounts?name=%0d%0a" + mark + " HTTP/1.1",
            "GET /public/v1/tier/accounts?as_of=%0d%0a" + mark + " HTTP/1.1",
            "GET /forms/%0d%0a" + mark + " HTTP/1.1",
            "GET /public/v1/" + mark + "\u001b[31m HTTP/1.1",
            mark + "\u001b[31m /public/v1/me HTTP/1.1",
            "TRACE /" + mark + " HTTP/1.1",
            "GET /public/v1/me HTTP/1.1\r\nUser-Agent: " + mark + "\u001b[31m",
            "GET /public/v1/me HTTP/1.1\r\ntraceparent: 00-" + mark + "-b7ad6b7169203331-01",
            "GET /public/v1/me HTTP/1.1\r\nX-Forwarded-For: " + mark,
            "GET /public/v1/me HTTP/1.1\r\nX-Trace-Id: " + mark,
            "GET /public/v1/me HTTP/1.1\r\nX-Folded: a\r\n " + mark,
            "GET /public/v1/me HTTP/1.1\r\n" + mark + "\u0000: a")) {
      send(
          line
              + "\r\nHost: localhost\r\nAuthorization: "
              + token
              + "\r\nConnection: close\r\n\r\n");
    }
    assertThat(log.entries().stream().flatMap(String::lines))
        .noneMatch(line -> line.strip().startsWith(mark) || line.contains("\u001b[31m" + mark));
  }

  private void send(String call) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(call.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
          .startsWith("HTTP/1.1 ")
          .doesNotStartWith("HTTP/1.1 5");
    }
  }
}
