package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.standardwebhooks.Webhook;
import io.tierhub.support.Api;
import io.tierhub.support.HookServer;
import io.tierhub.support.HookServer.Call;
import io.tierhub.support.HookServer.Mood;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import io.tierhub.web.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * What reaches endpoints, good ones and bad ones. Its clock runs ahead. A call may take longer than
 * a busy machine stands still: what is answered too late is told again.
 */
@TestPropertySource(
    properties = {
      "tierhub.test.own-database=true",
      "tierhub.webhooks.allowed-networks=127.0.0.1/32",
      "tierhub.webhooks.timeout=8s"
    })
@Execution(ExecutionMode.SAME_THREAD)
class WebhooksIT extends OrderTest {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String HOOKS = "/notifications/webhooks";
  private static final String SECRET = "JWT-" + UUID.randomUUID();

  @Autowired private SettableClock clock;
  private HookServer endpoint;

  @BeforeEach
  void anEndpoint() {
    endpoint = new HookServer();
  }

  @AfterEach
  void noEndpoint() {
    endpoint.close();
  }

  private static String body(String objectClass, String url) {
    return """
    {"object_class": "%s", "label": "Robot", "description": "Test", "external_url": "%s",
     "jwt_secret": "%s", "active": true, "http_method": "POST", "data": {"team": 7},
     "headers": {"Content-Type": "application/json", "X-Team": "seven"}}
    """
        .formatted(objectClass, url, SECRET);
  }

  private Api.Answer hook(Company owner) {
    return hook(owner, "fulfillment_request", endpoint.url());
  }

  private static Api.Answer hook(Company owner, String objectClass, String url) {
    return owner.api().post(HOOKS, body(objectClass, url)).expect(201);
  }

  private Call awaitCall(String subject) {
    await().atMost(SOON).until(() -> !endpoint.accepted(subject).isEmpty());
    return endpoint.accepted(subject).getFirst();
  }

  private static Api.Answer read(Company owner, String hook) {
    return owner.api().get(HOOKS + "/" + hook).expect(200);
  }

  private static Api.Answer deliveries(Company owner, String hook, String query) {
    return owner.api().get(HOOKS + "/" + hook + "/deliveries?limit=1000&" + query).expect(200);
  }

  private static void awaitNoneWaiting(Company owner, String hook) {
    await().atMost(SOON).until(() -> deliveries(owner, hook, "status=waiting").json().isEmpty());
  }

  /** The positions of what the feed tells of something. */
  private List<Long> told(String subject) {
    return jdbc.queryForList(
        "select position from feed where subject = ? order by position", Long.class, subject);
  }

  private void awaitFeed() {
    await()
        .atMost(SOON)
        .until(() -> jdbc.queryForObject("select count(*) from outbox", Long.class) == 0);
  }

  private String placed() {
    return World.order(distributor, product, customer);
  }

  // What is sent

  @Test
  void theOwnerIsToldAsConnectDoesAndShownTheObjectAsItSeesIt() throws Exception {
    Api.Answer hook = hook(vendor);
    String order = placed();
    Call call = awaitCall(order);
    JsonNode body = call.json();
    assertThat(body.path("webhook_id").asString()).isEqualTo(hook.at("id")).startsWith("WH-");
    assertThat(body.path("webhook_name").asString()).isEqualTo("Robot");
    assertThat(body.path("object_class").asString()).isEqualTo("fulfillment_request");
    assertThat(body.path("account_id").asString()).isEqualTo(vendor.id());
    assertThat(body.path("product_id").asString()).isEqualTo(product);
    assertThat(body.path("api_url").asString()).endsWith("/public/v1");
    assertThat(body.path("triggered_at").asString()).endsWith("+00:00");
    assertThat(body.path("last_failure_at").isNull()).isTrue();
    assertThat(body.path("processing_timeout").asInt()).isEqualTo(8);
    assertThat(body.path("data").path("team").asInt()).isEqualTo(7);
    assertThat(body.at("/event/type").asString())
        .isEqualTo("io.tierhub.fulfillment_request.created");
    assertThat(body.path("object"))
        .isEqualTo(vendor.api().get("/requests/" + order).expect(200).json());
    assertThat(call.header("Content-Type")).startsWith("application/json");
    assertThat(call.header("X-Team")).isEqualTo("seven");

    String bearer = call.header("Authentication");
    assertThat(call.header("Authorization")).isEqualTo(bearer).startsWith("Bearer ");
    SignedJWT jwt = SignedJWT.parse(bearer.substring("Bearer ".length()));
    assertThat(jwt.verify(new MACVerifier(SECRET))).isTrue();
    assertThat(jwt.getJWTClaimsSet().getStringClaim("webhook_id")).isEqualTo(hook.at("id"));
    assertThat(call.header("webhook-id")).isEqualTo(body.path("delivery_id").asString());
    requireSigned(call, hook.at("signing_secret"));
  }

