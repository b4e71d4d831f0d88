package io.tierhub;

import static io.tierhub.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.idempotency.KeptAnswers;
import io.tierhub.idempotency.KeyedCall;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import io.tierhub.workflow.RepeatCalls;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A call with an {@code Idempotency-Key} is done once. That every POST and PUT honours it is tried
 * by DescribedCallsIT.
 */
class RepeatedCallsIT extends OrderTest {

  private static final String REPLAYED = "Idempotency-Replayed";
  private static final String ACCOUNTS = "/tier/accounts";

  private final String key = UUID.randomUUID().toString();

  @Autowired private RepeatCalls calls;
  @Autowired private KeptAnswers answers;
  @Autowired private TransactionTemplate transaction;

  private Api.Answer post(String path, String body) {
    return distributor.api().keyed(key, "POST", path, body);
  }

  private List<String> called(String name) {
    return distributor.api().get(ACCOUNTS + "?name=" + name).expect(200).ids();
  }

  private int kept() {
    return jdbc.queryForObject(
        "select count(*) from kept_answer where key = ?", Integer.class, key);
  }

  private static void assertRefused(Api.Answer answer, int status, String code) {
    answer.expect(status);
    assertThat(answer.at("error_code")).isEqualTo(code);
    assertThat(answer.header(REPLAYED)).isNull();
  }

  @Test
  void whatIsSentAgainIsAnsweredAgainByteForByte() {
    Api.Answer first = post("/requests", order("u-1")).expect(201);
    assertThat(first.header(REPLAYED)).isNull();
    vendor.api().post("/requests/" + first.at("id") + "/approve").expect(200);
    for (int i = 0; i < 2; i++) {
      Api.Answer again = post("/requests", order("u-1")).expect(201);
      assertThat(again.response().body()).isEqualTo(first.response().body());
      assertThat(again.header(REPLAYED)).isEqualTo("true");
      assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
      assertThat(again.header("X-Trace-Id")).isNotEqualTo(first.header("X-Trace-Id"));
    }
    assertThat(distributor.api().get("/requests").expect(200).ids())
        .containsExactly(first.at("id"));
  }

  @Test
  void aTreeThatIsSentAgainIsMadeOnce() {
    String tree =
        "[%s, %s]"
            .formatted(
                World.accountBody("reseller", "Root", null),
                World.accountBody("customer", "Leaf", null, "\"parent\": {\"index\": 0}"));
    Api.Answer first = post(ACCOUNTS, tree).expect(201);
    assertThat(first.json()).hasSize(2);
    assertThat(post(ACCOUNTS, tree).expect(201).text()).isEqualTo(first.text());
    assertThat(called("Root")).hasSize(1);
    assertThat(called("Leaf")).hasSize(1);
  }

  @Test
  void theKeyIsForThisCallAndNoOther() {
    String body = World.accountBody("reseller", "One", null);
    Api.Answer first = post(ACCOUNTS, body).expect(201);
    String path = ACCOUNTS + "/" + first.at("id");
    assertRefused(post(ACCOUNTS, World.accountBody("reseller", "Two", null)), 422, "IDM_002");
    assertRefused(post(ACCOUNTS, body + " "), 422, "IDM_002");
    assertRefused(post(ACCOUNTS + "?x=1", body), 422, "IDM_002");
    assertRefused(post("/hubs", body), 422, "IDM_002");
    assertRefused(distributor.api().keyed(key, "PUT", path, body), 422, "IDM_002");
    assertRefused(
        distributor
            .api()
            .send(
                call ->
                    call.header("Idempotency-Key", key)
                        .header("Content-Type", "application/merge-patch+json")
                        .POST(BodyPublishers.ofString(body)),
                ACCOUNTS),
        422,
        "IDM_002");
    assertThat(called("Two")).isEmpty();
    assertThat(called("One")).hasSize(1);
    assertThat(post(ACCOUNTS + "/", body).expect(201).text()).isEqualTo(first.text());
  }

