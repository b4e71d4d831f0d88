package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A version's parent is the one of that time, and shown to whom may see that one. */
class FormerParentsIT extends OrderTest {

  private static final String ACCOUNTS = "/tier/accounts/";

  @ParameterizedTest
  @ValueSource(
      strings = {"/versions", "/versions/1", "?as_of=%s", "/ancestors?as_of=%s", "/tree?as_of=%s"})
  void aVendorNeverSeesAFormerParentOutsideItsAssets(String path) {
    String hidden = World.reseller(distributor, "Hidden", null);
    String moved = World.reseller(distributor, "Moved", hidden);
    Instant then = Instant.now();
    String below = World.customer(distributor, "Below", moved);
    World.order(distributor, product, customer); // Now the vendor sees the new parent,
    move(moved, "\"" + top + "\"");
    World.order(distributor, product, below); // and the account, but not where it was.

    String asked = ACCOUNTS + moved + path.formatted(then);
    assertThat(vendor.api().get(asked).expect(200).text())
        .contains(moved)
        .doesNotContain(hidden, "Hidden");
    assertThat(distributor.api().get(asked).expect(200).text()).contains(hidden);
  }

  @Test
  void aVendorIsToldOfAChangeThatItMayNotSee() {
    String one = World.reseller(distributor, "Hidden one", null);
    String other = World.reseller(distributor, "Hidden two", null);
    String above = World.reseller(distributor, "Above", one);
    String middle = World.reseller(distributor, "Middle", above);
    World.order(distributor, product, World.customer(distributor, "Below", middle));
    move(above, "\"" + other + "\"");

    String asked = "/tier/account-requests?account.id=" + above;
    String request = "/tier/account-requests/" + vendor.api().get(asked).expect(200).at("0.id");
    Api.Answer unseen = vendor.api().get(request + "/diff").expect(200);
    assertThat(unseen.at("summary")).isEqualTo("Something changed that you may not see.");
    assertThat(unseen.json().path("changes").isEmpty()).isTrue();
    assertThat(unseen.text()).doesNotContain(one, other, "Hidden");
    assertThat(distributor.api().get(request + "/diff").expect(200).at("summary"))
        .contains(one, other);
  }

  @Test
  void anOwnerSeesTheFormerParentOfARoot() {
    String moved = World.reseller(distributor, "Moved", top);
    move(moved, "null");
    distributor.api().get(ACCOUNTS + moved).expect(200);

    assertThat(distributor.api().get(ACCOUNTS + moved + "/versions/1").expect(200).at("parent.id"))
        .isEqualTo(top);
    assertThat(distributor.api().get(ACCOUNTS + moved + "/versions/2").expect(200).at("parent"))
        .isNull();
  }

  private void move(String account, String parent) {
    String body =
        parent.equals("null") ? "{\"parent\": null}" : "{\"parent\": {\"id\": " + parent + "}}";
    distributor.api().put(ACCOUNTS + account, body).expect(200);
  }
}
