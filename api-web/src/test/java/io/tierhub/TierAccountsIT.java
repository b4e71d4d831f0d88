package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TierAccountsIT extends HttpTest {

  private Company distributor;
  private Api api;

  @BeforeEach
  void aDistributor() {
    distributor = world().distributor();
    api = distributor.api();
  }

  @Test
  void anAccountIsAnsweredAsTheWireWritesIt() {
    Api.Answer created =
        api.post(
                "/tier/accounts",
                """
                {"type": "reseller", "name": "  Núvol Partners SL ", "external_id": 16547,
                 "tax_id": "B65410011", "unknown": {"is": "passed over"}, "version": 9,
                 "contact_info": {
                   "address_line1": "Carrer de Mallorca 401", "city": "Barcelona",
                   "postal_code": "08013", "country": "es",
                   "contact": {"first_name": "Ada", "last_name": "Ferrer", "email": "ada@example.com",
                     "phone_number": {"country_code": "+34", "area_code": "", "phone_number": "932011234"}}}}
                """)
            .expect(201);
    String id = created.at("id");
    assertThat(id).matches("TA-\\d{4}-\\d{4}-\\d{4}");
    assertThat(created.header("Content-Type")).isEqualTo("application/json");
    assertThat(created.at("version")).isEqualTo("1");
    assertThat(created.at("name")).isEqualTo("Núvol Partners SL");
    assertThat(created.at("external_id")).isEqualTo("16547");
    assertThat(created.at("external_uid")).hasSize(36);
    assertThat(created.at("owner.id")).isEqualTo(distributor.id());
    assertThat(created.at("hub.id")).isEqualTo("HB-0000-0000");
    assertThat(created.at("hub.name")).isEqualTo("None");
    assertThat(created.at("environment")).isEqualTo("production");
    assertThat(created.at("contact_info.country")).isEqualTo("es");
    assertThat(created.at("contact_info.contact.phone_number.phone_number")).isEqualTo("932011234");
    assertThat(created.at("events.created.at"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00");
    assertThat(created.at("events.created.by.id")).startsWith("SU-");
    assertThat(created.json().has("parent")).isFalse();
    assertThat(created.json().path("scopes").isArray()).isTrue();
    assertThat(api.get("/tier/accounts/" + id).expect(200).text()).isEqualTo(created.text());
    assertThat(api.get("/tier/accounts/" + id + "/").expect(200).text()).isEqualTo(created.text());
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    Api.Answer refused =
        api.post(
                "/tier/accounts",
                """
                {"type": "shop", "name": {"a": 1}, "environment": "moon",
                 "contact_info": {"address_line1": "", "city": 7, "country": "Spain",
                   "contact": {"first_name": "A\\u0000", "email": "no", "phone_number": {"country_code": "+999", "phone_number": "x"}}}}
                """)
            .expect(400);
    assertThat(refused.at("error_code")).isEqualTo("VAL_001");
    assertThat(refused.header("Content-Type")).isEqualTo("application/json");
    assertThat(
            refused.json().path("violations").valueStream().map(v -> v.path("pointer").asString()))
        .contains(
            "/type",
            "/name",
            "/environment",
            "/contact_info/address_line1",
            "/contact_info/country",
            "/contact_info/postal_code",
            "/contact_info/contact/first_name",
            "/contact_info/contact/last_name",
            "/contact_info/contact/email",
            "/contact_info/contact/phone_number/country_code")
        .doesNotContain("/contact_info/city");
    assertThat(refused.json().path("errors").get(0).isString()).isTrue();
    assertThat(refused.at("trace_id")).hasSize(32);
    assertThat(api.get("/tier/accounts").expect(200).ids()).isEmpty();
  }

  @Test
  void whatTheFormAndWhatTheTreeForbidIsNamedTogether() {
    Api.Answer one =
        api.post(
                "/tier/accounts",
                """
                {"type": "customer", "contact_info": {"city": "Barcelona"}}
                """)
            .expect(400);
    assertThat(one.pointers()).contains("/contact_info/contact", "/parent");

    String many =
        "[{}, %s, %s, %s, %s, null]"
            .formatted(
                World.accountBody("customer", "Orphan", null),
                World.accountBody("reseller", "Below what cannot be read", null)
                    .replaceFirst("\\{", "{\"parent\": {\"index\": 0},"),
                World.accountBody("reseller", "Nowhere", null)
                    .replaceFirst("\\{", "{\"parent\": {\"index\": 9},"),
                World.accountBody("customer", "Below a customer", null)
                    .replaceFirst("\\{", "{\"parent\": {\"index\": 1},"));
    Api.Answer all = api.post("/tier/accounts", many).expect(400);
    assertThat(all.pointers())
        .containsExactlyInAnyOrder(
            "/0/contact_info", "/0/parent", "/1/parent", "/3/parent/index", "/4/parent", "/5");
    assertThat(api.get("/tier/accounts").expect(200).ids()).isEmpty();
  }

  @Test
  void everyFaultOfAChangeIsNamedAtOnce() {
    String root = World.reseller(distributor, "Root", null);
    String mid = World.reseller(distributor, "Mid", root);
    Api.Answer of =
        api.put(
                "/tier/accounts/" + root,
                """
                {"name": "%s", "environment": "test", "hub": {"id": "HB-1111-1111"}}
                """
                    .formatted("n".repeat(256)))
            .expect(400);
    assertThat(of.pointers()).containsExactly("/name", "/hub/id", "/environment");
    String taken = uid(mid);
    Api.Answer tree =
        api.put(
                "/tier/accounts/" + root,
                """
                {"type": "customer", "parent": {"id": "%s"}, "external_uid": "%s"}
                """
                    .formatted(mid, taken))
            .expect(400);
    assertThat(tree.pointers()).containsExactly("/type", "/external_uid", "/parent/id");
  }

  private String uid(String account) {
    return api.get("/tier/accounts/" + account).expect(200).at("external_uid");
  }

  @Test
  void aTreeIsMadeAtOnceWithParentsByIndex() {
    String body =
        "[%s, %s, %s]"
            .formatted(
                World.accountBody("customer", "C", null)
                    .replaceFirst("\\{", "{\"parent\": {\"index\": 2},"),
                World.accountBody("reseller", "Root", null),
                World.accountBody("reseller", "Mid", null)
                    .replaceFirst("\\{", "{\"parent\": {\"index\": 1},"));
    Api.Answer made = api.post("/tier/accounts", body).expect(201);
    assertThat(made.at("0.name")).isEqualTo("C");
    assertThat(made.at("0.parent.id")).isEqualTo(made.at("2.id"));
    assertThat(made.at("2.parent.id")).isEqualTo(made.at("1.id"));

    Api.Answer up = api.get("/tier/accounts/" + made.at("0.id") + "/ancestors").expect(200);
    assertThat(up.ids()).containsExactly(made.at("0.id"), made.at("2.id"), made.at("1.id"));
    assertThat(up.at("0.tier")).isEqualTo("0");
    assertThat(up.at("0.level")).isEqualTo("2");
    assertThat(up.at("2.tier")).isEqualTo("2");
    assertThat(up.at("2.level")).isEqualTo("0");

    Api.Answer down = api.get("/tier/accounts/" + made.at("1.id") + "/descendants").expect(200);
    assertThat(down.ids()).containsExactly(made.at("2.id"), made.at("0.id"));
    assertThat(down.header("Content-Range")).isEqualTo("items 0-1/2");
    assertThat(down.at("1.level")).isEqualTo("2");
    assertThat(
            api.get("/tier/accounts/" + made.at("1.id") + "/descendants?depth=1&limit=5")
                .expect(200)
                .ids())
        .containsExactly(made.at("2.id"));

    Api.Answer tree = api.get("/tier/accounts/" + made.at("1.id") + "/tree").expect(200);
    assertThat(tree.at("children.0.children.0.name")).isEqualTo("C");
    assertThat(tree.at("truncated")).isEqualTo("false");
  }

  @Test
  void aLoopOfIndexesIsRefusedAndNothingIsMade() {
    String body =
        "[%s, %s]"
            .formatted(
                World.accountBody("reseller", "A", null)
                    .replaceFirst("\\{", "{\"parent\": {\"index\": 1},"),
                World.accountBody("reseller", "B", null)
                    .replaceFirst("\\{", "{\"parent\": {\"index\": 0},"));
    Api.Answer refused = api.post("/tier/accounts", body).expect(400);
    assertThat(refused.at("error_code")).isEqualTo("TA_010");
    assertThat(refused.at("violations.1.pointer")).isEqualTo("/1/parent/index");
    assertThat(api.get("/tier/accounts?limit=0").expect(200).header("Content-Range"))
        .isEqualTo("items 0-0/0");
  }

  @Test
  void aChangeTouchesOnlyWhatItListsAndMakesAVersion() {
    String id = World.reseller(distributor, "Fjord", null);
    Api.Answer changed =
        api.put("/tier/accounts/" + id, "{\"contact_info\": {\"city\": \"Girona\"}}").expect(200);
    assertThat(changed.at("version")).isEqualTo("2");
    assertThat(changed.at("contact_info.city")).isEqualTo("Girona");
    assertThat(changed.at("contact_info.address_line1")).isEqualTo("Carrer de Mallorca 401");
    assertThat(changed.at("name")).isEqualTo("Fjord");

    assertThat(api.put("/tier/accounts/" + id, changed.text()).expect(200).at("version"))
        .as("what changes nothing makes no version")
        .isEqualTo("2");

    Api.Answer versions = api.get("/tier/accounts/" + id + "/versions").expect(200);
    assertThat(versions.at("0.version")).isEqualTo("2");
    assertThat(versions.at("1.contact_info.city")).isEqualTo("Barcelona");
    assertThat(versions.header("Content-Range")).isEqualTo("items 0-1/2");
    assertThat(api.get("/tier/accounts/" + id + "/versions/1").expect(200).at("contact_info.city"))
        .isEqualTo("Barcelona");
    api.get("/tier/accounts/" + id + "/versions/3").expect(404);
  }

  @Test
  void whatNeverChangesIsRefusedWithItsOwnCode() {
    String id = World.reseller(distributor, "Fjord", null);
    Api.Answer refused =
        api.put(
                "/tier/accounts/" + id,
                "{\"hub\": {\"id\": \"HB-1111-1111\"}, \"environment\": \"test\", \"owner\": {\"id\": \"PA-000-001\"}}")
            .expect(400);
    assertThat(refused.at("error_code")).isEqualTo("TA_007");
    assertThat(refused.json().path("violations")).hasSize(3);
  }

  @Test
  void parentsAreJudged() {
    String root = World.reseller(distributor, "Root", null);
    String customer = World.customer(distributor, "Customer", root);
    assertThat(
            api.post("/tier/accounts", World.accountBody("customer", "X", null))
                .expect(400)
                .at("error_code"))
        .isEqualTo("TA_003");
    assertThat(
            api.post("/tier/accounts", World.accountBody("customer", "X", customer))
                .expect(400)
                .at("error_code"))
        .isEqualTo("TA_002");
    assertThat(
            api.post("/tier/accounts", World.accountBody("customer", "X", "TA-1111-1111-1111"))
                .expect(400)
                .at("error_code"))
        .isEqualTo("TA_010");
    String mid = World.reseller(distributor, "Mid", root);
    Api.Answer cycle =
        api.put("/tier/accounts/" + root, "{\"parent\": {\"id\": \"%s\"}}".formatted(mid))
            .expect(400);
    assertThat(cycle.at("error_code")).isEqualTo("TA_006");
    assertThat(cycle.at("detail")).contains(root + " > " + mid);
  }

  @Test
  void whatIsDecommissionedIsNotCountedInATree() {
    String top = World.reseller(distributor, "Top", null);
    String mid = World.reseller(distributor, "Mid", top);
    World.customer(distributor, "Stays", mid);
    String goes = World.customer(distributor, "Goes", mid);
    String below = "/tier/accounts/" + top + "/descendants?limit=0";
    List<Company> both = List.of(distributor, world().ops());
    for (Company who : both) {
      assertThat(total(who, below)).isEqualTo("3");
    }
    api.delete("/tier/accounts/" + goes).expect(204);
    for (Company who : both) {
      assertThat(total(who, below)).isEqualTo("2");
      assertThat(total(who, below + "&depth=1")).isEqualTo("1");
      assertThat(total(who, below + "&type=customer")).isEqualTo("1");
      assertThat(total(who, "/tier/accounts/" + mid + "/descendants?limit=0")).isEqualTo("1");
    }
  }

  private static String total(Company who, String path) {
    return who.api().get(path).expect(200).header("Content-Range").replaceAll(".*/", "");
  }

  @Test
  void movingTakesAllBelowAlong() {
    String left = World.reseller(distributor, "Left", null);
    String right = World.reseller(distributor, "Right", null);
    String mid = World.reseller(distributor, "Mid", left);
    String customer = World.customer(distributor, "Customer", mid);
    api.put("/tier/accounts/" + mid, "{\"parent\": {\"id\": \"%s\"}}".formatted(right)).expect(200);
    assertThat(api.get("/tier/accounts/" + customer + "/ancestors").expect(200).ids())
        .containsExactly(customer, mid, right);
    assertThat(api.get("/tier/accounts/" + left + "/descendants").expect(200).ids()).isEmpty();
    assertThat(api.get("/tier/accounts/" + customer).expect(200).at("version"))
        .as("only the moved account is versioned")
        .isEqualTo("1");
    api.put("/tier/accounts/" + mid, "{\"parent\": null}").expect(200);
    assertThat(api.get("/tier/accounts/" + customer + "/ancestors").expect(200).ids())
        .containsExactly(customer, mid);
  }

  @Test
  void theSameUidTwiceIsAConflictThatNamesTheFirst() {
    String body =
        World.accountBody("reseller", "Fjord", null)
            .replaceFirst("\\{", "{\"external_uid\": \"u-1\",");
    String id = api.post("/tier/accounts", body).expect(201).at("id");
    Api.Answer refused = api.post("/tier/accounts", body).expect(409);
    assertThat(refused.at("params.id")).isEqualTo(id);
    world().distributor().api().post("/tier/accounts", body).expect(201);
  }

  @Test
  void aChangeToTheUidOfAnotherIsAConflictToo() {
    String first = World.reseller(distributor, "First", null);
    String second = World.reseller(distributor, "Second", null);
    String body = "{\"external_uid\": \"%s\"}".formatted(uid(first));
    Api.Answer refused = api.put("/tier/accounts/" + second, body).expect(409);
    assertThat(refused.at("error_code")).isEqualTo("TA_001");
    assertThat(refused.at("params.id")).isEqualTo(first);
    assertThat(refused.at("violations.0.pointer")).isEqualTo("/external_uid");
    Api.Answer reported =
        api.post(
                "/tier/account-requests",
                """
                {"type": "update", "account": {"id": "%s", "external_uid": "%s"}}
                """
                    .formatted(second, uid(first)))
            .expect(409);
    assertThat(reported.at("violations.0.pointer")).isEqualTo("/account/external_uid");
    api.delete("/tier/accounts/" + first).expect(204);
    api.put("/tier/accounts/" + second, body).expect(200);
  }

  @Test
  void aHundredCreatesOfOneUidAtOnceMakeOneAccount() throws Exception {
    String body =
        World.accountBody("reseller", "Fjord", null)
            .replaceFirst("\\{", "{\"external_uid\": \"race\",");
    List<Future<Api.Answer>> running = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(20)) {
      for (int i = 0; i < 100; i++) {
        running.add(clients.submit(() -> api.post("/tier/accounts", body)));
      }
    }
    List<Api.Answer> answers = new ArrayList<>();
    for (Future<Api.Answer> done : running) {
      answers.add(done.get().expect(201, 409));
    }
    assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(1);
    String id = api.get("/tier/accounts?external_uid=race").expect(200).at("0.id");
    assertThat(answers)
        .filteredOn(a -> a.status() == 409)
        .allSatisfy(a -> assertThat(a.at("params.id")).isEqualTo(id));
  }

  @Test
  void whatIsHeldCannotBeDecommissioned() {
    String root = World.reseller(distributor, "Root", null);
    String customer = World.customer(distributor, "Customer", root);
    Api.Answer refused = api.delete("/tier/accounts/" + root).expect(400);
    assertThat(refused.at("error_code")).isEqualTo("TA_009");
    assertThat(refused.at("params.held_by.0.id")).isEqualTo(customer);
    api.delete("/tier/accounts/" + customer).expect(204);
    api.delete("/tier/accounts/" + root).expect(204);
    api.get("/tier/accounts/" + root).expect(404);
    api.put("/tier/accounts/" + root, "{}").expect(404);
    assertThat(
            api.get("/tier/accounts/" + root + "/versions")
                .expect(200)
                .at("0.events.decommissioned.at"))
        .as("its owner still reads the versions")
        .isNotNull();
  }

  @Test
  void foreignAccountsDoNotExist() {
    String id = World.reseller(distributor, "Fjord", null);
    for (Company other : new Company[] {world().distributor(), world().vendor()}) {
      other.api().get("/tier/accounts/" + id).expect(404);
      other.api().put("/tier/accounts/" + id, "{\"name\": \"Mine\"}").expect(404);
      other.api().delete("/tier/accounts/" + id).expect(404);
      other.api().get("/tier/accounts/" + id + "/versions").expect(404);
      other.api().get("/tier/accounts/" + id + "/versions/1").expect(404);
      other.api().get("/tier/accounts/" + id + "/ancestors").expect(404);
      other.api().get("/tier/accounts/" + id + "/descendants").expect(404);
      other.api().get("/tier/accounts/" + id + "/tree").expect(404);
      assertThat(other.api().get("/tier/accounts?id=" + id).expect(200).ids()).isEmpty();
      assertThat(
              other
                  .api()
                  .post("/tier/accounts", World.accountBody("reseller", "X", id))
                  .expect(400)
                  .at("error_code"))
          .isEqualTo("TA_010");
    }
    world().ops().api().get("/tier/accounts/" + id).expect(200);
    world().ops().api().put("/tier/accounts/" + id, "{\"name\": \"Mine\"}").expect(403);
  }

  @Test
  void listsAreFilteredOrderedAndCounted() {
    String root = World.reseller(distributor, "Alpha", null);
    String b = World.customer(distributor, "Beta", root);
    String c = World.customer(distributor, "Gamma", root);
    assertThat(api.get("/tier/accounts?type=customer&ordering(-name)").expect(200).ids())
        .containsExactly(c, b);
    assertThat(
            api.get("/tier/accounts?in(id,(%s,%s))&limit=1&ordering=name".formatted(b, c))
                .expect(200)
                .header("Content-Range"))
        .isEqualTo("items 0-0/2");
    assertThat(api.get("/tier/accounts?ilike(name,*ALP*)").expect(200).ids()).containsExactly(root);
    assertThat(
            api.get("/tier/accounts?parent.id=" + root + "&not(eq(name,Beta))").expect(200).ids())
        .containsExactly(c);
    assertThat(api.get("/tier/accounts?parent__id=" + root + "&name=Beta").expect(200).ids())
        .containsExactly(b);
    assertThat(api.get("/tier/accounts?(name=Beta|name=Alpha)&ordering(name)").expect(200).ids())
        .containsExactly(root, b);
    assertThat(api.get("/tier/accounts?hub.id=HB-0000-0000&search=gam").expect(200).ids())
        .containsExactly(c);
    assertThat(api.get("/tier/accounts?eq(parent.id,null())").expect(200).ids())
        .containsExactly(root);
    assertThat(api.get("/tier/accounts?in(scopes,(customer,tier1))").expect(200).ids()).isEmpty();
    assertThat(
            api.get("/tier/accounts?ge(events.created.at,2020-01-01)&limit=0")
                .expect(200)
                .header("Content-Range"))
        .isEqualTo("items 0-0/3");
    assertThat(api.get("/tier/accounts?type=customer&ordering(-parent.name,name)").ids())
        .containsExactly(b, c);
    assertThat(api.get("/tier/accounts?eq(owner.id,null())").expect(200).ids()).isEmpty();
    for (String field : List.of("id", "account.id", "account.name", "product.id")) {
      assertThat(api.get("/tier/account-requests?eq(%s,null())".formatted(field)).expect(200).ids())
          .isEmpty();
    }
    Api.Answer refused = api.get("/tier/accounts?nmae=x").expect(400);
    assertThat(refused.at("errors.0")).contains("did you mean 'name'");
  }
}
