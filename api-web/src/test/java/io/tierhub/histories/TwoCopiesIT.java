package io.tierhub.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Role;
import io.tierhub.support.AccountInvariants;
import io.tierhub.support.Api;
import io.tierhub.support.MailServer;
import io.tierhub.support.ServerProcess;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two copies of the server on one database, under random histories whose clients call either. Each
 * copy is killed once and started again, and one of them takes the database with it for a moment.
 * More of them: {@code -Dtierhub.histories.copies=10}.
 */
class TwoCopiesIT {

  private static final int PLAYS = 3;
  private static final Duration BACK_WITHIN = Duration.ofSeconds(10);
  private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(5);
  private static final Duration REVOKED_WITHIN = Duration.ofSeconds(5);
  private static final Duration JOBS_DONE_WITHIN = Duration.ofSeconds(90);

  /** Where no system takes the ports of its own connections from. */
  private static final int FIRST_PORT = 20_000;

  private static final int PORTS = 10_000;

  private final MailServer mails = new MailServer();
  @TempDir private Path folder;
  private int port;
  private ServerProcess owner;
  private ServerProcess guest;
  private ShakenDoor door;
  private String token;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("tierhub.histories.copies", 1));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void doTogetherWhatOneWouldDo(long seed) throws Exception {
    mails.start();
    port = freePort();
    owner = startOwner();
    guest = startGuest();
    try {
      List<Stage> stages = IntStream.range(0, PLAYS).mapToObj(i -> Stage.in(owner)).toList();
      token = stages.getFirst().tokens().get(Seat.distributor(0, 0));
      door = new ShakenDoor(seed, List.of(owner, guest));
      Company drafter = owner.company(Role.DISTRIBUTOR).get(Environment.PRODUCTION);
      List<String> drafts = drafts(drafter);
      try (Troupe troupe = new Troupe(stages, door, seed)) {
        door.shake(guest::kill, this::afterTheGuest, troupe.stopped());
        guest = startGuest();
        door.lead(List.of(owner, guest));
        // PostgreSQL outlives the copy that started it, and is taken over by its next start.
        door.shake(owner::kill, this::afterTheOwner, troupe.stopped());
        assertThat(troupe.finish()).isEmpty();
      }
      aRevokedTokenDiesOnBoth(drafter);
      eachMailIsSentOnce();
      draftsExpireOnce(drafter, drafts);
      AccountInvariants.checkOfAnyHistory(owner.jdbc());
    } finally {
      guest.close();
      owner.close();
      mails.stop();
    }
  }

  private ServerProcess startOwner() {
    return ServerProcess.start(
        folder,
        Stream.concat(Stream.of("tierhub.embedded.port=" + port, nameOf("owner")), mailSettings())
            .toArray(String[]::new));
  }

  private ServerProcess startGuest() {
    return ServerProcess.start(
        folder,
        Stream.of(owner.databaseSettings().stream(), Stream.of(nameOf("guest")), mailSettings())
            .flatMap(settings -> settings)
            .toArray(String[]::new));
  }

  private static String nameOf(String copy) {
    return "spring.datasource.hikari.data-source-properties.ApplicationName=" + copy;
  }

  private Stream<String> mailSettings() {
    return Stream.of("spring.mail.host=127.0.0.1", "spring.mail.port=" + mails.port());
  }

  private static int freePort() {
    while (true) {
      int port = FIRST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        assertThat(taken).isInstanceOf(BindException.class);
      }
    }
  }

  /** What the killed copy told the database last is done before anybody looks. */
  private void awaitEndOf(String copy) {
    await()
        .atMost(BACK_WITHIN)
        .until(() ->
            owner
                    .jdbc()
                    .queryForObject(
                        "select count(*) from pg_stat_activity where application_name = ?",
                        Integer.class,
                        copy)
                == 0);
  }

  private void afterTheGuest() {
    guest.awaitExit();
    door.lead(List.of(owner));
    awaitEndOf("guest");
    othersGoOn(owner);
  }

  private void afterTheOwner() {
    owner.awaitExit();
    door.lead(List.of(guest));
    awaitEndOf("owner");
    othersGoOn(guest);
    owner = startOwner();
    for (ServerProcess copy : List.of(owner, guest)) {
      await()
          .atMost(BACK_WITHIN)
          .until(() ->
              copy.api().as(token).get("/tier/accounts?limit=1").expect(200, 503).status() == 200);
    }
    door.lead(List.of(owner, guest));
  }

  /** Whoever of the two wrote the feed, the other does now. */
  private void othersGoOn(ServerProcess copy) {
    Api api = copy.api().as(copy.company(Role.DISTRIBUTOR).get(Environment.PRODUCTION).header());
    String account =
        api.post("/tier/accounts", World.accountBody("reseller", "Alone", null))
            .expect(201)
            .at("id");
    await()
        .atMost(TAKEN_OVER_WITHIN)
        .until(() -> api.get("/feed").expect(200).text().contains(account));
  }

  private void aRevokedTokenDiesOnBoth(Company company) {
    Api there = owner.api().as(company.header());
    Api.Answer issued = there.post("/auth/tokens", "{\"name\": \"Second\"}").expect(201);
    for (ServerProcess copy : List.of(owner, guest)) {
      copy.api().as(issued.at("token")).get("/me").expect(200);
    }
    there.delete("/auth/tokens/" + issued.at("id")).expect(204);
    owner.api().as(issued.at("token")).get("/me").expect(401);
    await()
        .atMost(REVOKED_WITHIN)
        .until(() -> guest.api().as(issued.at("token")).get("/me").status() == 401);
  }

  /** A mail twice is one that a killed copy had sent and could not write down any more. */
  private void eachMailIsSentOnce() {
    await()
        .atMost(JOBS_DONE_WITHIN)
        .until(() ->
            owner
                    .jdbc()
                    .queryForObject(
                        "select count(*) from mail where status = 'waiting'", Integer.class)
                == 0);
    assertThat(
            owner
                .jdbc()
                .queryForObject(
                    "select count(*) from scheduled_tasks where task_name = 'send-mail'",
                    Integer.class))
        .as("mails left to send")
        .isZero();
    int twice = 0;
    for (String id :
        owner
            .jdbc()
            .queryForList(
                "select request_id || '.' || inquiry from mail where status = 'sent'",
                String.class)) {
      int times = mails.times(id);
      assertThat(times).as("mail %s", id).isBetween(1, 2);
      twice += times - 1;
    }
    assertThat(twice).as("mails that were sent twice, by two killed copies").isLessThanOrEqualTo(2);
  }

  private List<String> drafts(Company distributor) {
    String customer =
        World.customer(distributor, "Drafts", World.reseller(distributor, "Drafts' root", null));
    String product = owner.products().getFirst();
    owner
        .company("vendor")
        .api()
        .put("/products/" + product, "{\"capabilities\": {\"cart\": {\"validation\": true}}}")
        .expect(200);
    String hub = distributor.api().post("/hubs", "{\"name\": \"Hub\"}").expect(201).at("id");
    distributor
        .api()
        .post("/products/" + product + "/connections", "{\"hub\": {\"id\": \"%s\"}}".formatted(hub))
        .expect(201);
    List<String> drafts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      drafts.add(
          distributor
              .api()
              .post(
                  "/requests",
                  World.purchaseBody(product, customer)
                      .replaceFirst("\\{", "{\"status\": \"draft\", "))
              .expect(201)
              .at("id"));
    }
    return drafts;
  }

  /** Both copies' clocks strike at the same moment. */
  private void draftsExpireOnce(Company distributor, List<String> drafts) {
    for (ServerProcess copy : List.of(owner, guest)) {
      copy.moveClock(Duration.ofDays(8));
      copy.lookForJobs();
    }
    await()
        .atMost(JOBS_DONE_WITHIN)
        .until(() ->
            owner
                    .jdbc()
                    .queryForObject(
                        "select count(*) from fulfillment_request where status = 'draft'",
                        Integer.class)
                == 0);
    AccountInvariants.checkOfAnyHistory(owner.jdbc());
    List<String> told =
        owner
            .jdbc()
            .queryForList(
                "select subject from feed where type = 'fulfillment_request.expired'",
                String.class);
    assertThat(told).containsExactlyInAnyOrderElementsOf(drafts);
  }

  @AfterAll
  static void whatClientsHeard() {
    System.out.println("Answers of the histories on two copies: " + Play.ANSWERED);
  }
}
