package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists that are asked for again and again, and in which there is mostly nothing (ADR 16). */
class PollsIT extends TierTest {

  private Api.Answer poll(int limit) {
    return vendor
        .api()
        .get("/requests?status=pending&asset.product.id=" + product + "&limit=" + limit)
        .expect(200);
  }

  private void assertNothing(Api.Answer answer) {
    assertThat(answer.json()).isEmpty();
    assertThat(answer.header("Content-Range")).isEqualTo("items 0-0/0");
    assertThat(answer.header("Link")).isNull();
  }

  @Test
  void whatComesToAnEmptyListIsTold() {
    product = world.soldProduct(vendor, false, distributor, hub);
    for (int calls = 0; calls < 3; calls++) {
      assertNothing(poll(10));
    }
    String first = World.order(distributor, product, customer);
    assertThat(poll(10).at("0.id")).isEqualTo(first);
    for (String name : List.of("Second", "Third")) {
      World.order(distributor, product, World.customer(distributor, name, reseller));
    }
    assertThat(poll(2).header("Content-Range")).isEqualTo("items 0-1/3");
  }

  /** So that the page that follows the count is a full one, and needs the count as well. */
  @Test
  void moreThanAPageComesToAnEmptyList() {
    product = world.soldProduct(vendor, false, distributor, hub);
    assertNothing(poll(1));
    assertNothing(poll(1));
    World.order(distributor, product, customer);
    World.order(distributor, product, World.customer(distributor, "Second", reseller));
    Api.Answer full = poll(1);
    assertThat(full.json()).hasSize(1);
    assertThat(full.header("Content-Range")).isEqualTo("items 0-0/2");
    assertThat(full.header("Link")).contains("rel=\"next\"");
  }

  @Test
  void whatWasDecidedLeavesTheListEmpty() {
    product = world.soldProduct(vendor, false, distributor, hub);
    String order = World.order(distributor, product, customer);
    assertThat(poll(10).json()).hasSize(1);
    vendor.api().post("/requests/" + order + "/fail", "{\"reason\": \"no stock\"}").expect(200);
    assertNothing(poll(10));
    assertNothing(poll(10));
  }
}
