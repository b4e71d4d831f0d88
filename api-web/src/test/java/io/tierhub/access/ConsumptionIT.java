package io.tierhub.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierhub.HttpTest;
import io.tierhub.support.Api;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What one call can cost. Bodies that are too large or too deep are in HostileBodiesIT, filters in
 * RqlRefusalsTest, headers in MalformedCallsIT, calls without a token in CallRateIT, the
 * statements' time in application.yaml.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("API4:2023, unrestricted resource consumption")
class ConsumptionIT extends HttpTest {

  /** Far more than any of them takes, and far less than somebody would wait. */
  private static final Duration LONGEST = Duration.ofSeconds(45);

  private Company distributor;
  private String reseller;

  @BeforeAll
  void aTree() {
    World world = world();
    distributor = world.distributor();
    reseller = World.reseller(distributor, "a".repeat(200), null);
    World.customer(distributor, "Customer", reseller);
  }

  static Stream<String> greedyQueries() {
    return Stream.of(
        "limit=999999999",
        "limit=-1",
        "offset=9223372036854775807",
        "offset=99999999999999999999",
        "like(name,%s)".formatted("*a".repeat(200) + "*b"),
        "ilike(name,%s)".formatted("*_%".repeat(100) + "*"),
        "search=" + "a".repeat(3000),
        "in(id,(%s))".formatted(String.join(",", Collections.nCopies(1500, "TA-1"))),
        "or(%s)".formatted(String.join(",", Collections.nCopies(300, "name=a"))),
        "(".repeat(500) + "name=a" + ")".repeat(500),
        "not(".repeat(500) + "name=a" + ")".repeat(500),
        "select(%s)".formatted(String.join(",", Collections.nCopies(500, "-contact_info"))),
        "ordering(%s)".formatted(String.join(",", Collections.nCopies(500, "name"))),
        "cursor=" + "A".repeat(5000),
        "name=" + "a".repeat(8000));
  }

  @ParameterizedTest
  @MethodSource("greedyQueries")
  void greedyQueriesCostLittle(String query) {
    long begin = System.nanoTime();
    Api.Answer answer = distributor.api().get("/tier/accounts?" + query);
    assertThat(answer.status()).as(answer.text()).isIn(200, 400);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONGEST);
  }

  @Test
  void aPageHasAThousandRowsAtMost() {
    String customer = World.accountBody("customer", "C", reseller);
    for (int batch = 0; batch < 6; batch++) {
      distributor
          .api()
          .post("/tier/accounts", "[" + String.join(",", Collections.nCopies(200, customer)) + "]")
          .expect(201);
    }
    Api.Answer page = distributor.api().get("/tier/accounts?limit=5000").expect(200);
    assertThat(page.json()).hasSize(1000);
    assertThat(distributor.api().get("/feed?limit=5000").expect(200).json().size())
        .isLessThanOrEqualTo(1000);
  }

  @Test
  void treesAreNoDeeperThanTheyAre() {
    String tree = "/tier/accounts/" + reseller + "/tree?depth=";
    assertThat(distributor.api().get(tree + Integer.MAX_VALUE).expect(200).text())
        .isEqualTo(distributor.api().get(tree + 20).expect(200).text());
    distributor.api().get(tree + "9".repeat(30)).expect(400);
  }

  @Test
  void ordersAreOfBearableLength() {
    Company vendor = world().vendor();
    String product = world().soldProduct(vendor, false, distributor, world().hub(distributor));
    String customer = World.customer(distributor, "Orders", reseller);
    String line = "{\"mpn\": \"MPN-1\", \"quantity\": 1}";
    String order = World.purchaseBody(product, customer);
    Api.Answer lines =
        distributor
            .api()
            .post(
                "/requests", order.replace(line, String.join(",", Collections.nCopies(1001, line))))
            .expect(400);
    assertThat(lines.pointers()).containsExactly("/asset/items");
    String param = "{\"id\": \"a\", \"value\": \"b\"}";
    Api.Answer params =
        distributor
            .api()
            .post(
                "/requests",
                order.replace(
                    "\"product\"",
                    "\"params\": [%s], \"product\""
                        .formatted(String.join(",", Collections.nCopies(1001, param)))))
            .expect(400);
    assertThat(params.pointers()).containsExactly("/asset/params");
  }
}
