package io.tierhub;

import static io.tierhub.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.KeptInvariants;
import io.tierhub.support.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Orders, setups and decisions that meet: nobody is left behind, and nobody deadlocks. */
class TierRacesIT extends TierTest {

  private static final int ORDERS = 100;

  @Test
  void ofAHundredSetupsOneIsRaisedAndTheOthersLearnWhich() throws Exception {
    String body =
        """
        {"configuration": {"product": {"id": "%s"}, "account": {"id": "%s"}, "tier_level": 2}}
        """
            .formatted(product, top);
    List<Api.Answer> answers =
        together(
            IntStream.range(0, 100)
                .<Callable<Api.Answer>>mapToObj(
                    i -> () -> distributor.api().post("/tier/config-requests", body))
                .toList());
    assertThat(answers).extracting(Api.Answer::status).containsOnly(201, 409);
    List<Api.Answer> raised = answers.stream().filter(a -> a.status() == 201).toList();
    assertThat(raised).hasSize(1);
    assertThat(answers.stream().filter(a -> a.status() == 409))
        .allSatisfy(
            a -> assertThat(a.at("params.request_id")).isEqualTo(raised.getFirst().at("id")));
    KeptInvariants.requireAll(jdbc);
  }

  @Test
  void aHundredFirstOrdersOfOneChainShareItsSetupsAndGoOnTogether() throws Exception {
    List<String> customers = customers(ORDERS);
    List<String> orders =
        together(customers.stream().<Callable<String>>map(one -> () -> orderOf(one)).toList());
    assertThat(
            distributor
                .api()
                .get("/tier/config-requests?limit=0")
                .expect(200)
                .header("Content-Range"))
        .isEqualTo("items 0-0/2");
    setUp(top, 2);
    setUp(reseller, 1);
    KeptInvariants.requireAll(jdbc);
    assertThat(distributor.api().get("/requests?status=pending&limit=1000").expect(200).ids())
        .containsExactlyInAnyOrderElementsOf(orders);
  }

  /** Approvals and failures of both tiers while orders keep coming, watched at every moment. */
  @Test
  void noOrderIsLeftBehindWhateverMeets() throws Exception {
    List<String> customers = customers(ORDERS);
    AtomicBoolean over = new AtomicBoolean();
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (List<String> some : parts(customers, 8)) {
      tasks.add(() -> {
        some.forEach(this::orderOf);
        return some.size();
      });
    }
    for (int seed : new int[] {1, 2, 3}) {
      tasks.add(() -> decideUntil(over, new Random(seed)));
    }
    tasks.add(() -> {
      int looks = 0;
      while (!over.get()) {
        KeptInvariants.requireAll(jdbc);
        looks++;
      }
      return looks;
    });
    Thread ender = Thread.startVirtualThread(() -> endWhenOrdered(over));
    together(tasks);
    ender.join();

    KeptInvariants.requireAll(jdbc);
    settle();
    KeptInvariants.requireAll(jdbc);
    assertThat(distributor.api().get("/requests?limit=1000").expect(200).ids()).hasSize(ORDERS);
    assertThat(
            distributor
                .api()
                .get("/requests?out(status,(pending,failed))&limit=0")
                .expect(200)
                .header("Content-Range"))
        .isEqualTo("items 0-0/0");
  }

  private void endWhenOrdered(AtomicBoolean over) {
    while (distributor.api().get("/requests?limit=1000").expect(200).ids().size() < ORDERS) {
      Thread.onSpinWait();
    }
    over.set(true);
  }

  /** Decides whatever tier request is open, this way or that; a refusal means who was faster. */
  private int decideUntil(AtomicBoolean over, Random random) {
    int decided = 0;
    while (!over.get()) {
      for (String id : open()) {
        decide(id, random.nextInt(4) == 0);
        decided++;
      }
    }
    return decided;
  }

  private List<String> open() {
    return vendor
        .api()
        .get("/tier/config-requests?in(status,(tiers_setup,inquiring,pending))")
        .expect(200)
        .ids();
  }

  private void decide(String id, boolean fail) {
    String path = "/tier/config-requests/" + id;
    if (fail) {
      vendor.api().post(path + "/fail", "{\"reason\": \"Drawn by lot.\"}").expect(204, 400);
      return;
    }
    Api.Answer seen = vendor.api().get(path).expect(200);
    String scope = "tier" + seen.at("configuration.tier_level");
    if (seen.at("status").equals("inquiring")) {
      distributor.api().put(path, params(scope + "_ordering", "asked")).expect(200, 400);
      distributor.api().post(path + "/pend").expect(204, 400);
    }
    vendor.api().put(path, params(scope + "_fulfillment", "given")).expect(200, 400);
    vendor.api().post(path + "/approve").expect(200, 400);
  }

  /** Approves what is still open, tier by tier. */
  private void settle() {
    for (int round = 0; round < 3; round++) {
      open().forEach(id -> decide(id, false));
    }
  }

  private List<String> customers(int n) {
    return IntStream.range(0, n)
        .mapToObj(i -> World.customer(distributor, "Customer " + i, reseller))
        .toList();
  }

  private static List<List<String>> parts(List<String> all, int n) {
    return Stream.iterate(0, i -> i + 1)
        .limit(n)
        .map(
            i -> IntStream.range(0, all.size()).filter(k -> k % n == i).mapToObj(all::get).toList())
        .toList();
  }
}
