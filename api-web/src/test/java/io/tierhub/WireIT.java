package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What wire-format §0.1 and §1 say of every endpoint. */
class WireIT extends HttpTest {

  private Api api;
  private String account;

  @BeforeEach
  void anAccount() {
    World.Company distributor = world().distributor();
    api = distributor.api();
    account = World.reseller(distributor, "Fjord", null);
  }

  private static void isOurError(Api.Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.at("error_code")).isEqualTo(code);
    assertThat(answer.json().path("errors").get(0).isString()).isTrue();
    assertThat(answer.at("status")).isEqualTo(Integer.toString(status));
    assertThat(answer.at("type")).startsWith("/problems/");
    assertThat(answer.at("trace_id")).isEqualTo(answer.header("X-Trace-Id"));
  }

  @Test
  void withoutATokenOrWithAWrongOneNobodyIsLetIn() {
    isOurError(api().get("/tier/accounts"), 401, "AUTH_001");
    isOurError(api().as("ApiKey SU-111-111-111:nonsense").get("/tier/accounts"), 401, "AUTH_001");
    isOurError(api().as("ApiKey nonsense").get("/tier/accounts"), 401, "AUTH_001");
    isOurError(api().as("Basic dXNlcjpwYXNz").get("/tier/accounts"), 401, "AUTH_001");
    isOurError(api().as(api.authorization() + "x").get("/tier/accounts"), 401, "AUTH_001");
  }

  @Test
  void unknownPathsAndMethodsAreErrorsOfOurs() {
    isOurError(api.get("/no/such/path"), 404, "NFND_000");
    isOurError(api.get("/tier/accounts/TA-0000-0000-0000"), 404, "NFND_000");
    isOurError(api.get("/tier/accounts/nonsense"), 404, "NFND_000");
    isOurError(api.get("/tier/accounts/TAR-0000-0000-0000-001-001"), 404, "NFND_000");
    isOurError(api.call("PATCH", "/tier/accounts/" + account, "{}"), 405, "HTTP_405");
    assertThat(api.call("PATCH", "/tier/accounts/" + account, "{}").header("Allow"))
        .contains("GET", "PUT", "DELETE");
  }

  @Test
  void bodiesThatCannotBeReadAreErrorsOfOurs() {
    isOurError(api.post("/tier/accounts", "{\"name\": "), 400, "VAL_003");
    isOurError(api.post("/tier/accounts", "nonsense"), 400, "VAL_003");
    isOurError(api.post("/tier/accounts", "{\"name\": 1, \"name\": 2}"), 400, "VAL_003");
    isOurError(api.post("/tier/accounts", "{} {}"), 400, "VAL_003");
    isOurError(api.post("/tier/accounts", "[".repeat(5000)), 400, "VAL_003");
    isOurError(api.post("/tier/accounts", "[1, \"a\"]"), 400, "VAL_001");
    isOurError(api.post("/tier/accounts", "\"a\""), 400, "VAL_001");
    isOurError(api.post("/tier/accounts", "[]"), 400, "VAL_001");
    isOurError(
        api.post("/tier/accounts", "{\"name\": \"" + "x".repeat(1_100_000) + "\"}"),
        413,
        "HTTP_413");
    isOurError(
        api.send(
            r -> r.header("Content-Type", "text/xml").POST(BodyPublishers.ofString("<a/>")),
            "/tier/accounts"),
        415,
        "HTTP_415");
  }

  @Test
  void missingBodiesAreFineWhereNothingIsRequired() {
    String path = "/tier/accounts/" + account;
    // With Content-Length 0, without any Content-Type.
    assertThat(api.send(r -> r.PUT(BodyPublishers.noBody()), path).status()).isEqualTo(200);
    // As curl -d '' sends it.
    assertThat(
            api.send(
                    r ->
                        r.header("Content-Type", "application/x-www-form-urlencoded")
                            .PUT(BodyPublishers.ofString("")),
                    path)
                .status())
        .isEqualTo(200);
    // Chunked, so without any Content-Length.
    assertThat(
            api.send(
                    r ->
                        r.PUT(
                            BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(new byte[0]))),
                    path)
                .status())
        .isEqualTo(200);
    assertThat(api.put(path, "{}").status()).isEqualTo(200);
    assertThat(api.put(path + "/", " \n").status()).isEqualTo(200);
    isOurError(api.post("/tier/accounts"), 400, "VAL_001");
  }

  @Test
  void aBodyWithoutContentTypeIsTakenForJson() {
    assertThat(
            api.send(
                    r ->
                        r.PUT(
                            BodyPublishers.ofInputStream(() ->
                                new ByteArrayInputStream("{\"name\": \"Fjord 2\"}".getBytes()))),
                    "/tier/accounts/" + account)
                .expect(200)
                .at("name"))
        .isEqualTo("Fjord 2");
  }

  @Test
  void problemJsonIsForThoseWhoAskForIt() {
    Api.Answer answer =
        api.send(r -> r.header("Accept", "application/problem+json").GET(), "/tier/accounts/TA-1");
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.at("title")).isEqualTo("Not found");
  }

  @Test
  void pagesSayWhereTheyAre() {
    assertThat(api.get("/tier/accounts").header("Content-Range")).isEqualTo("items 0-0/1");
    assertThat(api.get("/tier/accounts?limit=0").header("Content-Range")).isEqualTo("items 0-0/1");
    assertThat(api.get("/tier/accounts?limit=0").text()).isEqualTo("[]");
    assertThat(api.get("/tier/accounts?offset=1").header("Content-Range")).isEqualTo("items 1-1/1");
    assertThat(api.get("/tier/accounts?name=none").header("Content-Range"))
        .isEqualTo("items 0-0/0");
    assertThat(api.get("/tier/accounts?&limit=100&offset=0").status()).isEqualTo(200);
    assertThat(api.get("/tier/accounts/?limit=nonsense").header("Content-Range"))
        .isEqualTo("items 0-0/1");
  }

  @Test
  void theCallersTraceIsKept() {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    Api.Answer answer =
        api.send(
            r -> r.header("traceparent", "00-" + trace + "-b7ad6b7169203331-01").GET(),
            "/tier/accounts/TA-1");
    assertThat(answer.at("trace_id")).isEqualTo(trace);
  }

  @Test
  void aFilterThatCannotBeReadIsAnErrorOfOurs() {
    isOurError(api.get("/tier/accounts?eq(name"), 400, "VAL_002");
    isOurError(api.get("/tier/accounts?no.such.filter=1"), 400, "VAL_002");
    isOurError(api.get("/tier/accounts?ordering(tax_id)"), 400, "VAL_002");
    isOurError(api.get("/tier/accounts?ge(events.created.at,yesterday)"), 400, "VAL_002");
  }

  @Test
  void whoAsksForARehearsalNeverGetsTheRealThing() {
    String path = "/tier/accounts/" + account;
    for (String write : new String[] {"POST", "PUT", "DELETE"}) {
      String where = write.equals("POST") ? "/tier/accounts" : path;
      String body = World.accountBody("reseller", "X", null);
      for (String unclear : new String[] {"dry_run=true&dry_run=false", "dry_run=1", "=x"}) {
        isOurError(
            api.send(
                call ->
                    call.header("Content-Type", "application/json")
                        .method(write, BodyPublishers.ofString(body)),
                where + "?x=1&" + unclear),
            400,
            "VAL_001");
      }
    }
    assertThat(api.delete(path + "?dry_run=true").expect(200).at("dry_run")).isEqualTo("true");
    assertThat(
            api.sendEncoded(call -> call.DELETE(), path + "?%64ry%5frun=tru%65")
                .expect(200)
                .at("dry_run"))
        .isEqualTo("true");
    isOurError(api.put(path + "?dry_run=", "{\"name\": \"X\"}"), 400, "VAL_001");
    isOurError(api.put(path + "?dry_run", "{\"name\": \"X\"}"), 400, "VAL_001");
    isOurError(api.put(path + "?dry_run=perhaps", "{\"name\": \"X\"}"), 400, "VAL_001");
    assertThat(api.put(path + "?dry_run=true", "{\"name\": \"X\"}").expect(200).at("dry_run"))
        .isEqualTo("true");
    assertThat(api.get("/tier/accounts?dry_run=true").expect(200).at("0.name")).isEqualTo("Fjord");
    assertThat(api.get("/tier/accounts").header("Content-Range")).isEqualTo("items 0-0/1");
  }

  @Test
  void unreadableParametersAreErrorsOfOurs() {
    isOurError(api.get("/tier/accounts/" + account + "?as_of=yesterday"), 400, "VAL_001");
    isOurError(api.get("/tier/accounts/" + account + "/tree?depth=deep"), 400, "VAL_001");
  }

  @Test
  void anAccountIsReadAsItWasAtAMoment() {
    api.put("/tier/accounts/" + account, "{\"name\": \"Later\"}").expect(200);
    api.get("/tier/accounts/" + account + "?as_of=2001-01-01").expect(404);
    assertThat(
            api.get("/tier/accounts/" + account + "?as_of=2101-01-01T00:00:00+02:00")
                .expect(200)
                .at("name"))
        .isEqualTo("Later");
    String between =
        jdbc.queryForObject(
            "select to_char(valid_from at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                + " from tier_account_version where account_id = ? and number = 1",
            String.class,
            account);
    assertThat(api.get("/tier/accounts/" + account + "?as_of=" + between).expect(200).at("name"))
        .isEqualTo("Fjord");
    assertThat(
            api.get("/tier/accounts/" + account + "/ancestors?as_of=" + between)
                .expect(200)
                .at("0.name"))
        .isEqualTo("Fjord");
    assertThat(
            api.get("/tier/accounts/" + account + "/tree?as_of=" + between).expect(200).at("name"))
        .isEqualTo("Fjord");
  }
}