  /** Its own check holds the time against the system's clock, which is not ours. */
  private static void requireSigned(Call call, String secret) throws Exception {
    assertThat(call.header("webhook-signature").split(" "))
        .contains(
            new Webhook(secret)
                .sign(
                    call.header("webhook-id"),
                    Long.parseLong(call.header("webhook-timestamp")),
                    call.body()));
  }

  @Test
  void onlyWhoMaySeeItIsTold() {
    Company rival = world.vendor();
    Company otherDistributor = world.distributor();
    Company inTest = world.in(io.tierhub.kernel.Environment.TEST, vendor);
    String other = world.product(vendor, true);
    for (Company stranger : List.of(rival, otherDistributor, inTest)) {
      hook(stranger);
    }
    hook(vendor, "tier_config_request", endpoint.url());
    vendor
        .api()
        .post(
            HOOKS,
            body("fulfillment_request", endpoint.url())
                .replaceFirst("\\{", "{\"product_id\": \"%s\",".formatted(other)))
        .expect(201);
    Api.Answer asleep = hook(vendor);
    vendor.api().put(HOOKS + "/" + asleep.at("id"), "{\"active\": false}").expect(200);
    String his = hook(distributor).at("id");
    String hers = hook(world.ops()).at("id");
    String order = placed();
    await().atMost(SOON).until(() -> endpoint.accepted(order).size() == 2);
    assertThat(endpoint.calls())
        .extracting(call -> call.json().path("webhook_id").asString())
        .containsExactlyInAnyOrder(his, hers);
    for (Company stranger : List.of(rival, otherDistributor)) {
      assertThat(stranger.api().get(HOOKS).expect(200).at("0.stats.events")).isEqualTo("0");
    }
  }

  @Test
  void accountRequestsAreToldToo() {
    hook(vendor, "tier_account_request", endpoint.url());
    placed();
    distributor.api().put("/tier/accounts/" + customer, "{\"name\": \"New\"}").expect(200);
    await().atMost(SOON).until(() -> !endpoint.calls().isEmpty());
    assertThat(endpoint.calls().getFirst().json().at("/object/account/id").asString())
        .isEqualTo(customer);
  }

  @Test
  void passwordsAreNeitherSentNorKept() {
    vendor
        .api()
        .post(
            "/products/" + product + "/parameters",
            """
            {"name": "pass", "title": "P", "type": "password", "scope": "asset",
             "phase": "ordering"}
            """)
        .expect(201);
    String hook = hook(vendor).at("id");
    String order =
        distributor
            .api()
            .post(
                "/requests",
                World.purchaseBody(product, customer)
                    .replace(
                        "\"asset\": {",
                        "\"asset\": {\"params\": [{\"id\": \"pass\", \"value\": \"verysecret\"}],"))
            .expect(201)
            .at("id");
    Call call = awaitCall(order);
    assertThat(vendor.api().get("/requests/" + order).expect(200).text()).contains("verysecret");
    assertThat(call.body()).contains("\"pass\"").doesNotContain("verysecret");
    assertThat(read(vendor, hook).text()).doesNotContain("verysecret");
    assertThat(
            jdbc.queryForObject(
                "select count(*) from webhook_attempt where request like '%verysecret%'",
                Long.class))
        .isZero();
  }

