package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two moves at once can never make a cycle, whatever the database would let pass. */
class TreeMovesIT extends HttpTest {

  private static final int RESELLERS = 12;
  private static final int WORKERS = 8;
  private static final int MOVES_EACH = 25;

  @Test
  void manyMovesAtOnceLeaveTrees() throws Exception {
    Company distributor = world().distributor();
    Api api = distributor.api();
    List<String> resellers = new ArrayList<>();
    for (int i = 0; i < RESELLERS; i++) {
      // Three trees to begin with.
      String parent = i < 3 ? null : resellers.get(i % 3);
      resellers.add(World.reseller(distributor, "Reseller " + i, parent));
    }
    List<Api.Answer> answers = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      List<Future<List<Api.Answer>>> running = new ArrayList<>();
      for (int w = 0; w < WORKERS; w++) {
        Random random = new Random(w);
        running.add(workers.submit(moves(api, resellers, random)));
      }
      for (Future<List<Api.Answer>> done : running) {
        answers.addAll(done.get());
      }
    }
    assertThat(answers).allSatisfy(a -> assertThat(a.status()).as(a.text()).isIn(200, 400));
    assertThat(answers).filteredOn(a -> a.status() == 200).isNotEmpty();
    assertThat(answers)
        .filteredOn(a -> a.status() == 400)
        .isNotEmpty()
        .allSatisfy(a -> assertThat(a.at("error_code")).isEqualTo("TA_006"));
    assertPathsFollowParents(distributor);
  }

  private static Callable<List<Api.Answer>> moves(Api api, List<String> resellers, Random random) {
    return () -> {
      List<Api.Answer> answers = new ArrayList<>();
      for (int i = 0; i < MOVES_EACH; i++) {
        String moved = resellers.get(random.nextInt(RESELLERS));
        String below = resellers.get(random.nextInt(RESELLERS));
        String parent = random.nextInt(5) == 0 ? "null" : "{\"id\": \"%s\"}".formatted(below);
        answers.add(api.put("/tier/accounts/" + moved, "{\"parent\": %s}".formatted(parent)));
      }
      return answers;
    };
  }

  /** The parent pointers lead to a root from everywhere, and the paths say the same. */
  private void assertPathsFollowParents(Company distributor) {
    List<String> wrong =
        jdbc.queryForList(
            """
            with recursive up as (
              select id, id as at, parent_id, substr(id, 4) || '/' as path, 1 as steps
              from tier_account where owner_id = ?
              union all
              select up.id, p.id, p.parent_id, substr(p.id, 4) || '/' || up.path, up.steps + 1
              from up join tier_account p on p.id = up.parent_id where up.steps < 100
            )
            select up.id || ' ' || up.path || ' but ' || pos.path
            from up join tier_position pos on pos.account_id = up.id
            where (up.parent_id is null and up.path <> pos.path) or up.steps >= 100
            """,
            String.class,
            distributor.id());
    assertThat(wrong).isEmpty();
    assertThat(
            jdbc.queryForObject(
                """
                with recursive down as (
                  select id from tier_account where owner_id = ? and parent_id is null
                  union all
                  select c.id from down join tier_account c on c.parent_id = down.id
                )
                select count(*) from down
                """,
                Integer.class,
                distributor.id()))
        .as("accounts reached from the roots")
        .isEqualTo(RESELLERS);
  }

  @Test
  void twoMovesThatTogetherWouldMakeACycleAreNeverBothDone() throws Exception {
    Company distributor = world().distributor();
    Api api = distributor.api();
    for (int round = 0; round < 20; round++) {
      String root = World.reseller(distributor, "Root", null);
      String a = World.reseller(distributor, "A", root);
      String b = World.reseller(distributor, "B", root);
      try (ExecutorService both = Executors.newFixedThreadPool(2)) {
        Future<Api.Answer> one =
            both.submit(() ->
                api.put("/tier/accounts/" + a, "{\"parent\": {\"id\": \"%s\"}}".formatted(b)));
        Future<Api.Answer> other =
            both.submit(() ->
                api.put("/tier/accounts/" + b, "{\"parent\": {\"id\": \"%s\"}}".formatted(a)));
        assertThat(List.of(one.get().status(), other.get().status()))
            .containsExactlyInAnyOrder(200, 400);
      }
    }
  }

  @Test
  void accountsOpenedWhileTheirTreeMovesHangWhereItWent() throws Exception {
    Company distributor = world().distributor();
    Api api = distributor.api();
    String left = World.reseller(distributor, "Left", null);
    String right = World.reseller(distributor, "Right", null);
    String mid = World.reseller(distributor, "Mid", left);
    try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
      List<Future<?>> running = new ArrayList<>();
      running.add(
          workers.submit(() -> {
            for (int i = 0; i < 30; i++) {
              api.put(
                      "/tier/accounts/" + mid,
                      "{\"parent\": {\"id\": \"%s\"}}".formatted(i % 2 == 0 ? right : left))
                  .expect(200);
            }
          }));
      for (int w = 0; w < 3; w++) {
        running.add(
            workers.submit(() -> {
              for (int i = 0; i < 15; i++) {
                World.customer(distributor, "Customer", mid);
              }
            }));
      }
      for (Future<?> done : running) {
        done.get();
      }
    }
    assertThat(api.get("/tier/accounts/" + left + "/descendants?limit=0").header("Content-Range"))
        .isEqualTo("items 0-0/46");
  }
}