  @Test
  void ofAHundredAtOnceOneIsDoneAndTheOthersAreToldSoOrToWait() throws Exception {
    String body = World.accountBody("reseller", "Race", null);
    List<Api.Answer> answers =
        together(
            IntStream.range(0, 100)
                .<Callable<Api.Answer>>mapToObj(i -> () -> post(ACCOUNTS, body))
                .toList());
    assertThat(answers).extracting(Api.Answer::status).containsOnly(201, 409);
    List<Api.Answer> done = answers.stream().filter(a -> a.status() == 201).toList();
    assertThat(done).extracting(Api.Answer::text).containsOnly(done.getFirst().text());
    assertThat(done).filteredOn(a -> a.header(REPLAYED) == null).hasSize(1);
    assertThat(answers)
        .filteredOn(a -> a.status() == 409)
        .allSatisfy(a -> {
          assertRefused(a, 409, "IDM_001");
          assertThat(a.header("Retry-After")).isEqualTo("1");
        });
    assertThat(called("Race")).containsExactly(done.getFirst().at("id"));
    assertThat(post(ACCOUNTS, body).expect(201).text()).isEqualTo(done.getFirst().text());
  }

  @Test
  void whileTheFirstIsUnderWayTheSecondDoesNotWait() {
    String body = World.accountBody("reseller", "Slow", null);
    post(ACCOUNTS, World.accountBody("reseller", "Before", null)).expect(201);
    String caller =
        jdbc.queryForObject("select caller from kept_answer where key = ?", String.class, key);
    jdbc.update("delete from kept_answer where key = ?", key);
    KeyedCall first = new KeyedCall(caller, key, new byte[0], "");
    transaction.executeWithoutResult(_ -> {
      assertThat(answers.hold(first)).isTrue();
      assertRefused(post(ACCOUNTS, body), 409, "IDM_001");
    });
    assertThat(called("Slow")).isEmpty();
    post(ACCOUNTS, body).expect(201);
  }

  @Test
  void theKeyOfAnotherTokenIsAnotherKey() {
    String body = World.accountBody("reseller", "Mine", null);
    post(ACCOUNTS, body).expect(201);
    Company stranger = world.distributor();
    assertThat(stranger.api().keyed(key, "POST", ACCOUNTS, body).expect(201).header(REPLAYED))
        .isNull();
    String second =
        distributor.api().post("/auth/tokens", "{\"name\": \"N\"}").expect(201).at("token");
    assertThat(
            distributor
                .api()
                .as(second)
                .keyed(key, "POST", ACCOUNTS, body)
                .expect(201)
                .header(REPLAYED))
        .isNull();
    assertThat(called("Mine")).hasSize(2);
    assertThat(kept()).isEqualTo(3);
  }

  @Test
  void whoIsNotLetInAnyMoreIsNotAnsweredAgain() {
    Api.Answer token = distributor.api().post("/auth/tokens", "{\"name\": \"N\"}").expect(201);
    Api other = distributor.api().as(token.at("token"));
    String body = World.accountBody("reseller", "Mine", null);
    other.keyed(key, "POST", ACCOUNTS, body).expect(201);
    distributor.api().delete("/auth/tokens/" + token.at("id")).expect(204);
    other.keyed(key, "POST", ACCOUNTS, body).expect(401);
  }

  @Test
  void whatWasRefusedIsTriedAnew() {
    String body =
        World.accountBody("reseller", "Second", null, "\"external_uid\": \"%s\"".formatted(key));
    String first =
        distributor.api().post(ACCOUNTS, body.replace("Second", "First")).expect(201).at("id");
    assertRefused(post(ACCOUNTS, body), 409, "TA_001");
    assertRefused(post(ACCOUNTS, body.replace("ES", "XX")), 400, "VAL_001");
    assertThat(kept()).isZero();
    distributor.api().delete(ACCOUNTS + "/" + first).expect(204);
    assertThat(post(ACCOUNTS, body).expect(201).header(REPLAYED)).isNull();
    assertThat(post(ACCOUNTS, body).expect(201).header(REPLAYED)).isEqualTo("true");
  }

