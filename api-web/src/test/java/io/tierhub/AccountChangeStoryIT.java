package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The second half of the main job: a reseller's address changes, and every vendor whose product
 * that reseller sells gets one account request.
 */
class AccountChangeStoryIT extends HttpTest {

  private Company distributor;
  private Company nimbus;
  private Company lumen;
  private String root;
  private String country;
  private String reseller;
  private String customer;
  private String backup;
  private String insight;

  @BeforeEach
  void aTreeOfFourLevelsInWhichTwoProductsAreSold() {
    World world = world();
    distributor = world.distributor();
    nimbus = world.vendor();
    lumen = world.vendor();
    String hub = world.hub(distributor);
    backup = world.soldProduct(nimbus, true, distributor, hub);
    insight = world.soldProduct(lumen, false, distributor, hub);
    root = World.reseller(distributor, "Root", null);
    country = World.reseller(distributor, "Country", root);
    reseller = World.reseller(distributor, "Reseller", country);
    customer = World.customer(distributor, "Customer", reseller);
    nimbus
        .api()
        .post("/requests/" + World.order(distributor, backup, customer) + "/approve")
        .expect(200);
    World.order(distributor, insight, customer);
  }

  @Test
  void aResellersAddressChangesAndEveryVendorHearsOnce() {
    assertThat(scopes(customer)).containsExactly("customer");
    assertThat(scopes(reseller)).containsExactly("tier1");
    assertThat(scopes(country)).containsExactly("tier2");
    assertThat(scopes(root)).isEmpty();

    // A rehearsal first: it tells everything and keeps nothing.
    String edit = "{\"contact_info\": {\"city\": \"Girona\", \"postal_code\": \"17001\"}}";
    Api.Answer rehearsed =
        distributor.api().put("/tier/accounts/" + country + "?dry_run=true", edit).expect(200);
    assertThat(rehearsed.at("response.version")).isEqualTo("2");
    assertThat(rehearsed.json().path("effects").path("requests_raised")).hasSize(2);
    assertThat(rehearsed.json().path("effects").path("products_not_told")).isEmpty();
    assertThat(rehearsed.json().path("effects").path("events")).hasSize(3);
    assertThat(distributor.api().get("/tier/accounts/" + country).at("version")).isEqualTo("1");
    assertThat(requests(distributor, "")).isEmpty();

    Api.Answer rootRehearsed =
        distributor.api().put("/tier/accounts/" + root + "?dry_run=true", edit).expect(200);
    assertThat(rootRehearsed.json().path("effects").path("requests_raised")).isEmpty();
    assertThat(rootRehearsed.json().path("effects").path("products_not_told")).hasSize(2);
    assertThat(rootRehearsed.at("effects.products_not_told.0.why")).isNotBlank();

    // Now for good: the mid-level reseller, tier 2 in both orders.
    distributor.api().put("/tier/accounts/" + country, edit).expect(200);

    List<String> forNimbus = requests(nimbus, "");
    List<String> forLumen = requests(lumen, "");
    assertThat(forNimbus).hasSize(1);
    assertThat(forLumen).hasSize(1);
    assertThat(requests(distributor, "")).containsAll(forNimbus).containsAll(forLumen).hasSize(2);
    String digits = country.substring(3);
    List<String> both = new ArrayList<>(forNimbus);
    both.addAll(forLumen);
    assertThat(both)
        .containsExactlyInAnyOrder("TAR-" + digits + "-001-001", "TAR-" + digits + "-001-002");

    Api.Answer pending = nimbus.api().get("/tier/account-requests/" + forNimbus.getFirst());
    assertThat(pending.at("status")).isEqualTo("pending");
    assertThat(pending.at("account.version")).isEqualTo("2");
    assertThat(pending.at("account.contact_info.city")).isEqualTo("Girona");
    assertThat(pending.at("product.id")).isEqualTo(backup);
    assertThat(pending.at("vendor.id")).isEqualTo(nimbus.id());
    assertThat(pending.at("provider.id")).isEqualTo(distributor.id());
    assertThat(pending.json().path("reason").isNull()).isTrue();
    assertThat(pending.json().path("account").has("parent"))
        .as("the vendor may not see the root, which is in none of its assets")
        .isFalse();

    Api.Answer unsupported = lumen.api().get("/tier/account-requests/" + forLumen.getFirst());
    assertThat(unsupported.at("status")).isEqualTo("unsupported");
    assertThat(unsupported.at("reason"))
        .isEqualTo("Product does not support contact details change.");

    // A newer change supersedes the first while it waits; each keeps its own snapshot.
    distributor.api().put("/tier/accounts/" + country, "{\"name\": \"Country 2\"}").expect(200);
    String first = forNimbus.getFirst();
    String second = requests(nimbus, "status=pending&account.version=3").getFirst();
    assertThat(nimbus.api().get("/tier/account-requests/" + first).at("superseded_by.id"))
        .isEqualTo(second);
    assertThat(nimbus.api().get("/tier/account-requests/" + first).at("account.name"))
        .isEqualTo("Country");
    assertThat(nimbus.api().get("/tier/account-requests/" + second).at("account.name"))
        .isEqualTo("Country 2");

    Api.Answer diff = nimbus.api().get("/tier/account-requests/" + first + "/diff").expect(200);
    assertThat(diff.at("account.from_version")).isEqualTo("1");
    assertThat(diff.at("account.to_version")).isEqualTo("2");
    assertThat(diff.at("changes.0.path")).isEqualTo("contact_info.city");
    assertThat(diff.at("summary"))
        .contains("City changed from “Barcelona” to “Girona”.")
        .contains("Postal code changed from “08013” to “17001”.");

    // One accepted, one ignored; the account keeps the change in either case.
    assertThat(
            nimbus
                .api()
                .post("/tier/account-requests/" + first + "/accept")
                .expect(200)
                .at("status"))
        .isEqualTo("accepted");
    Api.Answer ignored =
        nimbus
            .api()
            .post("/tier/account-requests/" + second + "/ignore", "{\"reason\": \"Not ours\"}")
            .expect(200);
    assertThat(ignored.at("status")).isEqualTo("ignored");
    assertThat(ignored.at("reason")).isEqualTo("Not ours");
    assertThat(distributor.api().get("/tier/accounts/" + country).at("name"))
        .isEqualTo("Country 2");

    Api.Answer again = nimbus.api().post("/tier/account-requests/" + first + "/ignore").expect(400);
    assertThat(again.at("error_code")).isEqualTo("TAR_001");

    // Versions as the vendor reads them.
    assertThat(
            nimbus.api().get("/tier/accounts/" + country + "/versions/1").at("contact_info.city"))
        .isEqualTo("Barcelona");

    // And the feed tells both sides.
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() ->
            assertThat(subjects(nimbus, "io.tierhub.tier_account_request."))
                .containsExactly(first, second, first, second));
    assertThat(subjects(lumen, "io.tierhub.tier_account_request.")).doesNotContain(first, second);
  }

  @Test
  void aReportedChangeAnswersTheRequestsItRaised() {
    Api.Answer raised =
        distributor
            .api()
            .post(
                "/tier/account-requests/",
                "{\"type\": \"update\", \"account\": {\"id\": \"%s\", \"tax_id\": \"X1\"}}"
                    .formatted(customer))
            .expect(201);
    assertThat(raised.json()).hasSize(2);
    assertThat(raised.at("0.account.tax_id")).isEqualTo("X1");

    Api.Answer same =
        distributor
            .api()
            .post(
                "/tier/account-requests",
                "{\"account\": {\"id\": \"%s\", \"tax_id\": \"X1\"}}".formatted(customer))
            .expect(400);
    assertThat(same.at("error_code")).isEqualTo("TAR_004");

    String uid = distributor.api().get("/tier/accounts/" + root).at("external_uid");
    assertThat(
            distributor
                .api()
                .post(
                    "/tier/account-requests",
                    "{\"account\": {\"external_uid\": \"%s\", \"name\": \"Root 2\"}}"
                        .formatted(uid))
                .expect(201)
                .text())
        .as("an account in no product raises nothing")
        .isEqualTo("[]");

    Api.Answer faults =
        distributor
            .api()
            .post(
                "/tier/account-requests",
                "{\"account\": {\"id\": \"%s\", \"contact_info\": {\"country\": \"Spain\", \"contact\": {\"email\": \"no\"}}}}"
                    .formatted(customer))
            .expect(400);
    assertThat(
            faults.json().path("violations").valueStream().map(v -> v.path("pointer").asString()))
        .containsExactlyInAnyOrder(
            "/account/contact_info/contact/email", "/account/contact_info/country");
    nimbus
        .api()
        .post("/tier/account-requests", "{\"account\": {\"id\": \"%s\"}}".formatted(customer))
        .expect(403);
  }

  @Test
  void whatIsTerminatedIsNoLongerInUse() {
    String parked = requestsOf(lumen);
    lumen.api().post("/requests/" + parked + "/fail", "{\"reason\": \"Sold out\"}").expect(200);
    distributor.api().put("/tier/accounts/" + customer, "{\"name\": \"C 2\"}").expect(200);
    assertThat(requests(lumen, "")).isEmpty();
    assertThat(requests(nimbus, "")).hasSize(1);
  }

  private static String requestsOf(Company vendor) {
    return vendor.api().get("/requests?status=pending").expect(200).at("0.id");
  }

  @Test
  void movingAResellerTellsItsVendors() {
    String other = World.reseller(distributor, "Other", null);
    distributor
        .api()
        .put("/tier/accounts/" + reseller, "{\"parent\": {\"id\": \"%s\"}}".formatted(other))
        .expect(200);
    assertThat(requests(nimbus, "account.id=" + reseller)).hasSize(1);
    assertThat(requests(nimbus, "account.id=" + customer)).isEmpty();
    assertThat(
            distributor
                .api()
                .get("/assets?tiers.customer.id=" + customer + "&product.id=" + backup)
                .at("0.tiers.tier2.id"))
        .as("assets keep the accounts they were bought with")
        .isEqualTo(country);
  }

  @Test
  void nobodyElseSeesAnyOfIt() {
    distributor.api().put("/tier/accounts/" + country, "{\"name\": \"New\"}").expect(200);
    String tar = requests(nimbus, "").getFirst();
    String order = requestsOf(lumen);
    String asset = distributor.api().get("/assets?product.id=" + backup).at("0.id");
    World world = world();
    for (Company other : List.of(world.distributor(), world.vendor())) {
      for (String path :
          List.of(
              "/tier/accounts/" + country,
              "/tier/accounts/" + country + "/versions",
              "/tier/accounts/" + country + "/tree",
              "/tier/account-requests/" + tar,
              "/tier/account-requests/" + tar + "/diff",
              "/requests/" + order,
              "/assets/" + asset,
              "/assets/" + asset + "/requests",
              "/products/" + backup)) {
        other.api().get(path).expect(404);
      }
      other.api().post("/tier/account-requests/" + tar + "/accept").expect(404);
      other.api().post("/tier/account-requests/" + tar + "/ignore", "{}").expect(404);
      other.api().post("/requests/" + order + "/approve").expect(404);
      other.api().post("/requests/" + order + "/fail", "{\"reason\": \"no\"}").expect(404);
      other.api().put("/requests/" + order, "{\"note\": \"no\"}").expect(404);
      other.api().put("/tier/accounts/" + country, "{}").expect(404);
      other.api().delete("/tier/accounts/" + country).expect(404);
      assertThat(other.api().get("/tier/account-requests?id=" + tar).ids()).isEmpty();
      assertThat(other.api().get("/requests?limit=0").header("Content-Range"))
          .isEqualTo("items 0-0/0");
      assertThat(other.api().get("/assets?search=" + asset).ids()).isEmpty();
    }
    // The other vendor of the same tree sees the account, but not the request of the first.
    lumen.api().get("/tier/accounts/" + country).expect(200);
    lumen.api().put("/tier/accounts/" + country, "{\"name\": \"Mine\"}").expect(403);
    lumen.api().get("/tier/account-requests/" + tar).expect(404);
    lumen.api().get("/tier/accounts/" + root).expect(404);
    assertThat(lumen.api().get("/tier/accounts/" + customer + "/ancestors").ids())
        .containsExactly(customer, reseller, country);
    assertThat(lumen.api().get("/tier/accounts?parent.id=" + root).ids()).isEmpty();
    distributor.api().post("/tier/account-requests/" + tar + "/accept").expect(403);
  }

  private List<String> scopes(String account) {
    return distributor
        .api()
        .get("/tier/accounts/" + account)
        .json()
        .path("scopes")
        .valueStream()
        .map(n -> n.asString())
        .toList();
  }

  private static List<String> requests(Company who, String filter) {
    return who.api().get("/tier/account-requests?" + filter).expect(200).ids();
  }

  private static List<String> subjects(Company who, String type) {
    List<String> subjects = new ArrayList<>();
    who.api()
        .get("/feed?limit=1000")
        .json()
        .forEach(event -> {
          if (event.path("type").asString().startsWith(type)) {
            subjects.add(event.path("subject").asString());
          }
        });
    return subjects;
  }
}
