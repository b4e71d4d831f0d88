package io.tierhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.support.AccountInvariants;
import io.tierhub.support.AccountWriters;
import io.tierhub.support.AccountWriters.Promise;
import io.tierhub.support.Api;
import io.tierhub.support.ServerProcess;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's process is killed in the middle of 50 parallel changes, and started again. */
class KilledMidChangeIT {

  private static final int CALLERS = 50;
  private static final int ACCOUNTS = 25;
  private static final int PROMISES_BEFORE_THE_KILL = 150;

  @TempDir Path folder;

  @Test
  void keepsEveryPromiseAndNothingByHalves() {
    List<Promise> promises = new ArrayList<>();
    Company distributor;
    List<String> accounts;
    try (ServerProcess server = ServerProcess.start(folder)) {
      distributor = server.company("distributor");
      String reseller = World.reseller(distributor, "Reseller", null);
      accounts = customersInUse(server, distributor, reseller);
      promises.addAll(changeUntilKilled(server, distributor, accounts, reseller, server::kill));
    }
    try (ServerProcess server = ServerProcess.start(folder)) {
      AccountInvariants.check(server.jdbc(), promises);
      Company again = on(server, distributor);
      String reseller =
          again.api().get("/tier/accounts?type=reseller").expect(200).ids().getFirst();
      promises.addAll(
          changeUntilKilled(
              server,
              again,
              accounts,
              reseller,
              () -> {
                ProcessHandle.of(server.postgresPid()).orElseThrow().destroyForcibly();
                server.kill();
              }));
    }
    try (ServerProcess server = ServerProcess.start(folder)) {
      AccountInvariants.check(server.jdbc(), promises);
      Company again = on(server, distributor);
      for (String account : accounts.subList(0, 3)) {
        String path = "/tier/accounts/" + account;
        int version = Integer.parseInt(again.api().get(path).expect(200).at("version"));
        assertThat(again.api().put(path, "{\"name\": \"After\"}").expect(200).at("version"))
            .isEqualTo(String.valueOf(version + 1));
      }
      AccountInvariants.check(server.jdbc(), promises);
    }
  }

  private static List<Promise> changeUntilKilled(
      ServerProcess server,
      Company distributor,
      List<String> accounts,
      String reseller,
      Runnable kill) {
    try (AccountWriters writers = new AccountWriters(distributor, accounts, reseller)) {
      writers.write(CALLERS, PROMISES_BEFORE_THE_KILL, kill).await();
      server.awaitExit();
      assertThat(writers.refusals())
          .as("with PostgreSQL killed first, a 503 may come in between")
          .allMatch(refused -> refused.answer().status() == 503);
      assertThat(writers.promises()).hasSizeGreaterThanOrEqualTo(PROMISES_BEFORE_THE_KILL);
      return writers.promises();
    }
  }

  /** Customers with an asset of each of the two products. */
  private static List<String> customersInUse(
      ServerProcess server, Company distributor, String reseller) {
    List<String> products = server.products();
    return IntStream.range(0, ACCOUNTS)
        .mapToObj(i -> {
          String customer = World.customer(distributor, "Customer " + i, reseller);
          products.forEach(product -> purchase(distributor.api(), product, customer));
          return customer;
        })
        .toList();
  }

  private static void purchase(Api api, String product, String customer) {
    api.post(
            "/requests",
            """
            {"type": "purchase", "asset": {"product": {"id": "%s"},
             "items": [{"mpn": "MPN-1", "quantity": 1}], "tiers": {"customer": {"id": "%s"}}}}
            """
                .formatted(product, customer))
        .expect(200, 201);
  }

  /** The same company at another port. */
  private static Company on(ServerProcess server, Company company) {
    return new Company(server.api().as(company.header()), company.id(), company.header(), null);
  }
}