  @Test
  void afterADayTheKeyMeansANewCall() {
    String body = World.accountBody("reseller", "Daily", null);
    Api.Answer first = post(ACCOUNTS, body).expect(201);
    age("23 hours 59 minutes");
    assertThat(post(ACCOUNTS, body).expect(201).text()).isEqualTo(first.text());
    age("1 minute");
    Api.Answer next = post(ACCOUNTS, body.replace("ES", "PT")).expect(201);
    assertThat(next.header(REPLAYED)).isNull();
    assertThat(called("Daily")).containsExactlyInAnyOrder(first.at("id"), next.at("id"));
    assertThat(post(ACCOUNTS, body.replace("ES", "PT")).expect(201).text()).isEqualTo(next.text());
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void whatCannotBeRepeatedAnyMoreIsDeleted() {
    post(ACCOUNTS, World.accountBody("reseller", "Old", null)).expect(201);
    calls.forgetSome();
    assertThat(kept()).isEqualTo(1);
    age("24 hours");
    calls.forgetSome();
    assertThat(kept()).isZero();
    assertThat(
            jdbc.queryForObject(
                "select count(*) from scheduled_tasks where task_name = 'forget-answers'",
                Integer.class))
        .as("it is a job")
        .isEqualTo(1);
  }

  private void age(String by) {
    jdbc.update(
        "update kept_answer set created_at = created_at - ?::interval where key = ?", by, key);
  }

  @Test
  void inQuotesOrBareItIsTheSameKey() {
    String body = World.accountBody("reseller", "Quoted", null);
    Api.Answer first = post(ACCOUNTS, body).expect(201);
    Api api = distributor.api();
    for (String same : List.of("\"" + key + "\"", " " + key + " ")) {
      assertThat(api.keyed(same, "POST", ACCOUNTS, body).expect(201).text())
          .isEqualTo(first.text());
    }
    String escaped = "\"a\\\"b\\\\" + key + "\"";
    Api.Answer other = api.keyed(escaped, "POST", ACCOUNTS, body).expect(201);
    assertThat(other.header(REPLAYED)).isNull();
    assertThat(
            jdbc.queryForList(
                "select key from kept_answer where key like ?", String.class, "%" + key))
        .containsExactlyInAnyOrder(key, "a\"b\\" + key);
  }

  @Test
  void whatIsNoKeyIsRefusedBeforeAnythingIsDone() {
    Api api = distributor.api();
    String body = World.accountBody("reseller", "Never", null);
    String longest = key + "x".repeat(255 - key.length());
    for (String bad :
        List.of(
            "",
            "\"\"",
            "two words",
            "\"two words\"",
            "\"open",
            "a\"b",
            "one,two",
            "\"a\\b\"",
            longest + "x",
            "\"" + longest + "x\"")) {
      Api.Answer refused = api.keyed(bad, "POST", ACCOUNTS, body);
      assertRefused(refused, 400, "VAL_001");
      assertThat(refused.at("detail")).as(bad).startsWith("The header Idempotency-Key ");
    }
    Api.Answer twice =
        api.send(
            call ->
                call.header("Idempotency-Key", key)
                    .header("Idempotency-Key", key + "2")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body)),
            ACCOUNTS);
    assertRefused(twice, 400, "VAL_001");
    assertThat(called("Never")).isEmpty();
    api.keyed(longest, "POST", ACCOUNTS, body).expect(201);
  }

  @Test
  void readsAndDeletesNeedNone() {
    Api api = distributor.api();
    String account = post(ACCOUNTS, World.accountBody("reseller", "Gone", null)).at("id");
    api.keyed("not a key", "GET", ACCOUNTS + "/" + account, null).expect(200);
    api.keyed(key, "DELETE", ACCOUNTS + "/" + account, null).expect(204);
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void aDryRunUsesNoKeyUp() {
    String account = World.reseller(distributor, "Before", null);
    String path = ACCOUNTS + "/" + account;
    String body = "{\"name\": \"After\"}";
    Api api = distributor.api();
    api.keyed(key, "PUT", path + "?dry_run=true", body).expect(200);
    api.keyed(key, "PUT", path + "?dry_run=true", body.replace("After", "Later")).expect(200);
    assertThat(kept()).isZero();
    assertThat(api.keyed(key, "PUT", path, body).expect(200).at("name")).isEqualTo("After");
    assertThat(api.get(path + "/versions").expect(200).json()).hasSize(2);
  }

  @Test
  void secretsAreShownOnceAndNotKept() {
    Api api = distributor.api();
    Api.Answer issued = post("/auth/tokens", "{\"name\": \"N\"}").expect(201);
    String secret = issued.at("token").split(":")[1];
    Api.Answer again = post("/auth/tokens", "{\"name\": \"N\"}").expect(201);
    assertThat(again.header(REPLAYED)).isEqualTo("true");
    assertThat(again.at("id")).isEqualTo(issued.at("id"));
    assertThat(again.json().has("token")).isFalse();
    assertThat(api.get("/auth/tokens").expect(200).ids()).hasSize(2);

    String actions = "/products/" + product + "/actions/regeneratesecret";
    Api.Answer drawn = vendor.api().keyed(key, "POST", actions, "{}").expect(200);
    Api.Answer repeated = vendor.api().keyed(key, "POST", actions, "{}").expect(200);
    assertThat(repeated.json().has("jwt_secret")).isFalse();
    assertThat(repeated.at("kid")).isEqualTo(drawn.at("kid"));

    assertNotKept(secret);
    assertNotKept(drawn.at("jwt_secret"));
  }

  @Test
  void valuesOfPasswordsAreNotKept() {
    vendor
        .api()
        .post(
            "/products/" + product + "/parameters",
            """
            {"name": "pin", "title": "PIN", "description": "The PIN", "type": "password",
             "scope": "asset", "phase": "fulfillment"}
            """)
        .expect(201);
    String path = "/requests/" + placed("u-1").at("id");
    String word = "pw-" + key;
    String body =
        "{\"asset\": {\"params\": [{\"id\": \"pin\", \"value\": \"%s\"}]}}".formatted(word);
    Api.Answer first = vendor.api().keyed(key, "PUT", path, body).expect(200);
    assertThat(first.at("asset.params.0.value")).as("the vendor is shown it").isEqualTo(word);
    Api.Answer again = vendor.api().keyed(key, "PUT", path, body).expect(200);
    assertThat(again.at("asset.params.0.id")).isEqualTo("pin");
    assertThat(again.json().at("/asset/params/0").has("value")).isFalse();
    assertNotKept(word);
  }

  @Test
  void configuredPasswordsAreNotKept() {
    vendor
        .api()
        .post(
            "/products/" + product + "/parameters",
            """
            {"name": "api_key", "title": "Key", "description": "The key", "type": "password",
             "scope": "product", "phase": "configuration"}
            """)
        .expect(201);
    String word = "pw-" + key;
    String body = "{\"parameter\": {\"id\": \"api_key\"}, \"value\": \"%s\"}".formatted(word);
    String path = "/products/" + product + "/configurations";
    assertThat(vendor.api().keyed(key, "POST", path, body).expect(201).at("value")).isEqualTo(word);
    Api.Answer again = vendor.api().keyed(key, "POST", path, body).expect(201);
    assertThat(again.json().has("value")).isFalse();
    assertThat(again.at("parameter.id")).isEqualTo("api_key");
    assertNotKept(word);
  }

  private void assertNotKept(String secret) {
    assertThat(
            jdbc.queryForList(
                "select convert_from(body, 'UTF8') || headers::text || caller from kept_answer"
                    + " where key = ?",
                String.class,
                key))
        .isNotEmpty()
        .noneMatch(kept -> kept.contains(secret));
  }
}
