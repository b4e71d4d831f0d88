package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.account.AccountProfile;
import io.tierhub.account.TierAccountId;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import io.tierhub.workflow.MaintainTierAccounts;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who opens an account waits for whoever is at its parent, and then sees what became of it. */
class OpeningRacesIT extends HttpTest {

  @Autowired private PlatformTransactionManager transactions;
  @Autowired private MaintainTierAccounts accounts;
  private Company distributor;
  private String parent;
  private TierAccountId id;

  @BeforeEach
  void aParent() {
    distributor = world().distributor();
    parent = World.reseller(distributor, "Old name", null);
    id = new TierAccountId(parent);
  }

  @Test
  void theFirstVersionTellsTheNameThatTheParentWasJustGiven() throws Exception {
    Api.Answer opened =
        openedWhile(() ->
                accounts.change(
                    distributor.actor(), id, current -> named("New name", current.profile())))
            .expect(201);
    assertThat(opened.at("parent.name")).isEqualTo("New name");
    assertThat(
            distributor
                .api()
                .get("/tier/accounts/" + opened.at("id") + "/versions/1")
                .expect(200)
                .at("parent.name"))
        .isEqualTo("New name");
  }

  @Test
  void nothingIsOpenedBelowAParentThatWasJustDecommissioned() throws Exception {
    Api.Answer refused =
        openedWhile(() -> accounts.decommission(distributor.actor(), id)).expect(400);
    assertThat(refused.text()).contains("There is no account " + parent + " of yours.");
    assertThat(
            jdbc.queryForObject(
                "select count(*) from tier_account where parent_id = ?", Integer.class, parent))
        .isZero();
  }

  private static AccountProfile named(String name, AccountProfile profile) {
    return new AccountProfile(
        profile.type(),
        name,
        profile.externalId(),
        profile.externalUid(),
        profile.taxId(),
        profile.parent(),
        profile.contactInfo());
  }

  /** The call is sent while that change is made, and waits for it. */
  private Api.Answer openedWhile(Runnable change) throws Exception {
    try (ExecutorService caller = Executors.newSingleThreadExecutor()) {
      Future<Api.Answer> answer =
          new TransactionTemplate(transactions)
              .execute(status -> {
                change.run();
                int changer =
                    Objects.requireNonNull(
                        jdbc.queryForObject("select pg_backend_pid()", Integer.class));
                Future<Api.Answer> sent =
                    caller.submit(() ->
                        distributor
                            .api()
                            .post(
                                "/tier/accounts", World.accountBody("customer", "Below", parent)));
                await().atMost(Duration.ofSeconds(45)).until(() -> somebodyWaitsFor(changer));
                return sent;
              });
      return answer.get();
    }
  }

  private boolean somebodyWaitsFor(int session) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from pg_locks where not granted"
                + " and ? = any (pg_blocking_pids(pid)))",
            Boolean.class,
            session));
  }
}
