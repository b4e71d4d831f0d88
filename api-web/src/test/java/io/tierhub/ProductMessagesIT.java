package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What products say about wrong values. */
class ProductMessagesIT extends HttpTest {

  private World world;
  private Company vendor;
  private String product;
  private String path;

  @BeforeEach
  void aProduct() {
    world = world();
    vendor = world.vendor();
    product = world.product(vendor, false);
    path = "/products/" + product + "/messages";
  }

  private static String message(String externalId) {
    return "{\"external_id\": \"%s\", \"value\": \"Text of %1$s\"}".formatted(externalId);
  }

  private Api.Answer create(String externalId) {
    return vendor.api().post(path, message(externalId)).expect(201);
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
  void aMessageIsAnsweredAsItWasWritten() {
    Api.Answer created = create("e1");
    assertThat(created.at("id")).isEqualTo("PRDMSG-" + product.substring(4) + "-0001");
    assertThat(created.at("product.id")).isEqualTo(product);
    assertThat(created.at("product.status")).isEqualTo("published");
    assertThat(created.at("value")).isEqualTo("Text of e1");
    assertThat(created.at("auto")).isEqualTo("false");
    String one = path + "/" + created.at("id");
    assertThat(vendor.api().get(one).expect(200).text()).isEqualTo(created.text());
    assertThat(vendor.api().put(one, created.text()).expect(200).text()).isEqualTo(created.text());
    Api.Answer changed = vendor.api().put(one, "{\"auto\": true}").expect(200);
    assertThat(changed.at("auto")).isEqualTo("true");
    assertThat(changed.at("external_id")).isEqualTo("e1");
    vendor.api().delete(one).expect(204);
    vendor.api().get(one).expect(404);
    vendor.api().delete(one).expect(404);
    assertThat(create("e1").at("id")).as("no id is given twice").endsWith("-0002");
  }

  @Test
  void anExternalIdIsTakenOnce() {
    String first = create("e1").at("id");
    String second = create("e2").at("id");
    for (Api.Answer twice :
        List.of(
            vendor.api().post(path, message("e1")).expect(409),
            vendor.api().put(path + "/" + second, message("e1")).expect(409))) {
      assertThat(twice.at("error_code")).isEqualTo("PMS_001");
      assertThat(twice.at("params.id")).isEqualTo(first);
      assertThat(pointers(twice)).containsExactly("/external_id");
    }
    String other = "/products/" + world.product(vendor, false) + "/messages";
    vendor.api().post(other, message("e1")).expect(201);
  }

  @Test
  void whatIsWrongIsToldAllAtOnce() {
    Api.Answer refused =
        vendor
            .api()
            .post(
                path,
                "{\"external_id\": \"%s\", \"value\": \"\", \"auto\": \"perhaps\"}"
                    .formatted("x".repeat(129)))
            .expect(400);
    assertThat(pointers(refused)).containsExactlyInAnyOrder("/external_id", "/value", "/auto");
  }

  @Test
  void messagesAreFiltered() {
    String first = create("e1").at("id");
    String second = create("e2").at("id");
    vendor.api().put(path + "/" + second, "{\"auto\": true}").expect(200);
    assertThat(vendor.api().get(path + "?eq(external_id,e1)").ids()).containsExactly(first);
    assertThat(vendor.api().get(path + "?auto=true").ids()).containsExactly(second);
    assertThat(vendor.api().get(path + "?search=text of e1").ids()).containsExactly(first);
  }

  @Test
  void onlyTheVendorWritesAndWhoSellsItReads() {
    Company distributor = world.distributor();
    Company stranger = world.distributor();
    world.connection(product, vendor, distributor, world.hub(distributor));
    String id = create("e1").at("id");
    String one = path + "/" + id;
    for (Api seen : List.of(distributor.api(), world.ops().api())) {
      assertThat(seen.get(path).expect(200).ids()).containsExactly(id);
      seen.get(one).expect(200);
      seen.post(path, "{}").expect(403);
      seen.put(one, "{}").expect(403);
      seen.delete(one).expect(403);
    }
    for (Api unseen : List.of(stranger.api(), world.vendor().api())) {
      unseen.get(path).expect(404);
      unseen.get(one).expect(404);
      unseen.post(path, message("e2")).expect(404);
      unseen.put(one, "{}").expect(404);
      unseen.delete(one).expect(404);
    }
    vendor.api().get("/products/" + world.product(vendor, false) + "/messages/" + id).expect(404);
  }
}
