package io.tierhub;

import static io.tierhub.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.persistence.read.Tallies;
import io.tierhub.support.Api;
import io.tierhub.support.KeptInvariants;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However a total comes about, it is the number of rows that there are. */
class TotalsIT extends TierTest {

  private static final int WRITERS = 6;
  private static final int EACH = 10;

  @Autowired private Tallies tallies;

  private List<String> lists() {
    return List.of(
        "/tier/accounts?",
        "/tier/accounts?type=customer",
        "/tier/accounts?ne(type,customer)",
        "/tier/accounts?hub.id=" + hub,
        "/tier/accounts?owner.name=like=*&not(hub.id=null())",
        "/tier/accounts/%s/descendants?".formatted(top),
        "/tier/accounts/%s/descendants?depth=1".formatted(top),
        "/tier/accounts/%s/descendants?".formatted(reseller),
        "/requests?",
        "/requests?status=pending",
        "/requests?in(status,(tiers_setup,failed))&type=purchase",
        "/requests?asset.product.id=" + product,
        "/requests?asset.product.name=like=*&status=approved",
        "/requests?template.id=null()",
        "/assets?",
        "/assets?status=processing",
        "/assets?product.id=%s&ne(status,terminated)".formatted(product),
        "/tier/config-requests?",
        "/tier/config-requests?status=pending",
        "/tier/config-requests?configuration.tier_level=1&not(status=approved)",
        "/tier/config-requests?type=setup&configuration.connection.type=production",
        "/tier/config-requests?configuration.marketplace.id=null()",
        "/tier/account-requests?",
        "/tier/account-requests?status=pending&product.id=" + product);
  }

  /** A page of one tells no total, so it is asked for; a page of all is counted here. */
  private void assertTotals() {
    Company ops = world.ops();
    for (Company who : List.of(distributor, vendor, ops)) {
      for (String list : lists()) {
        boolean othersWriteToo = who.equals(ops) && !list.contains(product);
        Api.Answer all = who.api().get(list + "&limit=1000");
        if (othersWriteToo || all.status() == 404) {
          continue; // A vendor sees no account before it is in an order.
        }
        int rows = all.expect(200).json().size();
        for (int limit : new int[] {0, 1}) {
          String range =
              who.api().get(list + "&limit=" + limit).expect(200).header("Content-Range");
          assertThat(range).as("%s of %s", list, who).endsWith("/" + rows);
        }
      }
    }
  }

  @Test
  void followsWhateverIsWritten() {
    String order = orderOf(customer);
    assertTotals();
    setUp(top, 2);
    assertTotals();
    fail(vendor, tierRequestOf(reseller, 1).at("id"), "No.");
    assertThat(statusOf(order)).isEqualTo("failed");
    assertTotals();
    setUpAndOrder();
    tallies.fold();
    assertTotals();
    distributor.api().put("/tier/accounts/" + reseller, "{\"name\": \"Second\"}").expect(200);
    String other = World.reseller(distributor, "Other", null);
    String leaf = World.customer(distributor, "Leaf", reseller);
    moved(reseller, other);
    assertTotals();
    distributor.api().delete("/tier/accounts/" + leaf).expect(204);
    moved(reseller, top);
    tallies.fold();
    assertTotals();
    KeptInvariants.requireAll(jdbc);
  }

  private void setUpAndOrder() {
    String again = orderOf(World.customer(distributor, "Another", reseller));
    setUp(reseller, 1);
    assertThat(statusOf(again)).isEqualTo("pending");
    vendor.api().post("/requests/" + again + "/approve", "{}").expect(200);
  }

  private void moved(String account, String below) {
    distributor
        .api()
        .put("/tier/accounts/" + account, "{\"parent\": {\"id\": \"%s\"}}".formatted(below))
        .expect(200);
  }

  /** Nobody waits for who folds, and two who fold at once take nothing twice. */
  @Test
  void isRightWhileTalliesAreFolded() throws Exception {
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      tasks.add(() -> {
        for (int n = 0; n < EACH; n++) {
          World.customer(distributor, "Customer " + n, reseller);
        }
        return EACH;
      });
    }
    for (int folder = 0; folder < 2; folder++) {
      tasks.add(() -> {
        for (int n = 0; n < 2 * EACH; n++) {
          tallies.fold();
          String path = "/tier/accounts/" + top + "/descendants?limit=0";
          distributor.api().get(path).expect(200);
        }
        return 0;
      });
    }
    together(tasks);
    assertThat(
            distributor
                .api()
                .get("/tier/accounts?type=customer&limit=1")
                .expect(200)
                .header("Content-Range"))
        .isEqualTo("items 0-0/" + (WRITERS * EACH + 1));
    assertTotals();
    KeptInvariants.requireAll(jdbc);
    tallies.fold();
    assertThat(
            jdbc.queryForList(
                "select rows from tier_position_tally where top_id = ?", Long.class, top))
        .as("one row of all that belong together")
        .containsExactly((long) WRITERS * EACH + 2);
  }

  /**
   * Who counts anew neither misses nor takes twice what ends meanwhile, which no lock keeps off.
   */
  @Test
  void isRightWhileTreesAreCountedAnew() throws Exception {
    List<String> leaves = new ArrayList<>();
    for (int n = 0; n < WRITERS * EACH; n++) {
      leaves.add(World.customer(distributor, "Leaf " + n, reseller));
    }
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      List<String> own = leaves.subList(writer * EACH, (writer + 1) * EACH);
      tasks.add(() -> {
        own.forEach(leaf -> distributor.api().delete("/tier/accounts/" + leaf).expect(204));
        return EACH;
      });
    }
    tasks.add(() -> {
      for (int n = 0; n < EACH; n++) {
        jdbc.query("select tally_anew('tier_position')", row -> {});
      }
      return 0;
    });
    together(tasks);
    KeptInvariants.requireAll(jdbc);
    assertTotals();
  }
}