  @Test
  void whoIsErasedAmidACallIsNotKept() {
    endpoint.be(Mood.FAILS);
    String mark = "Marked " + UUID.randomUUID();
    String erased = World.customer(distributor, mark, reseller);
    String hook = hook(vendor).at("id");
    String order = World.order(distributor, product, erased);
    vendor.api().post("/requests/" + order + "/fail", "{\"reason\": \"No.\"}").expect(200);
    distributor.api().delete("/tier/accounts/" + erased).expect(204);
    await().atMost(SOON).until(() -> failures(hook) >= 1);
    endpoint.be(Mood.HANGS);
    int before = endpoint.calls().size();
    clock.advance(Duration.ofSeconds(10));
    await().atMost(SOON).until(() -> endpoint.calls().size() > before);
    distributor.api().post("/tier/accounts/" + erased + "/erase").expect(200);
    await().atMost(SOON).until(() -> failures(hook) >= 2);
    assertThat(endpoint.calls().getLast().body()).contains(mark);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from webhook_attempt where request like '%' || ? || '%'",
                Long.class, mark))
        .isZero();
  }

  // Bad endpoints

  @ParameterizedTest
  @EnumSource(names = {"FAILS", "REDIRECTS", "HANGS", "TRICKLES", "BREAKS_OFF"})
  void whatIsNotTakenIsToldAgain(Mood bad) {
    endpoint.be(bad);
    String hook = hook(vendor).at("id");
    String order = placed();
    await().atMost(SOON).until(() -> "1".equals(read(vendor, hook).at("stats.failure_triggers")));
    Api.Answer failed = read(vendor, hook);
    assertThat(failed.at("stats.failure_since_last_success")).isEqualTo("1");
    assertThat(failed.at("last_failure.status")).isEqualTo("failure");
    String waiting = deliveries(vendor, hook, "").at("0.id");
    Api.Answer log = vendor.api().get(HOOKS + "/" + hook + "/deliveries/" + waiting).expect(200);
    assertThat(log.at("status")).isEqualTo("waiting");
    assertThat(log.at("attempts.0.request")).contains(order);
    assertThat(log.at("attempts.0.error"))
        .isEqualTo(
            switch (bad) {
              case FAILS -> "answered 500";
              case REDIRECTS -> "answered 307; redirects are not followed";
              case HANGS, TRICKLES -> "no answer within 8 s";
              default -> log.at("attempts.0.error");
            })
        .isNotBlank();
    endpoint.be(Mood.WELL);
    clock.advance(Duration.ofSeconds(10));
    awaitNoneWaiting(vendor, hook);
    Api.Answer now = vendor.api().get(HOOKS + "/" + hook + "/deliveries/" + waiting).expect(200);
    assertThat(now.at("status")).isEqualTo("delivered");
    assertThat(now.json().path("attempts")).hasSize(2);
    assertThat(now.at("attempts.1.status_code")).isEqualTo("200");
    assertThat(now.at("attempts.1.answer")).isEqualTo("thank you");
    assertThat(endpoint.accepted(order)).hasSize(1);
    assertThat(read(vendor, hook).at("stats.failure_since_last_success")).isEqualTo("0");
  }

  @Test
  void whatWaitsIsToldAsItWasMeantWhateverTheWebhookIsAboutNow() {
    endpoint.be(Mood.FAILS);
    String hook = hook(vendor).at("id");
    String order = placed();
    await().atMost(SOON).until(() -> failures(hook) >= 1);
    vendor.api().put(HOOKS + "/" + hook, "{\"object_class\": \"tier_config_request\"}").expect(200);
    endpoint.be(Mood.WELL);
    clock.advance(Duration.ofSeconds(10));
    JsonNode body = awaitCall(order).json();
    assertThat(body.path("object_class").asString()).isEqualTo("fulfillment_request");
    assertThat(body.at("/object/id").asString()).isEqualTo(order);
  }

  @Test
  void anAnswerWithoutEndIsNotReadToItsEnd() {
    endpoint.be(Mood.ANSWERS_WITHOUT_END);
    String hook = hook(vendor).at("id");
    String order = placed();
    awaitCall(order);
    awaitNoneWaiting(vendor, hook);
    assertThat(endpoint.accepted(order)).hasSize(1);
  }

  @Test
  void afterAnHourOfFailuresEverythingArrivesInOrder() {
    endpoint.be(Mood.FAILS);
    String hook = hook(vendor).at("id");
    List<String> orders = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String order = placed();
      orders.add(order);
      vendor.api().post("/requests/" + order + "/inquire").expect(200);
      vendor.api().post("/requests/" + order + "/pend").expect(200);
    }
    await().atMost(SOON).until(() -> failures(hook) >= 5);
    assertThat(read(vendor, hook).at("earliest_possible_trigger")).isNotNull();
    // From now on one call at a time, each after a pause.
    for (Mood bad : List.of(Mood.HANGS, Mood.REDIRECTS, Mood.BREAKS_OFF, Mood.FAILS)) {
      awaitQuiet(hook);
      endpoint.be(bad);
      int before = failures(hook);
      // The longest pause is 15 minutes, give or take a fifth.
      clock.advance(Duration.ofMinutes(20));
      await().atMost(SOON).until(() -> failures(hook) > before);
      awaitQuiet(hook);
      assertThat(failures(hook)).isEqualTo(before + 1);
      vendor.api().post("/requests/" + orders.getFirst() + "/inquire").expect(200);
      vendor.api().post("/requests/" + orders.getFirst() + "/pend").expect(200);
    }
    assertThat(endpoint.calls()).noneMatch(Call::accepted);
    awaitFeed();
    endpoint.be(Mood.WELL);
    clock.advance(Duration.ofMinutes(20));
    awaitNoneWaiting(vendor, hook);
    for (String order : orders) {
      assertThat(told(order)).hasSizeGreaterThanOrEqualTo(3);
      assertThat(endpoint.positions(order)).as(order).isEqualTo(told(order));
    }
    Api.Answer log = deliveries(vendor, hook, "status=delivered");
    assertThat(log.json()).hasSize(orders.stream().mapToInt(order -> told(order).size()).sum());
    assertThat(deliveries(vendor, hook, "status=failed").json()).isEmpty();
    Api.Answer story =
        vendor
            .api()
            .get(
                HOOKS
                    + "/%s/deliveries/%s"
                        .formatted(
                            hook,
                            deliveries(vendor, hook, "event.subject=" + orders.getFirst())
                                .json()
                                .valueStream()
                                .reduce((_, last) -> last)
                                .orElseThrow()
                                .path("id")
                                .asString()))
            .expect(200);
    assertThat(story.at("attempts.0.error")).isEqualTo("answered 500");
    assertThat(story.at("status")).isEqualTo("delivered");
    assertThat(read(vendor, hook).at("earliest_possible_trigger")).isNull();
  }

  private int failures(String hook) {
    return Integer.parseInt(read(vendor, hook).at("stats.failure_since_last_success"));
  }

  /** Nobody is at it, and it is left alone for a while. */
  private void awaitQuiet(String hook) {
    await()
        .atMost(SOON)
        .until(() ->
            jdbc.queryForObject(
                "select paused_until > ? and not exists (select 1 from webhook_job where"
                    + " task_instance = webhook_id and picked) from webhook_health where webhook_id"
                    + " = ?",
                Boolean.class,
                clock.instant().atOffset(java.time.ZoneOffset.UTC),
                hook));
  }

  @Test
  void afterThreeDaysItIsGivenUpAndCanBeReplayed() {
    endpoint.be(Mood.FAILS);
    String hook = hook(vendor).at("id");
    String order = placed();
    await().atMost(SOON).until(() -> failures(hook) >= 1);
    Instant began = clock.instant();
    for (int i = 0; i < 20 && deliveries(vendor, hook, "status=failed").json().isEmpty(); i++) {
      int before = failures(hook);
      clock.advance(Duration.ofHours(8));
      await()
          .atMost(SOON)
          .until(() ->
              failures(hook) > before
                  || !deliveries(vendor, hook, "status=failed").json().isEmpty());
    }
    Api.Answer failed = deliveries(vendor, hook, "status=failed");
    assertThat(failed.json()).hasSize(1);
    assertThat(Duration.between(began, clock.instant())).isGreaterThan(Duration.ofDays(3));
    assertThat(failed.at("0.event.subject")).isEqualTo(order);
    int tries = Integer.parseInt(failed.at("0.tries"));
    assertThat(tries).isGreaterThanOrEqualTo(6);

    endpoint.be(Mood.WELL);
    clock.advance(Duration.ofMinutes(20));
    String path = HOOKS + "/" + hook + "/deliveries/" + failed.at("0.id");
    Api.Answer again = vendor.api().post(path + "/replay").expect(201);
    assertThat(again.at("kind")).isEqualTo("replay");
    assertThat(again.at("replay_of")).isEqualTo(failed.at("0.id"));
    assertThat(awaitCall(order).header("webhook-id")).isEqualTo(again.at("id"));
    assertThat(vendor.api().get(path).expect(200).at("status")).isEqualTo("failed");
  }

  // By hand

  @Test
  void aSpanOfTimeIsReplayedInOrder() {
    String hook = hook(vendor).at("id");
    Instant before = clock.instant();
    String order = placed();
    vendor.api().post("/requests/" + order + "/inquire").expect(200);
    vendor.api().post("/requests/" + order + "/pend").expect(200);
    awaitFeed();
    List<Long> told = told(order);
    await().atMost(SOON).until(() -> endpoint.accepted(order).size() == told.size());
    awaitNoneWaiting(vendor, hook);
    String span = "{\"from\": \"%s\"}".formatted(before);
    String path = HOOKS + "/" + hook + "/replay";
    assertThat(vendor.api().post(path + "?dry_run=true", span).expect(200).at("response.replayed"))
        .isEqualTo(String.valueOf(told.size()));
    assertThat(vendor.api().post(path, span).expect(200).at("replayed"))
        .isEqualTo(String.valueOf(told.size()));
    await().atMost(SOON).until(() -> endpoint.accepted(order).size() == 2 * told.size());
    List<Long> twice = new ArrayList<>(told);
    twice.addAll(told);
    assertThat(endpoint.positions(order)).isEqualTo(twice);
    assertThat(
            vendor
                .api()
                .post(path, "{\"from\": \"%s\", \"status\": \"failed\"}".formatted(before))
                .expect(200)
                .at("replayed"))
        .isEqualTo("0");
    assertThat(vendor.api().post(path, "{\"to\": \"tomorrow\"}").expect(400).pointers())
        .containsExactly("/from", "/to");
  }

  @Test
  void aTriggerCallsAtOnceWhateverTheState() {
    Api.Answer made =
        vendor
            .api()
            .post(
                HOOKS,
                body("fulfillment_request", endpoint.url())
                    .replace("\"active\": true", "\"active\": false"))
            .expect(201);
    String hook = made.at("id");
    placed();
    awaitFeed();
    String path = HOOKS + "/" + hook + "/trigger";
    vendor.api().post(path + "?dry_run=true").expect(200);
    String delivery = vendor.api().post(path).expect(200).at("id");
    await().atMost(SOON).until(() -> endpoint.calls().size() == 1);
    assertThat(endpoint.calls().getFirst().json().path("kind").asString()).isEqualTo("trigger");
    assertThat(endpoint.calls().getFirst().json().has("object")).isFalse();
    awaitNoneWaiting(vendor, hook);
    assertThat(deliveries(vendor, hook, "").ids()).containsExactly(delivery);
    endpoint.be(Mood.FAILS);
    String second = vendor.api().post(path).expect(200).at("id");
    awaitNoneWaiting(vendor, hook);
    assertThat(deliveries(vendor, hook, "id=" + second).at("0.status"))
        .as("a try is not repeated")
        .isEqualTo("failed");
    vendor.api().post(HOOKS + "/%s/deliveries/%s/replay".formatted(hook, second)).expect(404);
  }

  @Test
  void newSecretsOverlapWithTheOld() throws Exception {
    Api.Answer first = hook(vendor);
    String path = HOOKS + "/" + first.at("id");
    Api.Answer second = vendor.api().post(path + "/rotate", "{\"overlap\": 600}").expect(200);
    assertThat(second.at("jwt_secret")).isNotEqualTo(SECRET);
    assertThat(second.at("signing_secret")).isNotEqualTo(first.at("signing_secret"));
    assertThat(vendor.api().get(path).expect(200).json().has("jwt_secret")).isFalse();
    String order = placed();
    Call amid = awaitCall(order);
    assertThat(token(amid).verify(new MACVerifier(SECRET))).isTrue();
    requireSigned(amid, first.at("signing_secret"));
    requireSigned(amid, second.at("signing_secret"));
    clock.advance(Duration.ofMinutes(11));
    String next = placed();
    Call after = awaitCall(next);
    assertThat(token(after).verify(new MACVerifier(second.at("jwt_secret")))).isTrue();
    assertThat(token(after).getHeader().getKeyID()).isEqualTo("2");
    assertThat(after.header("webhook-signature").split(" ")).hasSize(1);
    String mine = "my-own-secret-" + UUID.randomUUID();
    vendor.api().put(path, "{\"jwt_secret\": \"%s\"}".formatted(mine)).expect(200);
    String last = placed();
    assertThat(token(awaitCall(last)).verify(new MACVerifier(mine))).isTrue();
  }

  private static SignedJWT token(Call call) throws Exception {
    return SignedJWT.parse(call.header("Authentication").substring("Bearer ".length()));
  }

  // Whom it may call

  @Test
  void anAddressThatIsNotPublicIsNotCalled() {
    for (String address :
        List.of(
            "http://127.0.0.2/",
            "http://169.254.169.254/latest/meta-data",
            "http://10.0.0.1/",
            "http://[::1]/",
            "http://[::ffff:10.0.0.1]/",
            "https://[fd00::1]/",
            "http://192.168.1.1/",
            "http://0.0.0.0/",
            "http://100.64.0.1/")) {
      assertThat(vendor.api().post(HOOKS, body("fulfillment_request", address)).expect(400).text())
          .as(address)
          .contains("This address is not public.");
    }
    String hook = hook(vendor).at("id");
    // As of a name whose addresses changed since.
    jdbc.update(
        "update webhook set url = ? where id = ?",
        endpoint.url().replace("127.0.0.1", "127.0.0.2"),
        hook);
    placed();
    await().atMost(SOON).until(() -> failures(hook) >= 1);
    assertThat(read(vendor, hook).at("last_failure.errors")).isEqualTo("the address is not public");
    assertThat(endpoint.calls()).isEmpty();
  }

  @Test
  void aRedirectIsNotFollowed() {
    try (HookServer inside = new HookServer()) {
      endpoint.redirectTo(inside.url());
      String hook = hook(vendor).at("id");
      placed();
      await().atMost(SOON).until(() -> failures(hook) >= 2 || advanced());
      assertThat(inside.calls()).isEmpty();
    }
  }

  private boolean advanced() {
    clock.advance(Duration.ofSeconds(7));
    return false;
  }

  // How they are kept

  @Test
  void everyFaultIsToldAtOnce() {
    Api.Answer refused =
        vendor
            .api()
            .post(
                HOOKS,
                """
                {"type": "validator", "object_class": "usage_file", "external_url": "ftp://x",
                 "jwt_secret": "short", "http_method": "GET", "product_id": "X",
                 "headers": {"Host": "other"}}
                """)
            .expect(400);
    assertThat(refused.pointers())
        .containsExactly(
            "/external_url",
            "/headers",
            "/http_method",
            "/jwt_secret",
            "/label",
            "/object_class",
            "/product_id",
            "/type");
    String unseen = world.product(world.vendor(), true);
    assertThat(
            vendor
                .api()
                .post(
                    HOOKS,
                    body("fulfillment_request", endpoint.url())
                        .replaceFirst("\\{", "{\"product_id\": \"%s\",".formatted(unseen)))
                .expect(400)
                .pointers())
        .containsExactly("/product_id");
    assertThat(vendor.api().get(HOOKS).expect(200).json()).isEmpty();
  }

  @Test
  void aWebhookIsItsOwnersAndOpsReadsIt() {
    Api.Answer made = hook(vendor);
    String path = HOOKS + "/" + made.at("id");
    assertThat(made.at("signing_secret")).startsWith("whsec_");
    assertThat(made.at("created_by.id")).startsWith("SU-");
    assertThat(vendor.api().get(path).expect(200).at("headers.X-Team")).isEqualTo("seven");
    Company ops = world.ops();
    assertThat(ops.api().get(path).expect(200).json().path("headers")).isEmpty();
    ops.api().put(path, "{\"active\": false}").expect(403);
    distributor.api().get(path).expect(404);
    distributor.api().delete(path).expect(404);
    assertThat(vendor.api().get(HOOKS + "?active=true&label=Robot").expect(200).ids())
        .containsExactly(made.at("id"));
    Api.Answer changed =
        vendor
            .api()
            .put(path, "{\"label\": \"Other\", \"headers\": {\"X-Team\": null}}")
            .expect(200);
    assertThat(changed.at("label")).isEqualTo("Other");
    assertThat(changed.json().path("headers").propertyNames()).containsExactly("Content-Type");
    assertThat(changed.text()).doesNotContain(SECRET);
    vendor.api().delete(path).expect(204);
    vendor.api().get(path).expect(404);
    assertThat(vendor.api().get("/audit?object.id=" + made.at("id")).expect(200).text())
        .contains("webhook.created", "webhook.changed", "webhook.deleted")
        .doesNotContain(SECRET, made.at("signing_secret"), "seven");
  }

  @Test
  void thereIsAnEndToHowManyOneHas() {
    IntStream.range(0, 50).forEach(_ -> hook(vendor));
    vendor.api().post(HOOKS, body("fulfillment_request", endpoint.url())).expect(400);
    hook(distributor);
  }

  @Test
  void whoIsAtItWhenItIsDeletedDoesNoHarm() {
    endpoint.be(Mood.HANGS);
    String hook = hook(vendor).at("id");
    placed();
    await().atMost(SOON).until(() -> !endpoint.calls().isEmpty());
    vendor.api().delete(HOOKS + "/" + hook).expect(204);
    await()
        .atMost(SOON)
        .until(() ->
            jdbc.queryForObject(
                    "select count(*) from webhook_job where task_instance = ?", Long.class, hook)
                == 0);
  }
}
