package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World.Company;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who has an object already is told so, and not sent it again. */
class EntityTagIT extends TierTest {

  private static Api.Answer get(Company who, String path, String tag) {
    return who.api().send(request -> request.header("If-None-Match", tag).GET(), path);
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() {
    String order = orderOf(customer);
    String tierRequest = tierRequestOf(top, 2).at("id");
    for (String path :
        List.of(
            "/tier/accounts/" + reseller,
            "/requests/" + order,
            "/tier/config-requests/" + tierRequest,
            "/tier/configs/" + tierRequestOf(top, 2).at("configuration.id"),
            "/products/" + product)) {
      Api.Answer first = distributor.api().get(path).expect(200);
      String tag = first.header("ETag");
      assertThat(tag).as(path).startsWith("W/\"");
      Api.Answer again = get(distributor, path, tag).expect(304);
      assertThat(again.text()).isEmpty();
      assertThat(again.header("ETag")).isEqualTo(tag);
      assertThat(get(distributor, path, "W/\"x\", " + tag).status()).isEqualTo(304);
      assertThat(get(distributor, path, "W/\"x\"").expect(200).text()).isEqualTo(first.text());
    }
  }

  @Test
  void whateverChangesInItChangesItsTag() {
    String order = orderOf(customer);
    String path = "/requests/" + order;
    String before = distributor.api().get(path).expect(200).header("ETag");
    setUp(top, 2);
    Api.Answer after = get(distributor, path, before).expect(200);
    assertThat(after.header("ETag")).as("its tier was set up").isNotEqualTo(before);

    String shown = after.header("ETag");
    Api.Answer account = distributor.api().get("/tier/accounts/" + reseller).expect(200);
    distributor
        .api()
        .put(
            "/tier/accounts/" + reseller,
            account.text().replace("Carrer de Mallorca 401", "Rambla 1"))
        .expect(200);
    assertThat(
            get(distributor, path, shown)
                .expect(200)
                .at("asset.tiers.tier1.contact_info.address_line1"))
        .isEqualTo("Rambla 1");
  }

  @Test
  void whatSomebodyElseSeesIsNothingToOneself() {
    String path = "/tier/accounts/" + reseller;
    String tag = distributor.api().get(path).expect(200).header("ETag");
    get(world.distributor(), path, tag).expect(404);
    get(distributor, "/tier/accounts/TA-0000-0000-0000", tag).expect(404);
  }
}
