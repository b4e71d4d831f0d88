package io.tierhub;

import static io.tierhub.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A write with {@code If-Match} is done if the object is as its writer has seen it. That every
 * write of an object heeds it is tried by DescribedCallsIT.
 */
class IfMatchIT extends TierTest {

  private static Api.Answer send(Company who, String tag, String method, String path, String body) {
    return who.api()
        .send(
            call ->
                call.header("If-Match", tag)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body)),
            path);
  }

  private static String tagOf(Company who, String path) {
    return who.api().get(path).expect(200).header("ETag");
  }

  private static void assertStale(Api.Answer answer, Company who, String path) {
    answer.expect(412);
    assertThat(answer.at("error_code")).isEqualTo("SYS_003");
    String current = tagOf(who, path);
    assertThat(answer.at("params.etag")).isEqualTo(current);
    assertThat(answer.at("detail")).contains(current);
  }

  private String account() {
    return "/tier/accounts/" + reseller;
  }

  @Test
  void whoeverHasSeenAnOlderStateChangesNothing() {
    String seen = tagOf(distributor, account());
    String next =
        send(distributor, seen, "PUT", account(), "{\"name\": \"First\"}")
            .expect(200)
            .header("ETag");
    assertThat(next).isEqualTo(tagOf(distributor, account())).isNotEqualTo(seen);
    assertStale(
        send(distributor, seen, "PUT", account(), "{\"name\": \"Second\"}"),
        distributor,
        account());
    assertStale(send(distributor, seen, "DELETE", account(), ""), distributor, account());
    Api.Answer now = distributor.api().get(account()).expect(200);
    assertThat(now.at("name")).isEqualTo("First");
    assertThat(now.at("version")).isEqualTo("2");
    send(distributor, next, "PUT", account(), "{\"name\": \"Third\"}").expect(200);
  }

  @Test
  void tagsMayBeOneOfSeveralAndStrongOrAny() {
    String tag = tagOf(distributor, account());
    String strong = tag.substring(2);
    for (String sent :
        List.of(tag, strong, "\"x\", " + tag, "W/\"x\" , " + strong + ", \"y\"", "*")) {
      send(distributor, sent, "PUT", account(), "{}").expect(200);
    }
    assertStale(
        send(distributor, "\"x\", W/\"y\"", "PUT", account(), "{}"), distributor, account());
    for (String unreadable : List.of(strong.replace("\"", ""), "")) {
      Api.Answer refused =
          send(distributor, unreadable, "PUT", account(), "{\"name\": \"Never\"}").expect(400);
      assertThat(refused.at("detail")).startsWith("The header If-Match cannot be read");
    }
    assertThat(distributor.api().get(account()).at("version")).isEqualTo("1");
  }

  @Test
  void whatIsNotThereOrNotOnesOwnIsRefusedAsEver() {
    for (String tag : List.of("*", "\"x\"")) {
      send(distributor, tag, "PUT", "/tier/accounts/TA-0000-0000-0000", "{}").expect(404);
      send(world.distributor(), tag, "PUT", account(), "{}").expect(404);
      send(world.ops(), tag, "PUT", account(), "{}").expect(403);
    }
  }

  @Test
  void whatCannotHeedItRefusesIt() {
    Api.Answer refused =
        send(
                distributor,
                "*",
                "POST",
                "/tier/accounts",
                World.accountBody("reseller", "Never", null))
            .expect(400);
    assertThat(refused.at("detail")).startsWith("This call offers no If-Match");
    assertThat(distributor.api().get("/tier/accounts?name=Never").ids()).isEmpty();
  }

  @Test
  void ofTwentyWhoHaveSeenTheSameAccountOneChangesIt() throws Exception {
    assertOneWins(distributor, account(), i -> "{\"name\": \"Writer %d\"}".formatted(i));
    assertThat(distributor.api().get(account()).at("version")).isEqualTo("2");
  }

  @Test
  void ofTwentyWhoHaveSeenTheSameProductOneChangesIt() throws Exception {
    assertOneWins(vendor, "/products/" + product, i -> "{\"name\": \"Writer %d\"}".formatted(i));
  }

  @Test
  void ofTwentyWhoHaveSeenTheSameTierRequestOneChangesIt() throws Exception {
    orderOf(customer);
    assertOneWins(
        distributor,
        "/tier/config-requests/" + tierRequestOf(top, 2).at("id"),
        i -> params("tier2_ordering", "writer " + i));
  }

  @Test
  void ofTwentyWhoHaveSeenTheSameOrderOneChangesIt() throws Exception {
    String simple = world.soldProduct(vendor, false, distributor, hub);
    String order = World.order(distributor, simple, customer);
    assertOneWins(vendor, "/requests/" + order, i -> "{\"note\": \"writer %d\"}".formatted(i));
  }

  /** Exactly one of twenty equal conditions holds; the others learn what holds now. */
  private static void assertOneWins(
      Company who, String path, java.util.function.IntFunction<String> body) throws Exception {
    String seen = tagOf(who, path);
    List<Api.Answer> answers =
        together(
            IntStream.range(0, 20)
                .<Callable<Api.Answer>>mapToObj(
                    i -> () -> send(who, seen, "PUT", path, body.apply(i)))
                .toList());
    assertThat(answers).extracting(Api.Answer::status).containsOnly(200, 412);
    List<Api.Answer> done = answers.stream().filter(a -> a.status() == 200).toList();
    assertThat(done).hasSize(1);
    assertThat(done.getFirst().text()).isEqualTo(who.api().get(path).expect(200).text());
    assertThat(answers)
        .filteredOn(a -> a.status() == 412)
        .allSatisfy(a -> assertStale(a, who, path));
  }

  @Test
  void actionsHeedItToo() {
    String raised = orderOf(customer);
    String order = "/requests/" + raised;
    String seen = tagOf(distributor, order);
    setUp(top, 2);
    assertStale(
        send(distributor, seen, "POST", order + "/fail", "{\"reason\": \"No.\"}"),
        distributor,
        order);
    assertThat(statusOf(raised)).isEqualTo("tiers_setup");

    String id = tierRequestOf(reseller, 1).at("id");
    String request = "/tier/config-requests/" + id;
    String asked = tagOf(distributor, request);
    answer(id, "tier1");
    assertStale(send(distributor, asked, "POST", request + "/pend", "{}"), distributor, request);
    String pending = tagOf(vendor, request);
    approve(id, "tier1");
    assertStale(send(vendor, pending, "POST", request + "/approve", "{}"), vendor, request);
    String parked = tagOf(vendor, order);
    Api.Answer approved = send(vendor, parked, "POST", order + "/approve", "{}").expect(200);
    assertThat(approved.header("ETag")).isEqualTo(tagOf(vendor, order));
  }

  @Test
  void theAnswerToAnAccountRequestHeedsIt() {
    String synced = world.soldProduct(vendor, true, distributor, hub);
    vendor
        .api()
        .post("/requests/" + World.order(distributor, synced, customer) + "/approve")
        .expect(200);
    distributor
        .api()
        .put("/tier/accounts/" + customer, "{\"contact_info\": {\"city\": \"Girona\"}}")
        .expect(200);
    String id = vendor.api().get("/tier/account-requests?status=pending").ids().getFirst();
    String path = "/tier/account-requests/" + id;
    String seen = tagOf(vendor, path);
    assertStale(send(vendor, "\"other\"", "POST", path + "/accept", "{}"), vendor, path);
    Api.Answer accepted = send(vendor, seen, "POST", path + "/accept", "{}").expect(200);
    assertThat(accepted.header("ETag")).isEqualTo(tagOf(vendor, path)).isNotEqualTo(seen);
    assertStale(send(vendor, seen, "POST", path + "/ignore", "{}"), vendor, path);
  }

  @Test
  void partsOfAProductHeedIt() {
    String path = "/products/" + product + "/parameters";
    String parameter = vendor.api().get(path).expect(200).ids().getFirst();
    String one = path + "/" + parameter;
    String seen = tagOf(vendor, one);
    send(vendor, seen, "PUT", one, "{\"title\": \"Another\"}").expect(200);
    assertStale(send(vendor, seen, "PUT", one, "{\"title\": \"Third\"}"), vendor, one);
    assertStale(send(vendor, seen, "DELETE", one, ""), vendor, one);
  }

  @Test
  void whatIsMadeComesWithItsTag() {
    Api.Answer account =
        distributor
            .api()
            .post("/tier/accounts", World.accountBody("reseller", "New", null))
            .expect(201);
    assertThat(account.header("ETag"))
        .isEqualTo(tagOf(distributor, "/tier/accounts/" + account.at("id")));
    String inline =
        "{\"type\": \"purchase\", \"asset\": {\"product\": {\"id\": \"%s\"}, \"items\": [{\"mpn\":"
            + " \"MPN-1\", \"quantity\": 1}], \"tiers\": {\"customer\": {\"id\": \"%s\", \"name\":"
            + " \"Other name\"}}}}";
    Api.Answer order =
        distributor.api().post("/requests", inline.formatted(product, customer)).expect(201);
    assertThat(order.header("ETag"))
        .as("of the order, which has no warnings")
        .isEqualTo(tagOf(distributor, "/requests/" + order.at("id")));
  }

  @Test
  void aRehearsalTellsOfAStaleStateToo() {
    String seen = tagOf(distributor, account());
    distributor.api().put(account(), "{\"name\": \"First\"}").expect(200);
    assertStale(
        send(distributor, seen, "PUT", account() + "?dry_run=true", "{\"name\": \"Second\"}"),
        distributor,
        account());
  }

  @Test
  void withoutItWritersOfDifferentMembersLoseNothing() throws Exception {
    List<String> bodies =
        List.of(
            "{\"name\": \"By one\"}",
            "{\"external_id\": \"by-two\"}",
            "{\"tax_id\": \"BY-3\"}",
            "{\"contact_info\": {\"city\": \"By four\"}}",
            "{\"contact_info\": {\"contact\": {\"last_name\": \"By five\"}}}");
    List<Api.Answer> answers =
        together(
            bodies.stream()
                .<Callable<Api.Answer>>map(body -> () -> distributor.api().put(account(), body))
                .toList());
    assertThat(answers).extracting(Api.Answer::status).containsOnly(200);
    Api.Answer now = distributor.api().get(account()).expect(200);
    assertThat(now.at("version")).isEqualTo("6");
    assertThat(now.at("name")).isEqualTo("By one");
    assertThat(now.at("external_id")).isEqualTo("by-two");
    assertThat(now.at("tax_id")).isEqualTo("BY-3");
    assertThat(now.at("contact_info.city")).isEqualTo("By four");
    assertThat(now.at("contact_info.contact.last_name")).isEqualTo("By five");
    assertThat(now.at("contact_info.contact.first_name")).isEqualTo("Ada");
  }
}
