package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The texts that products show. */
class TemplatesIT extends HttpTest {

  private static final String WELCOME =
      """
      {"name": "Welcome", "body": "Hello **{{ vat }}**", "scope": "tier1", "type": "fulfillment"}
      """;

  private World world;
  private Company vendor;
  private String product;
  private String path;

  @BeforeEach
  void aProduct() {
    world = world();
    vendor = world.vendor();
    product = vendor.api().post("/products", "{\"name\": \"Backup\"}").expect(201).at("id");
    path = "/products/" + product + "/templates";
  }

  private String first(String query) {
    return vendor.api().get(path + "?" + query).expect(200).at("0.id");
  }

  private static List<String> pointers(Api.Answer refused) {
    return refused
        .json()
        .path("violations")
        .valueStream()
        .map(v -> v.path("pointer").asString())
        .toList();
  }

  @Test
  void aProductBeginsWithOneOfEachScopeAndType() {
    Api.Answer all = vendor.api().get(path).expect(200);
    assertThat(
            all.json()
                .valueStream()
                .map(t -> t.path("scope").asString() + " " + t.path("type").asString()))
        .containsExactly(
            "asset fulfillment",
            "asset inquire",
            "asset pending",
            "tier1 fulfillment",
            "tier1 inquire",
            "tier1 pending",
            "tier2 fulfillment",
            "tier2 inquire",
            "tier2 pending");
    assertThat(all.at("0.id")).matches("TL-\\d{3}-\\d{3}-\\d{3}");
    assertThat(all.at("0.title")).isEqualTo(all.at("0.name"));
    assertThat(all.at("0.position")).isEqualTo("10000");
    assertThat(vendor.api().get(path + "?scope=tier1&type=inquire").at("0.body"))
        .contains("{{ activation_form_url }}");
    assertThat(vendor.api().get(path + "?eq(type,null())").ids()).isEmpty();
  }

  @Test
  void aTemplateIsAnsweredAsItWasWritten() {
    Api.Answer created = vendor.api().post(path, WELCOME).expect(201);
    assertThat(created.at("title")).isEqualTo("Welcome");
    assertThat(created.at("body")).isEqualTo("Hello **{{ vat }}**");
    assertThat(created.at("position")).isEqualTo("100000");
    assertThat(created.at("events.created.by.id")).startsWith("SU-");
    String one = path + "/" + created.at("id");
    assertThat(vendor.api().get(one).expect(200).text()).isEqualTo(created.text());
    assertThat(vendor.api().put(one, created.text()).expect(200).text()).isEqualTo(created.text());
    Api.Answer changed = vendor.api().put(one, "{\"body\": \"Hi\", \"position\": 1}").expect(200);
    assertThat(changed.at("body")).isEqualTo("Hi");
    assertThat(changed.at("name")).isEqualTo("Welcome");
    assertThat(first("")).isEqualTo(created.at("id"));
  }

  @Test
  void olderClientsSendNoTypeForTiers() {
    Api.Answer created =
        vendor
            .api()
            .post(path, "{\"name\": \"T\", \"body\": \"B\", \"scope\": \"tier2\", \"type\": null}")
            .expect(201);
    assertThat(created.at("type")).isEqualTo("fulfillment");
    for (String id : List.of(created.at("id"), first("type=inquire"))) {
      vendor.api().put(path + "/" + id, "{\"name\": \"U\", \"type\": null}").expect(200);
    }
  }

  @Test
  void whatIsWrongIsToldAllAtOnce() {
    assertThat(
            pointers(
                vendor
                    .api()
                    .post(path, "{\"scope\": \"item\", \"type\": \"later\", \"position\": -1}")
                    .expect(400)))
        .containsExactlyInAnyOrder("/name", "/scope", "/type", "/position");
    Api.Answer body =
        vendor
            .api()
            .post(
                path,
                "{\"name\": \"T\", \"scope\": \"asset\", \"body\": \"{{ a b }} and {{ open\"}")
            .expect(400);
    assertThat(pointers(body)).containsExactly("/body", "/body");
    assertThat(body.at("violations.1.message"))
        .isEqualTo("A placeholder has no end: {{ open… Write {{ name }}.");
  }

  @Test
  void scopeAndTypeNeverChange() {
    String one = path + "/" + first("scope=asset&type=inquire");
    Api.Answer refused =
        vendor.api().put(one, "{\"scope\": \"tier1\", \"type\": \"pending\"}").expect(400);
    assertThat(refused.at("error_code")).isEqualTo("TPL_001");
    assertThat(pointers(refused)).containsExactly("/scope", "/type");
    vendor.api().put(one, "{\"scope\": \"asset\", \"type\": \"inquire\"}").expect(200);
  }

  @Test
  void theLastOfItsKindIsNotDeleted() {
    String only = path + "/" + first("scope=tier1&type=fulfillment");
    Api.Answer refused = vendor.api().delete(only).expect(400);
    assertThat(refused.at("error_code")).isEqualTo("TPL_002");
    vendor.api().post(path, WELCOME).expect(201);
    vendor.api().delete(only).expect(204);
    vendor.api().get(only).expect(404);
    vendor.api().delete(only).expect(404);
  }

  @Test
  void onlyTheVendorWritesAndWhoSellsItReads() {
    vendor.api().post("/products/" + product + "/publish").expect(200);
    Company distributor = world.distributor();
    Company stranger = world.distributor();
    Company rival = world.vendor();
    world.connection(product, vendor, distributor, world.hub(distributor));
    String one = path + "/" + first("");
    for (Api seen : List.of(distributor.api(), world.ops().api())) {
      assertThat(seen.get(path).expect(200).ids()).hasSize(9);
      seen.get(one).expect(200);
      seen.post(path, "{}").expect(403);
      seen.put(one, "{\"name\": 1}").expect(403);
      seen.delete(one).expect(403);
    }
    for (Api unseen : List.of(stranger.api(), rival.api())) {
      unseen.get(path).expect(404);
      unseen.get(one).expect(404);
      unseen.post(path, WELCOME).expect(404);
      unseen.put(one, "{}").expect(404);
      unseen.delete(one).expect(404);
    }
    String other = "/products/" + world.product(vendor, false) + "/templates/";
    String id = one.substring(one.lastIndexOf('/') + 1);
    vendor.api().get(other + id).expect(404);
    vendor.api().put(other + id, "{}").expect(404);
    vendor.api().delete(other + id).expect(404);
  }
}
